package dev.attune.api.logs;

import dev.attune.api.Arns;
import dev.attune.api.Identity;
import dev.attune.training.LogLine;
import dev.attune.tuning.Scope;
import dev.attune.tuning.TrainingRun;
import dev.attune.tuning.TrainingRuns;
import dev.attune.wire.Caller;
import dev.attune.wire.ServiceException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

// AWS: {job}/algo-{instance}-{epoch}, https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html
/**
 * Training jobs as the streams of one log group: {@code <job>/algo-1-<seconds>}, from the first line on. All instances of a job write to the
 * stream of the first.
 */
@Component
final class LogStreams {
    private static final String GROUP = "/aws/sagemaker/TrainingJobs";
    private static final String ARN_MARK = ":log-group:";

    private final TrainingRuns runs;

    LogStreams(TrainingRuns runs) {
        this.runs = runs;
    }

    /** A training job's stream; it has at least one line. */
    record Stream(String name, TrainingRun run, List<LogLine> lines) {}

    /** Throws ServiceException unless the group that is named is the one there is. */
    static void requireGroup(@Nullable String name, @Nullable String identifier) {
        if ((name == null) == (identifier == null)) {
            throw LogsOperation.invalid(
                    name == null
                            ? "Either logGroupName or logGroupIdentifier must be given."
                            : "LogGroup name and LogGroup ARN are mutually exclusive parameters.");
        }
        var named = name == null ? nameOf(String.valueOf(identifier)) : name;
        if (!named.equals(GROUP)) {
            throw new ServiceException("ResourceNotFoundException", 400, "The specified log group does not exist.");
        }
    }

    private static String nameOf(String identifier) {
        var mark = identifier.indexOf(ARN_MARK);
        var name = mark < 0 ? identifier : identifier.substring(mark + ARN_MARK.length());
        return name.endsWith(":*") ? name.substring(0, name.length() - 2) : name;
    }

    /** The stream of this name; throws TuningException or ServiceException where there is none. */
    Stream find(String name, Caller caller) {
        var job = name.substring(0, Math.max(0, name.indexOf('/')));
        var run = runs.find(scope(job, caller), job);
        return of(run).filter(stream -> stream.name().equals(name)).orElseThrow(LogStreams::noStream);
    }

    /** Where a training job of this name is looked for. */
    Scope scope(String job, Caller caller) {
        return runs.scopeOf(job, Identity.reach(caller));
    }

    /** The stream of a training job; empty where it has written nothing yet. */
    Optional<Stream> of(TrainingRun run) {
        var lines = runs.log(run);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Stream(run.name() + "/algo-1-" + lines.get(0).at().getEpochSecond(), run, lines));
    }

    static String arn(Stream stream) {
        var scope = stream.run().scope();
        return String.join(
                ":",
                "arn",
                Arns.partition(scope.region()),
                "logs",
                scope.region(),
                scope.account(),
                "log-group",
                GROUP,
                "log-stream",
                stream.name());
    }

    static ServiceException noStream() {
        return new ServiceException("ResourceNotFoundException", 400, "The specified log stream does not exist.");
    }
}
