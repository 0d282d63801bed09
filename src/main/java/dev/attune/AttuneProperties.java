package dev.attune;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code attune.*}: settings of the whole service.
 *
 * @param seed with a tuning job's name it fixes everything random in the job
 * @param dataDir folder of the database; in memory where absent
 * @param prices file of prices of instances, which come before those that come with Attune; none where absent
 * @param workloads file of the workload document; {@code examples} for the one that comes with Attune, none where absent
 */
@ConfigurationProperties("attune")
record AttuneProperties(
        @DefaultValue("42") long seed,
        @Nullable String dataDir,
        @Nullable String prices,
        @Nullable String workloads) {}
