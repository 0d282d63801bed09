package dev.attune.api;

import dev.attune.tuning.Tag;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import java.util.HashSet;
import java.util.List;

/** What a list of tags must keep beyond the constraints of each. */
public final class TagRules {
    private static final String RESERVED = "aws:";

    private TagRules() {}

    /**
     * The same tags.
     *
     * @throws TuningException INVALID where a key is there twice or is AWS's own
     */
    public static List<Tag> checked(List<Tag> tags) {
        checkedKeys(tags.stream().map(Tag::key).toList());
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

    // AWS: the text of a real answer; the prefix is reserved in any case.
    /**
     * The same keys.
     *
     * @throws TuningException INVALID where one is AWS's own
     */
    public static List<String> checkedKeys(List<String> keys) {
        for (var key : keys) {
            if (key.regionMatches(true, 0, RESERVED, 0, RESERVED.length())) {
                throw new TuningException(
                        TuningError.INVALID, "System prefix 'aws:' reserved for AWS usage in tag key: " + key);
            }
        }
        return keys;
    }
}
