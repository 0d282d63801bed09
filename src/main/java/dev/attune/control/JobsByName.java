package dev.attune.control;

import dev.attune.tuning.JobKey;
import dev.attune.tuning.Scope;
import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningJobs;
import dev.attune.tuning.TuningStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the job of a name, in any case: the only one there is, or that of the account and region that are said. */
@Component
final class JobsByName {
    private final TuningStore store;
    private final TuningJobs tuningJobs;

    JobsByName(TuningStore store, TuningJobs tuningJobs) {
        this.store = store;
        this.tuningJobs = tuningJobs;
    }

    /** Throws IllegalArgumentException where there are several, TuningException where there is none. */
    TuningJob tuningJob(String name, @Nullable String account, @Nullable String region) {
        var scopes = store.named(name).stream()
                .map(JobKey::scope)
                .filter(scope -> account == null || scope.account().equals(account))
                .filter(scope -> region == null || scope.region().equals(region))
                .toList();
        if (scopes.size() > 1) {
            throw new IllegalArgumentException("There are [" + scopes.size() + "] tuning jobs called [" + name
                    + "]. Maybe add account and region");
        }
        return tuningJobs.find(scopes.isEmpty() ? new Scope("", "") : scopes.get(0), name);
    }
}
