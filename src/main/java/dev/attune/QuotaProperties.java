package dev.attune;

import dev.attune.tuning.Admission;
import dev.attune.tuning.ServiceQuotas;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code attune.quotas.*}: AWS's service quotas, with AWS's defaults, once they are switched on.
 *
 * @param enabled whether tuning jobs are held to them at all
 * @param tuningJobs that have not ended, for each account and region
 * @param parallelTrainingJobs of a tuning job
 * @param trainingJobs of a tuning job, its parents' included
 * @param randomTrainingJobs the same with the strategy Random
 * @param runtime of a tuning job
 * @param hyperParameters that are searched
 * @param instances by instance type, for each account and region: {@code attune.quotas.instances.[ml.m4.xlarge]=2}
 */
@ConfigurationProperties("attune.quotas")
record QuotaProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("100") int tuningJobs,
        @DefaultValue("10") int parallelTrainingJobs,
        @DefaultValue("750") int trainingJobs,
        @DefaultValue("10000") int randomTrainingJobs,
        @DefaultValue("30d") Duration runtime,
        @DefaultValue("30") int hyperParameters,
        @DefaultValue Map<String, Integer> instances) {
    Admission admission() {
        var quotas = new ServiceQuotas(
                tuningJobs,
                parallelTrainingJobs,
                trainingJobs,
                randomTrainingJobs,
                runtime,
                hyperParameters,
                instances);
        return enabled ? quotas : Admission.OPEN;
    }
}
