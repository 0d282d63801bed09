package dev.attune.tuning;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an account may use in a region, as AWS's service quotas have it. A tuning job is held to it when it is created, and never again.
 *
 * @param tuningJobs tuning jobs that have not ended
 * @param parallelTrainingJobs training jobs of a tuning job at once
 * @param trainingJobs training jobs of a tuning job in all, those of its parents included
 * @param randomTrainingJobs the same where it searches at random
 * @param runtime of a tuning job
 * @param hyperParameters that a tuning job may search
 * @param instances by instance type, how many training jobs may use at once; a type that is not here has no bound
 */
public record ServiceQuotas(
        int tuningJobs,
        int parallelTrainingJobs,
        int trainingJobs,
        int randomTrainingJobs,
        Duration runtime,
        int hyperParameters,
        Map<String, Integer> instances)
        implements Admission {
    public ServiceQuotas {
        instances = Collections.unmodifiableMap(new TreeMap<>(instances));
        var numbers = Stream.of(tuningJobs, parallelTrainingJobs, trainingJobs, randomTrainingJobs, hyperParameters);
        if (Stream.concat(numbers, instances.values().stream()).anyMatch(number -> number < 0)
                || runtime.isNegative()) {
            throw new IllegalArgumentException("A quota must be at least 0");
        }
    }

    @Override
    public void admit(TuningJob job, Inheritance inheritance, List<TuningJob> active) {
        checkAlone(job.definition(), inheritance);
        within("Number of concurrent hyperparameter tuning jobs", tuningJobs, active.size(), 1, "Jobs");
        for (var quota : instances.entrySet()) {
            long delta = demand(job.definition(), quota.getKey());
            long used = active.stream()
                    .mapToLong(other -> demand(other.definition(), quota.getKey()))
                    .sum();
            if (delta > 0) {
                within(quota.getKey() + " for training job usage", quota.getValue(), used, delta, "Instances");
            }
        }
    }

    private void checkAlone(TuningDefinition definition, Inheritance inheritance) {
        var limits = definition.limits();
        int all = definition.strategy() == Strategy.RANDOM ? randomTrainingJobs : trainingJobs;
        within(
                "Number of parallel training jobs per hyperparameter tuning job",
                parallelTrainingJobs,
                0,
                limits.maxParallel(),
                "Jobs");
        within(
                "Number of training jobs per hyperparameter tuning job",
                all,
                inheritance.parents().stream()
                        .mapToLong(Inheritance.Parent::trials)
                        .sum(),
                limits.maxTrials(),
                "Jobs");
        if (limits.maxRuntime() != null) {
            within(
                    "Maximum run time of a hyperparameter tuning job",
                    runtime.toSeconds(),
                    0,
                    limits.maxRuntime().toSeconds(),
                    "Seconds");
        }
        for (var algorithm : definition.algorithms()) {
            int searched = algorithm.space().parameters().size();
            within("Number of hyperparameters that can be searched", hyperParameters, 0, searched, "Hyperparameters");
        }
    }

    /** The most instances of a type that the job's training jobs use at once. */
    private static long demand(TuningDefinition definition, String instanceType) {
        return definition.limits().maxParallel()
                * definition.algorithms().stream()
                        .map(algorithm -> algorithm.training().cluster())
                        .filter(cluster -> cluster.instanceType().equals(instanceType))
                        .mapToLong(TrainingDefinition.Cluster::instanceCount)
                        .max()
                        .orElse(0);
    }

    // AWS: the text of a real ResourceLimitExceeded for instances; the other quotas are put into its words.
    private static void within(String quota, long limit, long used, long delta, String unit) {
        if (used + delta > limit) {
            throw new TuningException(
                    TuningError.LIMIT_EXCEEDED,
                    "The account-level service limit '" + quota + "' is " + limit + " " + unit
                            + ", with current utilization of " + used + " " + unit + " and a request delta of " + delta
                            + " " + unit + ". Please use AWS Service Quotas to request an increase for this quota. If"
                            + " AWS Service Quotas is not available, contact AWS support to request an increase for"
                            + " this quota.");
        }
    }
}
