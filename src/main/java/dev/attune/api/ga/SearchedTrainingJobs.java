package dev.attune.api.ga;

import dev.attune.api.ga.query.Property;
import dev.attune.tuning.JobKey;
import dev.attune.tuning.LaunchedTrainingJobs.Detail;
import dev.attune.tuning.Reach;
import dev.attune.tuning.TrainingJobSnapshot;
import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningJobs;
import dev.attune.wire.JsonText;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Search's records of the training jobs that tuning jobs launched. */
@Component
final class SearchedTrainingJobs implements Searched {
    // AWS: TrainingJob, and the metrics, which have no member of their own.
    static final Set<String> MEMBERS = Set.of(
            "TrainingJobName",
            "TrainingJobArn",
            "TuningJobArn",
            "LabelingJobArn",
            "AutoMLJobArn",
            "ModelArtifacts",
            "TrainingJobStatus",
            "SecondaryStatus",
            "FailureReason",
            "HyperParameters",
            "AlgorithmSpecification",
            "RoleArn",
            "InputDataConfig",
            "OutputDataConfig",
            "ResourceConfig",
            "WarmPoolStatus",
            "VpcConfig",
            "StoppingCondition",
            "CreationTime",
            "TrainingStartTime",
            "TrainingEndTime",
            "LastModifiedTime",
            "SecondaryStatusTransitions",
            "FinalMetricDataList",
            "EnableNetworkIsolation",
            "EnableInterContainerTrafficEncryption",
            "EnableManagedSpotTraining",
            "CheckpointConfig",
            "TrainingTimeInSeconds",
            "BillableTimeInSeconds",
            "DebugHookConfig",
            "ExperimentConfig",
            "DebugRuleConfigurations",
            "TensorBoardOutputConfig",
            "DebugRuleEvaluationStatuses",
            "OutputModelPackageArn",
            "ModelPackageConfig",
            "ProfilerConfig",
            "Environment",
            "RetryStrategy",
            "Metrics",
            "Tags");

    /** What only the report of a training job's end tells. */
    private static final Set<String> REPORTED =
            Set.of("SecondaryStatus", "SecondaryStatusTransitions", "FinalMetricDataList", "Metrics");

    private final TuningJobs jobs;
    private final JsonText json;

    SearchedTrainingJobs(TuningJobs jobs, JsonText json) {
        this.jobs = jobs;
        this.json = json;
    }

    @Override
    public String resource() {
        return "TrainingJob";
    }

    @Override
    public Set<String> members() {
        return MEMBERS;
    }

    @Override
    public void each(Reach reach, Wanted wanted, Consumer<Candidate> consumer) {
        var launcher = wanted.required().get("TuningJobArn");
        jobs.each(reach, job -> {
            if (launcher == null || launcher.equals(TrainingJobDescription.tuningJobArn(job))) {
                each(job, detail(job, wanted.properties()), consumer);
            }
        });
    }

    private static Detail detail(TuningJob job, Set<Property> properties) {
        var reported = properties.stream()
                .filter(property -> REPORTED.contains(property.member()))
                .map(Property::name)
                .collect(Collectors.toSet());
        if (reported.isEmpty()) {
            return Detail.OUTLINE;
        }
        var objectives = job.definition().algorithms().stream()
                .map(algorithm -> "Metrics." + algorithm.objective().metric())
                .collect(Collectors.toSet());
        return objectives.size() == 1 && objectives.equals(reported) ? Detail.OBJECTIVE : Detail.WHOLE;
    }

    private void each(TuningJob job, Detail detail, Consumer<Candidate> consumer) {
        var trainings = Echo.of(job, json).trainings();
        var tags = jobs.tags(job);
        jobs.launched().each(job, detail, snapshot -> {
            var shapes = TagShape.of(tags.of(snapshot.trial().number()));
            var asked = trainings.get(snapshot.trial().algorithm());
            var record = new SearchRecord.TrainingJob(
                    TrainingJobDescription.of(snapshot, CreateTrainingJobRequest.of(snapshot, asked)), shapes);
            consumer.accept(new Candidate(
                    new JobKey(job.key().scope(), snapshot.trial().trainingJobName()),
                    SearchDocuments.of(record, json),
                    () -> SearchRecord.of(detail == Detail.WHOLE ? record : whole(snapshot, record))));
        });
    }

    /** The outline is all that is left of a job that was deleted meanwhile. */
    private SearchRecord.TrainingJob whole(TrainingJobSnapshot outline, SearchRecord.TrainingJob record) {
        return jobs.launched()
                .whole(outline)
                .map(whole -> new SearchRecord.TrainingJob(
                        TrainingJobDescription.of(whole, CreateTrainingJobRequest.of(whole, json)), record.tags()))
                .orElse(record);
    }
}
