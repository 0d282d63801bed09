package dev.attune.store;

import dev.attune.training.TrainingReport;
import dev.attune.tuning.Admission;
import dev.attune.tuning.Announcer;
import dev.attune.tuning.Inheritance;
import dev.attune.tuning.JobKey;
import dev.attune.tuning.JobQuery;
import dev.attune.tuning.JobTags;
import dev.attune.tuning.StepSchedule;
import dev.attune.tuning.TagHistory;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningJobSnapshot;
import dev.attune.tuning.TuningStatus;
import dev.attune.tuning.TuningStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The {@link TuningStore} on a relational database. */
@Repository
class JpaTuningStore implements TuningStore {
    private static final List<TuningStatus> ACTIVE = List.of(TuningStatus.IN_PROGRESS, TuningStatus.STOPPING);

    private final EntityManager entities;
    private final TuningJobRepository jobs;
    private final TrialRepository trials;
    private final TrainingReportRepository reports;
    private final TagRows tags;
    private final EventRows events;
    private final StepRows steps;
    private final StepSchedule schedule;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final Json json = new Json();
    private final Rows rows = new Rows(json);

    JpaTuningStore(
            EntityManager entities,
            TuningJobRepository jobs,
            TrialRepository trials,
            TrainingReportRepository reports,
            StepSchedule schedule,
            ObjectProvider<Announcer> announcers,
            PlatformTransactionManager transactions) {
        this.entities = entities;
        this.jobs = jobs;
        this.trials = trials;
        this.reports = reports;
        this.tags = new TagRows(entities);
        this.events = new EventRows(entities, announcers);
        this.steps = new StepRows(entities, jobs, trials, tags, events);
        this.schedule = schedule;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public void create(TuningJob job, JobTags labels, Inheritance inheritance, Admission admission) {
        try {
            writing.executeWithoutResult(transaction -> {
                admit(job, inheritance, admission);
                insert(job, labels, inheritance);
            });
        } catch (DataIntegrityViolationException e) {
            if (find(job.key()).isEmpty()) {
                throw e;
            }
            throw inUse(job);
        }
        schedule.nudge();
    }

    /** Whoever counts before he adds holds the lock, so that two who come at once do not share the last place. */
    private void admit(TuningJob job, Inheritance inheritance, Admission admission) {
        if (admission == Admission.OPEN) {
            return;
        }
        entities.find(CreationLockEntity.class, CreationLockEntity.ONLY, LockModeType.PESSIMISTIC_WRITE);
        if (row(job.key()).isPresent()) {
            throw inUse(job);
        }
        var scope = job.key().scope();
        var active = jobs.findByAccountAndRegionAndStatusIn(scope.account(), scope.region(), ACTIVE).stream()
                .map(rows::job)
                .toList();
        admission.admit(job, inheritance, active);
    }

    private void insert(TuningJob job, JobTags labels, Inheritance inheritance) {
        if (row(job.key()).isPresent()) {
            throw inUse(job);
        }
        var row = rows.row(job);
        row.version = firstVersion();
        long id = Objects.requireNonNull(jobs.saveAndFlush(row).id);
        if (!labels.equals(JobTags.NONE)) {
            tags.write(id, labels);
        }
        if (!inheritance.equals(Inheritance.NONE)) {
            var kept = new InheritanceEntity();
            kept.tuningJobId = id;
            kept.inheritance = json.write(inheritance);
            entities.persist(kept);
        }
        schedule.begin(job.key());
        events.add(announcer ->
                List.of(announcer.of(new TuningJobSnapshot(job, List.of(), job.createdAt()), labels.own())));
    }

    /** Nobody's: a step that began with a job that is forgotten by now must not be taken for one of the next job of that name. */
    private static long firstVersion() {
        return UUID.randomUUID().getMostSignificantBits() >>> 2;
    }

    @Override
    public Optional<TuningJob> find(JobKey key) {
        return read(key, row -> Optional.of(rows.job(row)), Optional.empty());
    }

    @Override
    public Inheritance inheritance(JobKey key) {
        return read(
                key,
                row -> Optional.ofNullable(entities.find(InheritanceEntity.class, id(row)))
                        .map(kept -> json.read(kept.inheritance, Inheritance.class))
                        .orElse(Inheritance.NONE),
                Inheritance.NONE);
    }

    @Override
    public TagHistory tags(JobKey key) {
        return read(key, row -> tags.history(id(row)), TagHistory.NONE);
    }

    @Override
    public List<Trial> trials(JobKey key) {
        return read(key, row -> trials.ofJob(id(row)).stream().map(rows::trial).toList(), List.of());
    }

    @Override
    public Optional<TrainingReport> report(JobKey key, int trial) {
        return read(
                key,
                row -> reports.findById(new TrialId(id(row), trial))
                        .map(report -> json.read(report.report, TrainingReport.class)),
                Optional.empty());
    }

    @Override
    public Map<Integer, TrainingReport> reports(JobKey key, Collection<Integer> numbers) {
        return read(
                key,
                row -> reports.ofJob(id(row), numbers).stream()
                        .collect(Collectors.toMap(
                                report -> report.id.number(),
                                report -> json.read(report.report, TrainingReport.class))),
                Map.of());
    }

    @Override
    public Optional<Trial> trial(JobKey key, String trainingJobName) {
        return read(key, row -> trials.named(id(row), lower(trainingJobName)).map(rows::trial), Optional.empty());
    }

    @Override
    public List<JobKey> launchersOf(String region, String trainingJobName) {
        return reading.execute(transaction -> trials.launchers(region, lower(trainingJobName)).stream()
                .map(rows::key)
                .toList());
    }

    @Override
    public List<JobKey> launchersOf(String trainingJobName) {
        return reading.execute(transaction ->
                trials.launchers(lower(trainingJobName)).stream().map(rows::key).toList());
    }

    @Override
    public boolean save(TuningJob job, List<Trial> changed, Map<Integer, TrainingReport> ended) {
        return writing.execute(transaction -> steps.write(job, changed, ended));
    }

    @Override
    public boolean saveAndWake(TuningJob job, List<Trial> changed) {
        boolean saved = writing.execute(transaction -> {
            if (!steps.write(job, changed, Map.of())) {
                return false;
            }
            schedule.wake(job.key());
            return true;
        });
        schedule.nudge();
        return saved;
    }

    // Whatever belongs to the job goes with it by cascade, in the order in which a step locks it.
    @Override
    public boolean delete(TuningJob job) {
        var scope = job.key().scope();
        return writing.execute(transaction ->
                jobs.forget(scope.account(), scope.region(), job.key().name(), job.version()) == 1);
    }

    @Override
    public List<TuningJob> list(JobQuery query) {
        return reading.execute(transaction ->
                JobListing.find(entities, query).stream().map(rows::job).toList());
    }

    @Override
    public List<JobKey> active() {
        return reading.execute(transaction ->
                jobs.findByStatusIn(ACTIVE).stream().map(rows::key).toList());
    }

    @Override
    public void wakeAll() {
        writing.executeWithoutResult(transaction -> active().forEach(schedule::wake));
        schedule.nudge();
    }

    @Override
    public List<JobKey> named(String name) {
        return reading.execute(transaction -> jobs.findByNameKeyOrderByIdDesc(lower(name)).stream()
                .map(rows::key)
                .toList());
    }

    @Override
    public void clear() {
        writing.executeWithoutResult(transaction -> {
            jobs.deleteAllInBatch(); // and, by cascade, all that belongs to them: in the order in which a step
            // locks them
            schedule.clear();
            events.clear();
        });
    }

    private <T> T read(JobKey key, Function<TuningJobEntity, T> reader, T absent) {
        return reading.execute(transaction -> row(key).map(reader).orElse(absent));
    }

    private Optional<TuningJobEntity> row(JobKey key) {
        return jobs.findByAccountAndRegionAndNameKey(
                key.scope().account(), key.scope().region(), key.name());
    }

    private static long id(TuningJobEntity row) {
        return Objects.requireNonNull(row.id);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    // AWS: the text of a real ResourceInUse.
    private static TuningException inUse(TuningJob job) {
        return new TuningException(
                TuningError.NAME_IN_USE,
                "A hyperparameter tuning job with the name, " + job.name()
                        + ", already exists. Choose a different name.");
    }
}
