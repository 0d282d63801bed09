package dev.attune.tuning;

import dev.attune.training.TrainingReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trial's objective by epoch, as far as it has been read.
 *
 * @param epochs at which it was read, ascending
 * @param values one an epoch
 * @param readAt when the last one was read; null where none was
 * @param open whether more readings may come
 */
public record Curve(
        List<Integer> epochs, List<Double> values, @Nullable Instant readAt, boolean open) {
    /** Nothing has been read. */
    public static final Curve EMPTY = new Curve(List.of(), List.of(), null, false);

    public Curve {
        epochs = List.copyOf(epochs);
        values = List.copyOf(values);
    }

    /**
     * The curve of a metric in a report. Where the backend tells no epochs, the n-th reading is the n-th epoch's. A reading takes the place
     * of those of its epoch and of later ones: a training that began anew writes over its first attempt.
     */
    static Curve of(TrainingReport report, String metric) {
        var epochs = new ArrayList<Integer>();
        var values = new ArrayList<Double>();
        Instant readAt = null;
        for (var reading : report.metrics()) {
            if (reading.metric().equals(metric)) {
                var told = reading.epoch();
                int epoch = told == null ? last(epochs) + 1 : told;
                while (last(epochs) >= epoch && !epochs.isEmpty()) {
                    epochs.remove(epochs.size() - 1);
                    values.remove(values.size() - 1);
                }
                epochs.add(epoch);
                values.add(reading.value() + 0.0); // -0.0 becomes 0.0, as of a final objective
                readAt = reading.at();
            }
        }
        return new Curve(epochs, values, readAt, report.nextReading() != null);
    }

    private static int last(List<Integer> epochs) {
        return epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1);
    }

    public boolean isEmpty() {
        return epochs.isEmpty();
    }

    /** The last epoch that was read; 0 where none was. */
    public int epoch() {
        return last(epochs);
    }

    /** The value at the last epoch. */
    public double value() {
        return values.get(values.size() - 1);
    }

    /** The last epoch before the last one; 0 where there was none. */
    int previousEpoch() {
        return epochs.size() < 2 ? 0 : epochs.get(epochs.size() - 2);
    }

    /** The value at an epoch, or at the last one read before it; NaN where there was none. */
    double valueAt(int epoch) {
        int count = countUntil(epoch);
        return count == 0 ? Double.NaN : values.get(count - 1);
    }

    /** The mean of all values up to an epoch, that one included; NaN where there was none. */
    double averageUntil(int epoch) {
        int count = countUntil(epoch);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values.get(i);
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** The first value in the epochs from {@code from} on and before {@code until}; NaN where there was none. */
    double firstWithin(int from, int until) {
        int i = countUntil(from - 1);
        return i < epochs.size() && epochs.get(i) < until ? values.get(i) : Double.NaN;
    }

    private int countUntil(int epoch) {
        int count = 0;
        while (count < epochs.size() && epochs.get(count) <= epoch) {
            count++;
        }
        return count;
    }
}
