package dev.attune.recording;

import dev.attune.training.TrialRecord;
import java.util.List;

/**
 * The trials of a tuning job of which answers were saved.
 *
 * @param hyperParameters those that were tuned
 * @param objective the name of its metric
 * @param trials those that ended and told something
 * @param trainingJobs how many training jobs there are in all
 */
record SavedTrials(List<String> hyperParameters, String objective, List<TrialRecord> trials, int trainingJobs) {
    SavedTrials {
        hyperParameters = List.copyOf(hyperParameters);
        trials = List.copyOf(trials);
    }
}
