package dev.attune.tuning;

import dev.attune.training.TrainingReport;
import dev.attune.tuning.TrainingJobQuery.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A {@link TrainingJobStore} in memory, beside a store of tuning jobs. It schedules nothing: tests do the steps themselves. */
public final class MemoryTrainingJobStore implements TrainingJobStore {
    private final TuningStore tuningJobs;
    private final Map<JobKey, Kept> jobs = new LinkedHashMap<>();
    private long nextVersion;

    public MemoryTrainingJobStore(TuningStore tuningJobs) {
        this.tuningJobs = tuningJobs;
    }

    @Override
    public synchronized void create(SingleTrainingJob job, List<Tag> tags) {
        var launched = tuningJobs.launchersOf(job.key().scope().region(), job.name()).stream()
                .anyMatch(key -> key.scope().equals(job.key().scope()));
        if (launched || jobs.containsKey(job.key())) {
            throw new TuningException(TuningError.NAME_IN_USE, "There is a training job [" + job.name() + "]");
        }
        nextVersion += 1_000_000;
        jobs.put(job.key(), new Kept(job.withVersion(nextVersion), List.copyOf(tags), null));
    }

    @Override
    public synchronized List<Tag> tags(JobKey key) {
        var kept = jobs.get(key);
        return kept == null ? List.of() : kept.tags;
    }

    @Override
    public synchronized Optional<SingleTrainingJob> find(JobKey key) {
        return Optional.ofNullable(jobs.get(key)).map(Kept::job);
    }

    @Override
    public synchronized Optional<TrainingReport> report(JobKey key) {
        return Optional.ofNullable(jobs.get(key)).map(Kept::ended);
    }

    @Override
    public synchronized boolean save(SingleTrainingJob job, @Nullable TrainingReport ended) {
        var kept = jobs.get(job.key());
        if (kept == null || kept.job.version() != job.version()) {
            return false;
        }
        jobs.put(job.key(), new Kept(job.saved(), kept.tags, ended));
        return true;
    }

    @Override
    public boolean saveAndWake(SingleTrainingJob job) {
        return save(job, null);
    }

    @Override
    public synchronized boolean delete(SingleTrainingJob job) {
        var kept = jobs.get(job.key());
        return kept != null && kept.job.version() == job.version() && jobs.remove(job.key(), kept);
    }

    @Override
    public synchronized List<Row> list(TrainingJobQuery query) {
        var order = Positions.order(query.sort(), query.descending());
        return candidates(query.reach()).stream()
                .filter(candidate -> matches(query, candidate))
                .map(Candidate::row)
                .filter(row -> query.after() == null || order.compare(query.positionOf(row), query.after()) > 0)
                .sorted(Comparator.comparing(query::positionOf, order))
                .limit(query.limit())
                .toList();
    }

    private List<Candidate> candidates(Reach reach) {
        var found = new ArrayList<Candidate>();
        jobs.values().stream()
                .map(Kept::job)
                .filter(job -> reach.covers(job.key().scope()))
                .forEach(job -> found.add(candidate(job)));
        var all = new JobQuery(
                reach,
                null,
                null,
                JobQuery.Span.ALL,
                JobQuery.Span.ALL,
                JobQuery.Sort.NAME,
                false,
                null,
                Integer.MAX_VALUE);
        for (var job : tuningJobs.list(all)) {
            tuningJobs.trials(job.key()).forEach(trial -> found.add(candidate(job, trial)));
        }
        return found;
    }

    private static Candidate candidate(SingleTrainingJob job) {
        return new Candidate(
                new Row(job.key().scope(), job.name(), job.createdAt(), job.status(), null), job.endedAt());
    }

    private static Candidate candidate(TuningJob job, Trial trial) {
        return new Candidate(
                new Row(job.key().scope(), trial.trainingJobName(), trial.launchedAt(), trial.status(), job.key()),
                trial.endedAt());
    }

    private static boolean matches(TrainingJobQuery query, Candidate candidate) {
        var fragment = query.nameContains();
        var name = candidate.row.name().toLowerCase(Locale.ROOT);
        return (fragment == null || name.contains(fragment.toLowerCase(Locale.ROOT)))
                && query.created().contains(candidate.row.createdAt())
                && (candidate.endedAt == null || query.updated().contains(candidate.endedAt));
    }

    @Override
    public synchronized List<SingleTrainingJob> listOwn(Reach reach, @Nullable JobKey after, int limit) {
        var order = Comparator.comparing(JobKey::name)
                .thenComparing(key -> key.scope().account());
        return jobs.values().stream()
                .map(Kept::job)
                .filter(job -> reach.covers(job.key().scope()))
                .filter(job -> after == null || order.compare(job.key(), after) > 0)
                .sorted(Comparator.comparing(SingleTrainingJob::key, order))
                .limit(limit)
                .toList();
    }

    /** The tags of its training jobs. */
    TagStore tagStore() {
        return new TagStore() {
            @Override
            public Tagged.Kind kind() {
                return Tagged.Kind.TRAINING_JOB;
            }

            @Override
            public Optional<List<Tag>> tags(Scope scope, String name) {
                return change(scope, name, tags -> tags);
            }

            @Override
            public Optional<List<Tag>> change(Scope scope, String name, UnaryOperator<List<Tag>> change) {
                synchronized (MemoryTrainingJobStore.this) {
                    return Optional.ofNullable(jobs.get(new JobKey(scope, name)))
                            .map(kept -> {
                                var after = change.apply(kept.tags);
                                jobs.put(kept.job.key(), new Kept(kept.job, after, kept.ended));
                                return after;
                            });
                }
            }
        };
    }

    @Override
    public synchronized List<JobKey> active() {
        return jobs.values().stream()
                .map(Kept::job)
                .filter(job -> !job.ended())
                .map(SingleTrainingJob::key)
                .toList();
    }

    @Override
    public void wakeAll() {
        // Nothing sleeps.
    }

    @Override
    public synchronized List<JobKey> named(String name) {
        var found = new ArrayList<>(jobs.keySet());
        found.removeIf(key -> !key.equals(new JobKey(key.scope(), name)));
        Collections.reverse(found);
        return found;
    }

    @Override
    public synchronized void clear() {
        jobs.clear();
    }

    /** A job and what belongs to it. */
    private record Kept(
            SingleTrainingJob job, List<Tag> tags, @Nullable TrainingReport ended) {}

    /** A row, and what filters it. */
    private record Candidate(Row row, @Nullable Instant endedAt) {}
}
