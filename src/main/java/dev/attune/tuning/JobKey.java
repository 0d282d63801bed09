package dev.attune.tuning;

import java.util.Locale;

/**
 * What makes a job unique among those of its kind: its scope and its name, in which case does not matter.
 *
 * @param name lower-cased here
 */
public record JobKey(Scope scope, String name) {
    public JobKey {
        name = name.toLowerCase(Locale.ROOT);
    }
}
