package dev.attune.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.search.Parameter;
import dev.attune.search.Scaling;
import dev.attune.search.SearchSpace;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The jobs of {@link Jobs} use one ml.m4.xlarge a training job. */
class ServiceQuotasTest {
    private static final ServiceQuotas QUOTAS =
            new ServiceQuotas(3, 4, 20, 30, Duration.ofHours(1), 2, Map.of("ml.m4.xlarge", 5));
    private static final String END = ". Please use AWS Service Quotas to request an increase for this quota. If AWS"
            + " Service Quotas is not available, contact AWS support to request an increase for this quota.";

    private static TuningJob job(int trials, int parallel) {
        return Trials.job(Jobs.branin(trials, parallel));
    }

    private static void assertAdmitted(TuningJob job, List<TuningJob> active) {
        assertThatCode(() -> QUOTAS.admit(job, Inheritance.NONE, active)).doesNotThrowAnyException();
    }

    private static void assertRefused(TuningJob job, Inheritance inheritance, List<TuningJob> active, String message) {
        assertThatThrownBy(() -> QUOTAS.admit(job, inheritance, active))
                .isInstanceOfSatisfying(
                        TuningException.class, e -> assertThat(e.error()).isEqualTo(TuningError.LIMIT_EXCEEDED))
                .hasMessage("The account-level service limit " + message + END);
    }

    @Test
    void countsTheJobsThatHaveNotEnded() {
        assertAdmitted(job(1, 1), Collections.nCopies(2, job(1, 1)));
        assertRefused(
                job(1, 1),
                Inheritance.NONE,
                Collections.nCopies(3, job(1, 1)),
                "'Number of concurrent hyperparameter tuning jobs' is 3 Jobs, with current utilization of 3 Jobs and a"
                        + " request delta of 1 Jobs");
    }

    @Test
    void countsTheInstancesThatAllJobsMayUseAtOnce() {
        assertAdmitted(job(4, 3), List.of(job(4, 2)));
        assertRefused(
                job(4, 3),
                Inheritance.NONE,
                List.of(job(4, 2), job(1, 1)),
                "'ml.m4.xlarge for training job usage' is 5 Instances, with current utilization of 3 Instances and a"
                        + " request delta of 3 Instances");
    }

    @Test
    void holdsAJobToItsLimits() {
        assertAdmitted(job(20, 4), List.of());
        assertRefused(
                job(20, 5),
                Inheritance.NONE,
                List.of(),
                "'Number of parallel training jobs per hyperparameter tuning job' is 4 Jobs, with current utilization of"
                        + " 0 Jobs and a request delta of 5 Jobs");
        assertRefused(
                job(21, 4),
                Inheritance.NONE,
                List.of(),
                "'Number of training jobs per hyperparameter tuning job' is 20 Jobs, with current utilization of 0 Jobs"
                        + " and a request delta of 21 Jobs");
        assertRefused(
                Trials.job(Jobs.branin(1, 1, Duration.ofHours(2))),
                Inheritance.NONE,
                List.of(),
                "'Maximum run time of a hyperparameter tuning job' is 3600 Seconds, with current utilization of 0 Seconds"
                        + " and a request delta of 7200 Seconds");
    }

    @Test
    void aRandomSearchMayTryMore() {
        assertAdmitted(Trials.job(definition(Strategy.RANDOM, 30, null)), List.of());
        assertRefused(
                Trials.job(definition(Strategy.RANDOM, 31, null)),
                Inheritance.NONE,
                List.of(),
                "'Number of training jobs per hyperparameter tuning job' is 30 Jobs, with current utilization of 0 Jobs"
                        + " and a request delta of 31 Jobs");
    }

    @Test
    void theTrainingJobsOfParentsCount() {
        var inheritance = new Inheritance(List.of(new Inheritance.Parent("p", null, 15, null)), List.of(), List.of());

        assertThatCode(() -> QUOTAS.admit(job(5, 1), inheritance, List.of())).doesNotThrowAnyException();
        assertRefused(
                job(6, 1),
                inheritance,
                List.of(),
                "'Number of training jobs per hyperparameter tuning job' is 20 Jobs, with current utilization of 15 Jobs"
                        + " and a request delta of 6 Jobs");
    }

    @Test
    void countsTheHyperparametersThatAreSearched() {
        assertRefused(
                Trials.job(definition(Strategy.BAYESIAN, 1, new Parameter.Continuous("x3", 0, 1, Scaling.AUTO))),
                Inheritance.NONE,
                List.of(),
                "'Number of hyperparameters that can be searched' is 2 Hyperparameters, with current utilization of 0"
                        + " Hyperparameters and a request delta of 3 Hyperparameters");
    }

    @Test
    void aQuotaIsNotNegative() {
        assertThatThrownBy(() -> new ServiceQuotas(-1, 4, 20, 30, Duration.ofHours(1), 2, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TuningDefinition definition(Strategy strategy, int trials, @Nullable Parameter third) {
        var plain = Jobs.branin(trials, 1);
        var space = plain.space();
        return new TuningDefinition(
                strategy,
                plain.objective(),
                plain.limits(),
                third == null
                        ? space
                        : new SearchSpace(List.of(
                                space.parameters().get(0), space.parameters().get(1), third)),
                plain.rangeTexts(),
                plain.training());
    }
}
