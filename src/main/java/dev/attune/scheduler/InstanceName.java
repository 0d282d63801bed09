package dev.attune.scheduler;

import dev.attune.tuning.JobKey;
import dev.attune.tuning.Scope;
import java.util.UUID;

/**
 * The name of a task instance: {@code account/region/job}, and for an extra instance {@code /uuid} behind it. None of the parts can
 * hold a slash.
 */
record InstanceName(JobKey key, boolean extra) {
    static String of(JobKey key) {
        return String.join("/", key.scope().account(), key.scope().region(), key.name());
    }

    static String of(JobKey key, UUID extra) {
        return of(key) + "/" + extra;
    }

    static InstanceName parse(String text) {
        var parts = text.split("/", -1);
        return new InstanceName(new JobKey(new Scope(parts[0], parts[1]), parts[2]), parts.length > 3);
    }
}
