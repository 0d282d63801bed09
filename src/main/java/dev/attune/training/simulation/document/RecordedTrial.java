package dev.attune.training.simulation.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One trial of a table.
 *
 * @param values its hyperparameters, as text
 * @param epochs its rows, by epoch
 */
record RecordedTrial(Map<String, String> values, TreeMap<Integer, Row> epochs) {
    /**
     * A row of the table.
     *
     * @param metrics NaN where there is no number
     * @param seconds NaN where there is none
     * @param failure empty where there is none
     */
    record Row(Map<String, Double> metrics, double seconds, String failure) {}

    /** Groups rows of equal hyperparameters into trials, in the order of the first rows. */
    static List<RecordedTrial> group(Iterable<Map.Entry<Map<String, String>, Map.Entry<Integer, Row>>> rows) {
        var trials = new LinkedHashMap<Map<String, String>, RecordedTrial>();
        for (var row : rows) {
            trials.computeIfAbsent(row.getKey(), values -> new RecordedTrial(values, new TreeMap<>()))
                    .epochs
                    .put(row.getValue().getKey(), row.getValue().getValue());
        }
        return new ArrayList<>(trials.values());
    }

    /** The row after an epoch, or the last before. */
    Row at(int epoch) {
        var row = epochs.floorEntry(epoch);
        return (row == null ? epochs.firstEntry() : row).getValue();
    }

    int length() {
        return epochs.lastKey();
    }

    Row last() {
        return epochs.lastEntry().getValue();
    }
}
