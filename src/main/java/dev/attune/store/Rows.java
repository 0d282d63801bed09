package dev.attune.store;

import dev.attune.search.Configuration;
import dev.attune.search.Proposal;
import dev.attune.tuning.Curve;
import dev.attune.tuning.Ending;
import dev.attune.tuning.JobKey;
import dev.attune.tuning.Scope;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningJob;
import dev.attune.tuning.Verdict;
import java.time.Duration;
import java.util.Locale;

/** Turns domain values into rows and back. */
final class Rows {
    private final Json json;

    Rows(Json json) {
        this.json = json;
    }

    TuningJobEntity row(TuningJob job) {
        var row = new TuningJobEntity();
        row.account = job.key().scope().account();
        row.region = job.key().scope().region();
        row.name = job.name();
        row.nameKey = job.key().name();
        row.definition = json.write(job.definition());
        row.seed = job.seed();
        row.workloads = job.workloads();
        row.createdAt = job.createdAt();
        row.origin = job.origin().toMillis();
        row.status = job.status();
        row.ending = job.ending() == null ? null : job.ending().status();
        row.endingReason = job.ending() == null ? null : job.ending().reason();
        row.updatedAt = job.updatedAt();
        row.endedAt = job.endedAt();
        row.version = job.version();
        return row;
    }

    TuningJob job(TuningJobEntity row) {
        return new TuningJob(
                key(row),
                row.name,
                json.definition(row.definition),
                row.seed,
                row.workloads,
                row.createdAt,
                Duration.ofMillis(row.origin),
                row.status,
                row.ending == null ? null : new Ending(row.ending, row.endingReason),
                row.updatedAt,
                row.endedAt,
                row.version);
    }

    JobKey key(TuningJobEntity row) {
        return new JobKey(new Scope(row.account, row.region), row.name);
    }

    /** Fills a new or an old row. */
    void fill(TrialEntity row, Trial trial) {
        row.algorithm = trial.algorithm();
        row.name = trial.trainingJobName();
        row.nameKey = trial.trainingJobName().toLowerCase(Locale.ROOT);
        row.configuration = json.write(trial.configuration());
        row.proposal = json.write(trial.proposal());
        row.status = trial.status();
        row.objective = trial.objective();
        row.launchedAt = trial.launchedAt();
        row.stopRequestedAt = trial.stopRequestedAt();
        row.trainingStartedAt = trial.trainingStartedAt();
        row.endedAt = trial.endedAt();
        row.nextChange = trial.nextChange();
        row.failureReason = trial.failureReason();
        row.retriedAttempts = trial.retriedAttempts();
        row.curve = trial.curve().equals(Curve.EMPTY) ? null : json.write(trial.curve());
        row.verdict = trial.verdict() == null ? null : json.write(trial.verdict());
    }

    Trial trial(TrialEntity row) {
        return new Trial(
                row.id.number(),
                row.algorithm,
                row.name,
                json.read(row.configuration, Configuration.class),
                json.read(row.proposal, Proposal.class),
                row.launchedAt,
                row.stopRequestedAt,
                row.status,
                row.trainingStartedAt,
                row.endedAt,
                row.objective,
                row.failureReason,
                row.retriedAttempts,
                row.nextChange,
                row.curve == null ? Curve.EMPTY : json.read(row.curve, Curve.class),
                row.verdict == null ? null : json.read(row.verdict, Verdict.class));
    }
}
