package dev.attune.training.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The results of a pure function for the arguments that were asked last. For any thread. */
public final class Recent<K, V> {
    private final Function<K, V> function;
    private final Map<K, V> results;

    public Recent(int capacity, Function<K, V> function) {
        this.function = function;
        this.results = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    /** Computes outside of the lock: two threads may both do the work, and both get the same. */
    public V of(K argument) {
        synchronized (results) {
            var known = results.get(argument);
            if (known != null) {
                return known;
            }
        }
        var result = function.apply(argument);
        synchronized (results) {
            results.put(argument, result);
        }
        return result;
    }
}
