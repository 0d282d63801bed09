package dev.attune.api.ga;

import dev.attune.tuning.Reach;
import dev.attune.tuning.TuningJobs;
import dev.attune.wire.JsonText;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Search's records of tuning jobs. */
@Component
final class SearchedTuningJobs implements Searched {
    // AWS: HyperParameterTuningJobSearchEntity.
    private static final Set<String> MEMBERS = Set.of(
            "HyperParameterTuningJobName",
            "HyperParameterTuningJobArn",
            "HyperParameterTuningJobConfig",
            "TrainingJobDefinition",
            "TrainingJobDefinitions",
            "HyperParameterTuningJobStatus",
            "CreationTime",
            "HyperParameterTuningEndTime",
            "LastModifiedTime",
            "TrainingJobStatusCounters",
            "ObjectiveStatusCounters",
            "BestTrainingJob",
            "OverallBestTrainingJob",
            "WarmStartConfig",
            "FailureReason",
            "TuningJobCompletionDetails",
            "ConsumedResources",
            "Tags");

    private final TuningJobs jobs;
    private final DescribeHyperParameterTuningJob description;
    private final JsonText json;

    SearchedTuningJobs(TuningJobs jobs, DescribeHyperParameterTuningJob description, JsonText json) {
        this.jobs = jobs;
        this.description = description;
        this.json = json;
    }

    @Override
    public String resource() {
        return "HyperParameterTuningJob";
    }

    @Override
    public Set<String> members() {
        return MEMBERS;
    }

    @Override
    public void each(Reach reach, Wanted wanted, Consumer<Candidate> consumer) {
        jobs.each(reach, job -> {
            var tags = TagShape.of(jobs.tags(job).current().own());
            var record = new SearchRecord.TuningJob(description.response(jobs.snapshot(job)), tags);
            consumer.accept(new Candidate(job.key(), SearchDocuments.of(record, json), () -> SearchRecord.of(record)));
        });
    }
}
