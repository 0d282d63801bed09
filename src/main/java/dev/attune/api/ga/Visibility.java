package dev.attune.api.ga;

import dev.attune.api.ga.query.Comparison;
import dev.attune.api.ga.query.Condition;
import dev.attune.api.ga.query.Property;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads visibility conditions: a record is shown if it has no tag of the key, or one with this value. */
final class Visibility {
    private static final String TAGS = "Tags.";

    private Visibility() {}

    /**
     * The condition of all.
     *
     * @throws TuningException INVALID
     */
    static Condition read(@Nullable List<Search.VisibilityCondition> conditions) {
        return Condition.all(
                conditions == null
                        ? List.of()
                        : conditions.stream().map(Visibility::read).toList());
    }

    private static Condition read(Search.VisibilityCondition condition) {
        var key = condition.key();
        if (key == null || !key.startsWith(TAGS) || key.equals(TAGS) || condition.value() == null) {
            throw new TuningException(
                    TuningError.INVALID,
                    "The Key [" + key
                            + "] of the VisibilityConditions must be of the form Tags.<key>, and have a Value.");
        }
        var tag = new Property(key);
        return Condition.any(
                List.of(Comparison.of(tag, "NotExists", null), Comparison.of(tag, "Equals", condition.value())));
    }
}
