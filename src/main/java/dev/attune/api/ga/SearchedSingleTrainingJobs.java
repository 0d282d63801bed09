package dev.attune.api.ga;

import dev.attune.tuning.Reach;
import dev.attune.tuning.SingleTrainingJobSnapshot;
import dev.attune.tuning.TrainingRuns;
import dev.attune.wire.JsonText;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Search's records of the training jobs that clients created by themselves. */
@Component
final class SearchedSingleTrainingJobs implements Searched {
    private final TrainingRuns runs;
    private final JsonText json;

    SearchedSingleTrainingJobs(TrainingRuns runs, JsonText json) {
        this.runs = runs;
        this.json = json;
    }

    @Override
    public String resource() {
        return "TrainingJob";
    }

    @Override
    public Set<String> members() {
        return SearchedTrainingJobs.MEMBERS;
    }

    @Override
    public void each(Reach reach, Wanted wanted, Consumer<Candidate> consumer) {
        if (!wanted.required().containsKey("TuningJobArn")) {
            runs.eachOwn(reach, run -> consumer.accept(candidate(run)));
        }
    }

    private Candidate candidate(SingleTrainingJobSnapshot run) {
        var description = TrainingJobDescription.of(run, CreateTrainingJobRequest.of(run, json));
        var record = new SearchRecord.TrainingJob(description, TagShape.of(runs.tags(run.job())));
        return new Candidate(run.job().key(), SearchDocuments.of(record, json), () -> SearchRecord.of(record));
    }
}
