package dev.attune.search;

import dev.attune.search.gp.Fit;
import dev.attune.search.gp.Inputs;
import dev.attune.search.gp.Kernel;
import dev.attune.search.optim.Deadline;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hyperparameters that were found before, by the data that they were found from. They depend on the data alone, so that what is
 * remembered is what would be found again: a search without memory is slower and proposes the same. For any number of threads.
 */
final class Memory {
    private static final int MOST = 256;

    private final Map<Data, Kernel> kernels = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Data, Kernel> eldest) {
            return size() > MOST;
        }
    };

    /** What hyperparameters are found from. Equal where all numbers are. */
    static final class Data {
        private final double[][] points;
        private final double[] targets;
        private final boolean[] nominal;

        /** Points of d coordinates each and a target for each; kept, not to be changed. */
        Data(double[][] points, double[] targets, boolean[] nominal) {
            this.points = points;
            this.targets = targets;
            this.nominal = nominal;
        }

        Kernel mode(Deadline deadline) {
            return Fit.mode(Inputs.of(points, nominal), targets, deadline);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Data data
                    && Arrays.equals(targets, data.targets)
                    && Arrays.equals(nominal, data.nominal)
                    && Arrays.deepEquals(points, data.points);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(targets) + Arrays.deepHashCode(points);
        }
    }

    /** The most probable hyperparameters for the data, remembered or else found now; what a deadline cut short is forgotten. */
    Kernel mode(Data data, Deadline deadline) {
        synchronized (kernels) {
            var known = kernels.get(data);
            if (known != null) {
                return known;
            }
        }
        var found = data.mode(deadline);
        if (!deadline.passed()) {
            synchronized (kernels) {
                kernels.put(data, found);
            }
        }
        return found;
    }
}
