package dev.attune.control;

import dev.attune.tuning.Scope;
import dev.attune.tuning.TuningException;
import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningJobs;
import dev.attune.tuning.TuningStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds tuning jobs for people, who say whose job it is only where several accounts or regions have one of the name. */
@Component
final class TuningJobLookup {
    private final TuningJobs jobs;
    private final TuningStore store;

    TuningJobLookup(TuningJobs jobs, TuningStore store) {
        this.jobs = jobs;
        this.store = store;
    }

    /**
     * The only tuning job of the name.
     *
     * @param account null for any
     * @param region null for any
     * @throws TuningException TUNING_JOB_NOT_FOUND
     * @throws IllegalArgumentException where there are several
     */
    TuningJob find(String name, @Nullable String account, @Nullable String region) {
        var named = store.named(name).stream()
                .filter(key -> account == null || key.scope().account().equals(account))
                .filter(key -> region == null || key.scope().region().equals(region))
                .toList();
        if (named.size() > 1) {
            throw new IllegalArgumentException("There are [" + named.size() + "] tuning jobs called [" + name
                    + "]. Maybe add ?account=…&region=…");
        }
        return jobs.find(named.isEmpty() ? new Scope("", "") : named.get(0).scope(), name);
    }
}
