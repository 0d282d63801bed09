package dev.attune.store;

import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import dev.attune.tuning.Announcer;
import dev.attune.tuning.JobKey;
import dev.attune.tuning.JobQuery;
import dev.attune.tuning.Reach;
import dev.attune.tuning.Scope;
import dev.attune.tuning.SingleTrainingJob;
import dev.attune.tuning.StepSchedule;
import dev.attune.tuning.Tag;
import dev.attune.tuning.TrainingDefinition;
import dev.attune.tuning.TrainingJobQuery;
import dev.attune.tuning.TrainingJobStore;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The {@link TrainingJobStore} on a relational database. */
@Repository
class JpaTrainingJobStore implements TrainingJobStore {
    private final EntityManager entities;
    private final TrainingJobRepository jobs;
    private final TrainingJobTagRepository tags;
    private final TrialRepository trials;
    private final StepSchedule schedule;
    private final EventRows events;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final Json json = new Json();

    JpaTrainingJobStore(
            EntityManager entities,
            TrainingJobRepository jobs,
            TrainingJobTagRepository tags,
            TrialRepository trials,
            @Qualifier("trainingSchedule") StepSchedule schedule,
            ObjectProvider<Announcer> announcers,
            PlatformTransactionManager transactions) {
        this.entities = entities;
        this.jobs = jobs;
        this.tags = tags;
        this.trials = trials;
        this.schedule = schedule;
        this.events = new EventRows(entities, announcers);
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public void create(SingleTrainingJob job, List<Tag> labels) {
        try {
            writing.executeWithoutResult(transaction -> insert(job, labels));
        } catch (DataIntegrityViolationException e) {
            if (find(job.key()).isEmpty()) {
                throw e;
            }
            throw inUse(job);
        }
        schedule.nudge();
    }

    private void insert(SingleTrainingJob job, List<Tag> labels) {
        if (row(job.key()).isPresent() || isLaunched(job.key())) {
            throw inUse(job);
        }
        var row = row(job);
        row.version = firstVersion();
        long id = Objects.requireNonNull(jobs.saveAndFlush(row).id);
        TrainingJobTagRepository.rows(id, labels).forEach(entities::persist);
        schedule.begin(job.key());
        events.add(announcer -> List.of(announcer.of(job, null, labels)));
    }

    private boolean isLaunched(JobKey key) {
        return trials.launchers(key.scope().region(), key.name()).stream()
                .anyMatch(job -> job.account.equals(key.scope().account()));
    }

    /** Nobody's: a step that began with a job that is forgotten by now must not be taken for one of the next job of that name. */
    private static long firstVersion() {
        return UUID.randomUUID().getMostSignificantBits() >>> 2;
    }

    @Override
    public List<Tag> tags(JobKey key) {
        return read(key, row -> tags.tags(Objects.requireNonNull(row.id)), List.of());
    }

    @Override
    public Optional<SingleTrainingJob> find(JobKey key) {
        return read(key, row -> Optional.of(job(row)), Optional.empty());
    }

    @Override
    public Optional<TrainingReport> report(JobKey key) {
        return read(
                key,
                row -> Optional.ofNullable(row.report).map(text -> json.read(text, TrainingReport.class)),
                Optional.empty());
    }

    @Override
    public boolean save(SingleTrainingJob job, @Nullable TrainingReport ended) {
        return writing.execute(transaction -> {
            var saved = step(job, ended);
            if (saved && ended != null) {
                events.add(announcer -> List.of(announcer.of(job, ended, tags(job.key()))));
            }
            return saved;
        });
    }

    @Override
    public boolean saveAndWake(SingleTrainingJob job) {
        boolean saved = writing.execute(transaction -> {
            if (!step(job, null)) {
                return false;
            }
            schedule.wake(job.key());
            events.add(announcer -> List.of(announcer.of(job, null, tags(job.key()))));
            return true;
        });
        schedule.nudge();
        return saved;
    }

    private boolean step(SingleTrainingJob job, @Nullable TrainingReport ended) {
        var scope = job.key().scope();
        return jobs.step(
                        scope.account(),
                        scope.region(),
                        job.key().name(),
                        job.version(),
                        job.stopRequestedAt(),
                        job.status(),
                        job.updatedAt(),
                        job.endedAt(),
                        job.nextChange(),
                        job.origin().toMillis(),
                        ended == null ? null : json.write(ended))
                == 1;
    }

    @Override
    public boolean delete(SingleTrainingJob job) {
        var scope = job.key().scope();
        return writing.execute(transaction ->
                jobs.forget(scope.account(), scope.region(), job.key().name(), job.version()) == 1);
    }

    @Override
    public List<TrainingJobQuery.Row> list(TrainingJobQuery query) {
        return reading.execute(transaction -> TrainingJobRows.find(entities, query));
    }

    @Override
    public List<SingleTrainingJob> listOwn(Reach reach, @Nullable JobKey after, int limit) {
        var own = new KeysetQuery("select own from TrainingJobEntity own where own.region = :region", "own", reach);
        var position = after == null
                ? null
                : new JobQuery.Position(
                        after.name(), after.name(), after.scope().account());
        var order = new KeysetQuery.Order(JobQuery.Sort.NAME, false, position, limit);
        return reading.execute(transaction -> own.page(entities, TrainingJobEntity.class, order, TrainingStatus.class)
                .getResultStream()
                .map(this::job)
                .toList());
    }

    @Override
    public List<JobKey> active() {
        var statuses = List.of(TrainingStatus.IN_PROGRESS, TrainingStatus.STOPPING);
        return reading.execute(transaction ->
                jobs.findByStatusIn(statuses).stream().map(this::key).toList());
    }

    @Override
    public void wakeAll() {
        writing.executeWithoutResult(transaction -> active().forEach(schedule::wake));
        schedule.nudge();
    }

    @Override
    public List<JobKey> named(String name) {
        return reading.execute(transaction -> jobs.findByNameKeyOrderByIdDesc(name.toLowerCase(Locale.ROOT)).stream()
                .map(this::key)
                .toList());
    }

    @Override
    public void clear() {
        writing.executeWithoutResult(transaction -> {
            jobs.deleteAllInBatch(); // and, by cascade, their tags
            schedule.clear();
        });
    }

    private <T> T read(JobKey key, Function<TrainingJobEntity, T> reader, T absent) {
        return reading.execute(transaction -> row(key).map(reader).orElse(absent));
    }

    private Optional<TrainingJobEntity> row(JobKey key) {
        return jobs.findByAccountAndRegionAndNameKey(
                key.scope().account(), key.scope().region(), key.name());
    }

    private TrainingJobEntity row(SingleTrainingJob job) {
        var row = new TrainingJobEntity();
        row.account = job.key().scope().account();
        row.region = job.key().scope().region();
        row.name = job.name();
        row.nameKey = job.key().name();
        row.training = json.write(job.training());
        row.asked = job.asked();
        row.seed = job.seed();
        row.workloads = job.workloads();
        row.createdAt = job.createdAt();
        row.origin = job.origin().toMillis();
        row.stopRequestedAt = job.stopRequestedAt();
        row.status = job.status();
        row.updatedAt = job.updatedAt();
        row.endedAt = job.endedAt();
        row.nextChange = job.nextChange();
        return row;
    }

    private SingleTrainingJob job(TrainingJobEntity row) {
        return new SingleTrainingJob(
                key(row),
                row.name,
                json.read(row.training, TrainingDefinition.class),
                row.asked,
                row.seed,
                row.workloads,
                row.createdAt,
                Duration.ofMillis(row.origin),
                row.stopRequestedAt,
                row.status,
                row.updatedAt,
                row.endedAt,
                row.nextChange,
                row.version);
    }

    private JobKey key(TrainingJobEntity row) {
        return new JobKey(new Scope(row.account, row.region), row.name);
    }

    private static TuningException inUse(SingleTrainingJob job) {
        return new TuningException(
                TuningError.NAME_IN_USE,
                "Training job names must be unique within an AWS account and region, and a training job with the name "
                        + job.name() + " already exists");
    }
}
