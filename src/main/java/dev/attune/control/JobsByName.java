package dev.attune.control;

import dev.attune.tuning.JobKey;
import dev.attune.tuning.Scope;
import dev.attune.tuning.TrainingRun;
import dev.attune.tuning.TrainingRuns;
import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningJobs;
import dev.attune.tuning.TuningStore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the job that a path names, in any case: the only one of that name, or that of the account and region that are said. */
@Component
final class JobsByName {
    private final TuningStore store;
    private final TuningJobs tuningJobs;
    private final TrainingRuns trainingJobs;

    JobsByName(TuningStore store, TuningJobs tuningJobs, TrainingRuns trainingJobs) {
        this.store = store;
        this.tuningJobs = tuningJobs;
        this.trainingJobs = trainingJobs;
    }

    /** Throws IllegalArgumentException where there are several, TuningException where there is none. */
    TuningJob tuningJob(String name, @Nullable String account, @Nullable String region) {
        var scopes = store.named(name).stream().map(JobKey::scope).toList();
        return tuningJobs.find(only(scopes, account, region, "tuning jobs called [" + name + "]"), name);
    }

    /** The same of a training job, whoever launched it. */
    TrainingRun trainingJob(String name, @Nullable String account, @Nullable String region) {
        var scopes = trainingJobs.scopesOf(name);
        return trainingJobs.find(only(scopes, account, region, "training jobs called [" + name + "]"), name);
    }

    private static Scope only(List<Scope> all, @Nullable String account, @Nullable String region, String what) {
        var scopes = all.stream()
                .filter(scope -> account == null || scope.account().equals(account))
                .filter(scope -> region == null || scope.region().equals(region))
                .toList();
        if (scopes.size() > 1) {
            throw new IllegalArgumentException(
                    "There are [" + scopes.size() + "] " + what + ". Maybe add ?account=…&region=…");
        }
        return scopes.isEmpty() ? new Scope("", "") : scopes.get(0);
    }
}
