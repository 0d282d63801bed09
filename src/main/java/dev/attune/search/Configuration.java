package dev.attune.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One point of a search space: a value for each parameter, as text, in the space's order.
 *
 * @param values name → text; copied, unmodifiable, keeps its order
 */
public record Configuration(Map<String, String> values) {
    public Configuration {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
