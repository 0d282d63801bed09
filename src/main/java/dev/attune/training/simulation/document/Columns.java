package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.training.TrialTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the columns of a table of trials are: hyperparameters, then one that begins with an underscore and behind it metrics and others that
 * do.
 */
record Columns(List<String> hyperParameters, List<String> metrics, List<String> all) {
    static final String EPOCH = TrialTable.EPOCH;
    static final String SECONDS = TrialTable.SECONDS;
    static final String FAILURE = TrialTable.FAILURE;
    private static final Set<String> RESERVED = Set.of(EPOCH, SECONDS, FAILURE);
    private static final int MOST = 100;

    static Columns of(Field field, List<String> names) {
        if (names.size() > MOST || new HashSet<>(names).size() < names.size()) {
            throw field.wrong("the table must have at most [%d] columns, each name once".formatted(MOST));
        }
        var hyperParameters = new ArrayList<String>();
        var metrics = new ArrayList<String>();
        var behind = false;
        for (var name : names) {
            if (name.startsWith("_") && !RESERVED.contains(name)) {
                throw field.wrong("there is no column [%s]. Columns that begin with _ are %s, %s and %s"
                        .formatted(Field.shown(name), EPOCH, SECONDS, FAILURE));
            }
            behind |= RESERVED.contains(name);
            if (!RESERVED.contains(name)) {
                (behind ? metrics : hyperParameters).add(name);
            }
        }
        if (hyperParameters.isEmpty() || metrics.isEmpty()) {
            throw field.wrong("the table needs columns of hyperparameters, then %s, %s or %s, then columns of metrics"
                    .formatted(EPOCH, SECONDS, FAILURE));
        }
        return new Columns(hyperParameters, metrics, List.copyOf(names));
    }
}
