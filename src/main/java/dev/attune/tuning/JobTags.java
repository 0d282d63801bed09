package dev.attune.tuning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tags that a tuning job has and passes on.
 *
 * @param own those of the tuning job itself, in the client's order; its training jobs inherit them
 * @param training those that only its training jobs get
 */
public record JobTags(List<Tag> own, List<Tag> training) {
    public static final JobTags NONE = new JobTags(List.of(), List.of());

    public JobTags {
        own = List.copyOf(own);
        training = List.copyOf(training);
    }

    /** What a training job gets at its launch; of one key, the tag that is meant for training jobs alone. */
    public List<Tag> inherited() {
        var byKey = new LinkedHashMap<String, Tag>();
        Stream.concat(own.stream(), training.stream()).forEach(tag -> byKey.put(tag.key(), tag));
        return List.copyOf(byKey.values());
    }

    /** The same with other tags of the tuning job itself. */
    public JobTags withOwn(List<Tag> others) {
        return new JobTags(others, training);
    }
}
