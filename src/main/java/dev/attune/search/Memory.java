package dev.attune.search;

import dev.attune.search.optim.Deadline;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The views that were found of data before. They depend on the data alone, so that what is remembered is what would be found again: a
 * search without memory is slower and proposes the same. For any number of threads.
 */
final class Memory {
    private static final int MOST = 64;

    private final Map<Data, List<View>> views = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Data, List<View>> eldest) {
            return size() > MOST;
        }
    };

    /** What views are found from. Equal where all numbers are. */
    static final class Data {
        private final double[][] points;
        private final double[] values;
        private final boolean[] nominal;

        /** Points of d coordinates each and a value for each, in the order that {@link Views#of} asks for; not to be changed. */
        Data(double[][] points, double[] values, boolean[] nominal) {
            this.points = points;
            this.values = values;
            this.nominal = nominal;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Data data
                    && Arrays.equals(values, data.values)
                    && Arrays.equals(nominal, data.nominal)
                    && Arrays.deepEquals(points, data.points);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(values) + Arrays.deepHashCode(points);
        }
    }

    /** The credible views of the data, remembered or else found now; what a deadline cut short is forgotten. */
    List<View> of(Data data, Deadline deadline) {
        synchronized (views) {
            var known = views.get(data);
            if (known != null) {
                return known;
            }
        }
        var found = Views.of(data.points, data.values, data.nominal, deadline);
        if (!deadline.passed()) {
            synchronized (views) {
                views.put(data, found);
            }
        }
        return found;
    }
}
