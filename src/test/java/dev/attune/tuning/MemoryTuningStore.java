package dev.attune.tuning;

import dev.attune.training.TrainingReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A {@link TuningStore} in memory. It schedules nothing: tests do the steps themselves. */
public final class MemoryTuningStore implements TuningStore {
    private final Map<JobKey, Row> rows = new LinkedHashMap<>();
    private long nextVersion;

    @Override
    public synchronized void create(TuningJob job, JobTags tags, Inheritance inheritance, Admission admission) {
        if (rows.containsKey(job.key())) {
            throw new TuningException(
                    TuningError.NAME_IN_USE,
                    "A hyperparameter tuning job with the name, " + job.name()
                            + ", already exists. Choose a different name.");
        }
        admission.admit(
                job,
                inheritance,
                rows.values().stream()
                        .map(row -> row.job)
                        .filter(other -> other.key().scope().equals(job.key().scope())
                                && !other.status().terminal())
                        .toList());
        nextVersion += 1_000_000;
        rows.put(job.key(), new Row(withVersion(job, nextVersion), tags, inheritance));
    }

    @Override
    public synchronized Inheritance inheritance(JobKey key) {
        return row(key).map(row -> row.inheritance).orElse(Inheritance.NONE);
    }

    @Override
    public synchronized TagHistory tags(JobKey key) {
        return row(key).map(row -> new TagHistory(row.tagSets, row.trialTags)).orElse(TagHistory.NONE);
    }

    @Override
    public synchronized Optional<TuningJob> find(JobKey key) {
        return row(key).map(row -> row.job);
    }

    @Override
    public synchronized List<Trial> trials(JobKey key) {
        return row(key).map(row -> List.copyOf(row.trials.values())).orElse(List.of());
    }

    @Override
    public synchronized Optional<TrainingReport> report(JobKey key, int trial) {
        return row(key).map(row -> row.reports.get(trial));
    }

    @Override
    public synchronized Map<Integer, TrainingReport> reports(JobKey key, Collection<Integer> trials) {
        var found = new TreeMap<Integer, TrainingReport>();
        trials.forEach(number -> report(key, number).ifPresent(report -> found.put(number, report)));
        return found;
    }

    @Override
    public synchronized Optional<Trial> trial(JobKey key, String trainingJobName) {
        return trials(key).stream()
                .filter(trial -> trial.trainingJobName().equalsIgnoreCase(trainingJobName))
                .findFirst();
    }

    @Override
    public synchronized List<JobKey> launchersOf(String region, String trainingJobName) {
        return rows.keySet().stream()
                .filter(key -> key.scope().region().equals(region)
                        && trial(key, trainingJobName).isPresent())
                .toList();
    }

    @Override
    public synchronized List<JobKey> launchersOf(String trainingJobName) {
        return rows.keySet().stream()
                .filter(key -> trial(key, trainingJobName).isPresent())
                .toList();
    }

    @Override
    public synchronized boolean save(TuningJob job, List<Trial> changed, Map<Integer, TrainingReport> reports) {
        var row = rows.get(job.key());
        if (row == null || row.job.version() != job.version()) {
            return false;
        }
        row.job = job.saved();
        changed.forEach(trial -> row.trials.put(trial.number(), trial));
        row.reports.putAll(reports);
        return true;
    }

    @Override
    public boolean saveAndWake(TuningJob job, List<Trial> changed) {
        return save(job, changed, Map.of());
    }

    @Override
    public synchronized boolean delete(TuningJob job) {
        var row = rows.get(job.key());
        if (row == null || row.job.version() != job.version()) {
            return false;
        }
        rows.remove(job.key());
        return true;
    }

    @Override
    public synchronized List<TuningJob> list(JobQuery query) {
        var order = Positions.order(query.sort(), query.descending());
        return rows.values().stream()
                .map(row -> row.job)
                .filter(job -> matches(query, job))
                .filter(job -> query.after() == null || order.compare(query.positionOf(job), query.after()) > 0)
                .sorted(Comparator.comparing(query::positionOf, order))
                .limit(query.limit())
                .toList();
    }

    private static boolean matches(JobQuery query, TuningJob job) {
        var fragment = query.nameContains();
        return query.reach().covers(job.key().scope())
                && (fragment == null || job.key().name().contains(fragment.toLowerCase(Locale.ROOT)))
                && (query.status() == null || job.status() == query.status())
                && query.created().contains(job.createdAt())
                && query.updated().contains(job.updatedAt());
    }

    @Override
    public synchronized List<JobKey> active() {
        return rows.values().stream()
                .map(row -> row.job)
                .filter(job -> !job.status().terminal())
                .map(TuningJob::key)
                .toList();
    }

    @Override
    public void wakeAll() {
        // Nothing sleeps.
    }

    @Override
    public synchronized List<JobKey> named(String name) {
        var found = new ArrayList<>(rows.keySet());
        found.removeIf(key -> !key.equals(new JobKey(key.scope(), name)));
        Collections.reverse(found);
        return found;
    }

    @Override
    public synchronized void clear() {
        rows.clear();
    }

    /** The tags of its tuning jobs. */
    TagStore tuningJobTags() {
        return new TagStore() {
            @Override
            public Tagged.Kind kind() {
                return Tagged.Kind.TUNING_JOB;
            }

            @Override
            public Optional<List<Tag>> tags(Scope scope, String name) {
                return change(scope, name, tags -> tags);
            }

            @Override
            public Optional<List<Tag>> change(Scope scope, String name, UnaryOperator<List<Tag>> change) {
                synchronized (MemoryTuningStore.this) {
                    return row(new JobKey(scope, name)).map(row -> {
                        var last = row.tagSets.lastEntry().getValue();
                        var after = last.withOwn(change.apply(last.own()));
                        row.tagSets.put(row.trials.size(), after);
                        return after.own();
                    });
                }
            }
        };
    }

    /** The tags of the training jobs that its tuning jobs launched. */
    TagStore trialTags() {
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
                synchronized (MemoryTuningStore.this) {
                    return launchersOf(scope.region(), name).stream()
                            .filter(key -> key.scope().equals(scope))
                            .findFirst()
                            .map(key ->
                                    change(key, trial(key, name).orElseThrow().number(), change));
                }
            }

            private List<Tag> change(JobKey key, int trial, UnaryOperator<List<Tag>> change) {
                var after = change.apply(MemoryTuningStore.this.tags(key).of(trial));
                row(key).orElseThrow().trialTags.put(trial, after);
                return after;
            }
        };
    }

    private Optional<Row> row(JobKey key) {
        return Stream.ofNullable(rows.get(key)).findFirst();
    }

    private static TuningJob withVersion(TuningJob job, long version) {
        return new TuningJob(
                job.key(),
                job.name(),
                job.definition(),
                job.seed(),
                job.workloads(),
                job.createdAt(),
                job.origin(),
                job.status(),
                job.ending(),
                job.updatedAt(),
                job.endedAt(),
                version);
    }

    /** A job and what belongs to it. */
    private static final class Row {
        private final NavigableMap<Integer, JobTags> tagSets = new TreeMap<>();
        private final Map<Integer, List<Tag>> trialTags = new TreeMap<>();
        private final Inheritance inheritance;
        private final Map<Integer, Trial> trials = new TreeMap<>();
        private final Map<Integer, TrainingReport> reports = new TreeMap<>();
        private TuningJob job;

        private Row(TuningJob job, JobTags tags, Inheritance inheritance) {
            this.job = job;
            this.tagSets.put(0, tags);
            this.inheritance = inheritance;
        }
    }
}
