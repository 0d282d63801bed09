package dev.attune.tuning;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tags of a tuning job as they changed between launches, and so those of every training job: a launch writes no tag.
 *
 * @param sets the tuning job's tags, by the number of trials that were launched before they became so
 * @param changed the tags of those training jobs whose own tags a client changed, by trial
 */
public record TagHistory(SortedMap<Integer, JobTags> sets, Map<Integer, List<Tag>> changed) {
    public static final TagHistory NONE = new TagHistory(new TreeMap<>(), Map.of());

    public TagHistory {
        sets = Collections.unmodifiableSortedMap(new TreeMap<>(sets));
        changed = Map.copyOf(changed);
    }

    /** The tuning job's tags as they are. */
    public JobTags current() {
        return sets.isEmpty() ? JobTags.NONE : last(sets);
    }

    // AWS: a training job gets the tags that its tuning job has at the launch; later ones pass it by, and it loses
    // none.
    /** The tags of a trial's training job. */
    public List<Tag> of(int trial) {
        var own = changed.get(trial);
        if (own != null) {
            return own;
        }
        var before = sets.headMap(trial);
        return before.isEmpty() ? List.of() : last(before).inherited();
    }

    private static JobTags last(SortedMap<Integer, JobTags> some) {
        return Objects.requireNonNull(some.get(some.lastKey()));
    }
}
