package dev.attune.api;

import dev.attune.tuning.Tag;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import java.util.HashSet;
import java.util.List;

/** What a list of tags must keep beyond the constraints of each. */
public final class TagRules {
    private TagRules() {}

    /**
     * The same tags.
     *
     * @throws TuningException INVALID where a key is there twice
     */
    public static List<Tag> checked(List<Tag> tags) {
        var keys = new HashSet<String>();
        for (var tag : tags) {
            if (!keys.add(tag.key())) {
                throw new TuningException(
                        TuningError.INVALID,
                        "The tag key [" + tag.key() + "] is given more than once. Tag keys must be unique.");
            }
        }
        return tags;
    }
}
