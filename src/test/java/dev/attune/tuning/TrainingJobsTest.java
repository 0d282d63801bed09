package dev.attune.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.training.MetricDefinition;
import dev.attune.training.TrainingJob;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingJobsTest {
    private final TuningJob job = Trials.job(Jobs.branin(10, 2));

    // The hash was computed with Python's hashlib, see SeedsTest.
    @Test
    void areNamedByTheirTuningJobTheirNumberAndAHash() {
        assertThat(TrainingJobs.name(job, 1)).isEqualTo("Churn-001-5ae0aa04");
        assertThat(TrainingJobs.name(job, 7)).isEqualTo("Churn-007-a999a085");
        assertThat(TrainingJobs.name(job, 1000)).isEqualTo("Churn-1000-feebbfe4");
    }

    @Test
    void areNamedDifferentlyInEachAccountAndRegion() {
        var here = TrainingJobs.name(job, 1);

        assertThat(TrainingJobs.name(in(new Scope("123456789012", "eu-west-1")), 1))
                .isNotEqualTo(here);
        assertThat(TrainingJobs.name(in(new Scope("000000000000", "us-east-1")), 1))
                .isNotEqualTo(here);
    }

    @Test
    void haveTheStaticTheTunedAndTheObjectivesHyperParameters() {
        assertThat(TrainingJobs.of(job, Trials.launched(3)).hyperParameters())
                .isEqualTo(Map.of("epochs", "5", "x1", "3", "x2", "1.5", "_tuning_objective_metric", "loss"));
    }

    @Test
    void knowWhereEachTunedValueLies() {
        assertThat(TrainingJobs.of(job, Trials.launched(1)).tuned())
                .containsExactly(
                        new TrainingJob.Tuned("x1", "[-5.0, 10.0] linear", false, 0, 0.4),
                        new TrainingJob.Tuned("x2", "[0.0, 15.0] linear", false, 0, 0.1));
    }

    @Test
    void readTheObjectiveFirst() {
        var accuracy = new MetricDefinition("accuracy", "a=(.*)");
        var loss = new MetricDefinition("loss", "l=(.*)");
        var definition = Jobs.branin(10, 2);
        var training = definition.training().withMetrics(List.of(accuracy, loss));
        var other = Trials.job(new TuningDefinition(
                definition.strategy(),
                definition.objective(),
                definition.limits(),
                definition.space(),
                definition.rangeTexts(),
                training));

        assertThat(TrainingJobs.of(other, Trials.launched(1)).metrics()).containsExactly(loss, accuracy);
    }

    @Test
    void carryTheSeedTheNumberAndTheRequestToStop() {
        var trial = Trials.launched(2).stopRequested(Trials.minute(1));

        var training = TrainingJobs.of(job, trial);

        assertThat(training.seed()).isEqualTo(42);
        assertThat(training.trial()).isEqualTo(2);
        assertThat(training.startedAt()).isEqualTo(Trials.T0);
        assertThat(training.stopRequestedAt()).isEqualTo(Trials.minute(1));
        assertThat(training.resources()).isEqualTo(new TrainingJob.Resources("ml.m4.xlarge", 1));
    }

    private TuningJob in(Scope scope) {
        return new TuningJob(
                new JobKey(scope, job.name()),
                job.name(),
                job.definition(),
                job.seed(),
                job.workloads(),
                job.createdAt(),
                job.origin(),
                job.status(),
                null,
                job.updatedAt(),
                null,
                0);
    }
}
