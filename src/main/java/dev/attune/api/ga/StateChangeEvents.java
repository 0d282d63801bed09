package dev.attune.api.ga;

import dev.attune.api.Arns;
import dev.attune.training.TrainingBackend;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import dev.attune.tuning.Announcer;
import dev.attune.tuning.Event;
import dev.attune.tuning.Scope;
import dev.attune.tuning.SingleTrainingJob;
import dev.attune.tuning.SingleTrainingJobSnapshot;
import dev.attune.tuning.Tag;
import dev.attune.tuning.TrainingJobSnapshot;
import dev.attune.tuning.TrainingJobs;
import dev.attune.tuning.TrainingRun;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningJobSnapshot;
import dev.attune.tuning.TuningStatus;
import dev.attune.wire.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

// AWS: https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html. The detail of a real
// event is what Describe answers, its times in milliseconds, with the tags as a map.
/** State changes as the events that SageMaker sends to EventBridge. */
@Component
final class StateChangeEvents implements Announcer {
    private final TrainingBackend backend;
    private final DescribeHyperParameterTuningJob tuningJobs;
    private final JsonText json;

    StateChangeEvents(TrainingBackend backend, DescribeHyperParameterTuningJob tuningJobs, JsonText json) {
        this.backend = backend;
        this.tuningJobs = tuningJobs;
        this.json = json;
    }

    @Override
    public Event of(TuningJobSnapshot changed, List<Tag> tags) {
        var job = changed.job();
        var at = job.status() == TuningStatus.IN_PROGRESS ? job.createdAt() : job.updatedAt();
        var arn = Arns.hyperParameterTuningJob(job);
        var detail = json.members(tuningJobs.response(changed));
        var id = id(arn, job.createdAt(), job.status().word(), at);
        return event(new Change("HyperParameter Tuning", job.key().scope(), arn, at, id), detail, tags);
    }

    @Override
    public Event of(TuningJob job, Trial changed, @Nullable TrainingReport ended, List<Tag> tags) {
        var training = TrainingJobs.of(job, changed);
        var at = at(changed.status(), changed.launchedAt(), changed.stopRequestedAt(), changed.endedAt());
        var report = ended == null ? backend.report(training, at) : ended;
        return event(new TrainingJobSnapshot(job, changed, training, report), at, tags);
    }

    @Override
    public Event of(SingleTrainingJob changed, @Nullable TrainingReport ended, List<Tag> tags) {
        var at = at(changed.status(), changed.createdAt(), changed.stopRequestedAt(), changed.endedAt());
        var report = ended == null ? backend.report(changed.trainingJob(), at) : ended;
        return event(new SingleTrainingJobSnapshot(changed, report), at, tags);
    }

    /** When the status became what it is. */
    private static Instant at(
            TrainingStatus status, Instant launched, @Nullable Instant stopRequested, @Nullable Instant ended) {
        return switch (status) {
            case IN_PROGRESS -> launched;
            case STOPPING -> Objects.requireNonNullElse(stopRequested, launched);
            case COMPLETED, FAILED, STOPPED -> Objects.requireNonNullElse(ended, launched);
        };
    }

    private Event event(TrainingRun run, Instant at, List<Tag> tags) {
        var detail = json.members(TrainingJobDescription.of(run, CreateTrainingJobRequest.of(run, json)));
        var arn = Arns.trainingJob(run.scope(), run.name());
        var id = id(arn, run.createdAt(), run.report().status().word(), at);
        return event(new Change("Training", run.scope(), arn, at, id), detail, tags);
    }

    /** The same whenever the same change is told, and another for a later job of that name. */
    private static String id(String arn, Instant createdAt, String status, Instant at) {
        var words = String.join(" ", arn, createdAt.toString(), status, at.toString());
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What changed and when. */
    private record Change(String kind, Scope scope, String arn, Instant at, String id) {}

    private Event event(Change change, Map<String, Object> description, List<Tag> tags) {
        var detail = new LinkedHashMap<String, Object>();
        description.forEach((name, value) -> detail.put(name, inMilliseconds(name, value)));
        var byKey = new LinkedHashMap<String, Object>();
        tags.forEach(tag -> byKey.put(tag.key(), tag.value()));
        detail.put("Tags", byKey);
        var event = new LinkedHashMap<String, Object>();
        event.put("version", "0");
        event.put("id", change.id());
        event.put("detail-type", "SageMaker " + change.kind() + " Job State Change");
        event.put("source", "aws.sagemaker");
        event.put("account", change.scope().account());
        event.put("time", change.at().truncatedTo(ChronoUnit.SECONDS).toString());
        event.put("region", change.scope().region());
        event.put("resources", List.of(change.arn()));
        event.put("detail", detail);
        return new Event(change.id(), json.write(event));
    }

    /** Times of a description, which are in seconds; all else as it is. */
    private static Object inMilliseconds(String name, Object value) {
        if (value instanceof Number seconds && (name.endsWith("Time") || name.equals("Timestamp"))) {
            return Math.round(seconds.doubleValue() * 1000);
        }
        if (value instanceof Map<?, ?> members) {
            var changed = new LinkedHashMap<String, Object>();
            members.forEach((key, member) -> changed.put((String) key, inMilliseconds((String) key, member)));
            return changed;
        }
        return value instanceof List<?> items
                ? items.stream().map(item -> inMilliseconds(name, item)).toList()
                : value;
    }
}
