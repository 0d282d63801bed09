package dev.attune.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.search.Configuration;
import dev.attune.search.Phase;
import dev.attune.search.Proposal;
import dev.attune.training.MetricDefinition;
import dev.attune.training.MetricReading;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import dev.attune.training.Transition;
import dev.attune.tuning.JobQuery.Sort;
import dev.attune.tuning.JobQuery.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link TrainingJobStore} does. A subclass for each names the stores; they are empty at the start of each test. */
public abstract class TrainingJobStoreContract {
    private static final Scope SCOPE = Jobs.SCOPE;
    private static final Scope OTHER_ACCOUNT = new Scope("000000000000", SCOPE.region());
    private static final Scope OTHER_REGION = new Scope(SCOPE.account(), "eu-west-1");
    private static final Instant T0 = Instant.parse("2017-11-29T23:59:59.999Z");
    private static final String ASKED = "{\"a\":\"ü\\u0000🔑\"}";

    /** The store to be tested: the same one during a test. */
    protected abstract TrainingJobStore store();

    /** The store of tuning jobs beside it. */
    protected abstract TuningStore tuningJobs();

    @BeforeEach
    void empty() {
        store().clear();
        tuningJobs().clear();
    }

    @Test
    void givesBackWhatItWasGiven() {
        var job = job("Train-1", SCOPE, T0);

        store().create(job, List.of());

        assertThat(stored(job)).isEqualTo(job.withVersion(stored(job).version()));
    }

    @Test
    void listsItsOwnByName() {
        Stream.of("b", "A", "c", "b-1").forEach(name -> store().create(job(name, SCOPE, T0), List.of()));
        store().create(job("other", OTHER_ACCOUNT, T0), List.of());
        store().create(job("other", OTHER_REGION, T0), List.of());

        assertThat(store().listOwn(Reach.of(SCOPE), null, 10))
                .extracting(SingleTrainingJob::name)
                .containsExactlyInAnyOrder("A", "b", "b-1", "c");
        var first = store().listOwn(Reach.of(SCOPE), null, 2);
        assertThat(first).hasSize(2);
        assertThat(store().listOwn(Reach.of(SCOPE), first.get(1).key(), 3))
                .hasSize(2)
                .doesNotContainAnyElementsOf(first);
        assertThat(store().listOwn(Reach.of(SCOPE), new JobKey(SCOPE, "c"), 3)).isEmpty();
    }

    @Test
    void listsThoseOfAllAccountsByNameAndAccount() {
        for (var scope : List.of(SCOPE, OTHER_ACCOUNT, OTHER_REGION)) {
            store().create(job("same", scope, T0), List.of());
        }
        var all = new Reach(null, SCOPE.region());

        var listed = store().list(new TrainingJobQuery(all, null, Span.ALL, Span.ALL, Sort.NAME, false, null, 9));
        var first = store().listOwn(all, null, 1);

        assertThat(listed).extracting(TrainingJobQuery.Row::scope).containsExactly(OTHER_ACCOUNT, SCOPE);
        assertThat(first).extracting(job -> job.key().scope()).containsExactly(OTHER_ACCOUNT);
        assertThat(store().listOwn(all, first.get(0).key(), 9))
                .extracting(job -> job.key().scope())
                .containsExactly(SCOPE);
        assertThat(store().named("same")).extracting(JobKey::scope).containsExactly(OTHER_REGION, OTHER_ACCOUNT, SCOPE);
    }

    @Test
    void findsAJobInEveryCaseAndOnlyInItsScope() {
        store().create(job("Train-1", SCOPE, T0), List.of());

        assertThat(store().find(new JobKey(SCOPE, "tRAIN-1")))
                .hasValueSatisfying(job -> assertThat(job.name()).isEqualTo("Train-1"));
        assertThat(store().find(new JobKey(OTHER_ACCOUNT, "Train-1"))).isEmpty();
        assertThat(store().find(new JobKey(OTHER_REGION, "Train-1"))).isEmpty();
        assertThat(store().named("TRAIN-1")).containsExactly(new JobKey(SCOPE, "Train-1"));
    }

    @Test
    void findsNothingWhereNothingIs() {
        var nobody = new JobKey(SCOPE, "nobody");

        assertThat(store().find(nobody)).isEmpty();
        assertThat(store().tags(nobody)).isEmpty();
        assertThat(store().report(nobody)).isEmpty();
        assertThat(store().named("nobody")).isEmpty();
        assertThat(list(query(Sort.NAME, false))).isEmpty();
    }

    @Test
    void keepsTagsInTheirOrder() {
        var tags = List.of(new Tag("z", "1"), new Tag("a", ""), new Tag("𝒜".repeat(128), "𝒜".repeat(256)));
        var job = job("train", SCOPE, T0);

        store().create(job, tags);

        assertThat(store().tags(job.key())).isEqualTo(tags);
    }

    @Test
    void refusesANameThatIsTakenInAnotherCase() {
        var first = job("Train", SCOPE, T0);
        store().create(first, List.of());

        assertInUse(job("TRAIN", SCOPE, T0.plusSeconds(1)));

        assertThat(stored(first).name()).isEqualTo("Train");
        store().create(job("train", OTHER_ACCOUNT, T0), List.of());
        store().create(job("train", OTHER_REGION, T0), List.of());
    }

    @Test
    void refusesTheNameOfATrainingJobThatATuningJobLaunched() {
        launch("churn", trial("Churn-001-0a", T0));

        assertInUse(job("churn-001-0A", SCOPE, T0));

        store().create(job("churn-001-0a", OTHER_ACCOUNT, T0), List.of());
    }

    @Test
    void aSaveKeepsTheStepAndTheReport() {
        var job = job("train", SCOPE, T0);
        store().create(job, List.of());
        var ended = stored(job)
                .stopRequested(T0.plusMillis(1))
                .reported(report(TrainingStatus.STOPPED, T0.plusMillis(2)), T0.plusMillis(2))
                .withOrigin(Duration.ofMillis(-5));

        var saved = store().save(ended, report(TrainingStatus.STOPPED, T0.plusMillis(2)));

        assertThat(saved).isTrue();
        assertThat(stored(job)).isEqualTo(ended.saved());
        assertThat(store().report(job.key())).hasValue(report(TrainingStatus.STOPPED, T0.plusMillis(2)));
    }

    @Test
    void aSaveOfAnOldVersionChangesNothing() {
        var job = job("train", SCOPE, T0);
        store().create(job, List.of());
        var old = stored(job);
        store().saveAndWake(old.stopRequested(T0));

        assertThat(store().save(old, report(TrainingStatus.COMPLETED, T0))).isFalse();
        assertThat(store().saveAndWake(old)).isFalse();
        assertThat(store().delete(old)).isFalse();

        assertThat(stored(job)).isEqualTo(old.stopRequested(T0).saved());
        assertThat(store().report(job.key())).isEmpty();
    }

    @Test
    void aStepOfAForgottenJobIsNotTakenForOneOfTheNextOfThatName() {
        var job = job("train", SCOPE, T0);
        store().create(job, List.of(new Tag("a", "b")));
        var forgotten = stored(job);
        assertThat(store().delete(forgotten)).isTrue();
        store().create(job, List.of());

        assertThat(store().save(forgotten, null)).isFalse();
        assertThat(store().tags(job.key())).isEmpty();
    }

    @Test
    void knowsWhichJobsHaveNotEnded() {
        var running = job("running", SCOPE, T0);
        var ended = job("ended", SCOPE, T0);
        store().create(running, List.of());
        store().create(ended, List.of());

        end(ended, T0);

        assertThat(store().active()).containsExactly(running.key());
        store().wakeAll();
    }

    @Test
    void clearForgetsItsOwnOnly() {
        store().create(job("train", SCOPE, T0), List.of(new Tag("a", "b")));
        launch("churn", trial("churn-001", T0));

        store().clear();

        assertThat(list(query(Sort.NAME, false))).containsExactly("churn-001");
        store().create(job("train", SCOPE, T0), List.of());
    }

    @Test
    void listsBothKindsInEveryOrder() {
        var late = job("b-own", SCOPE, T0.plusSeconds(3));
        store().create(late, List.of());
        store().create(job("D-own", SCOPE, T0.plusSeconds(1)), List.of());
        end(late, T0.plusSeconds(9));
        launch("churn", trial("A-tuned", T0.plusSeconds(2)), trial("c-tuned", T0.plusSeconds(1)));

        assertThat(list(query(Sort.NAME, false))).containsExactly("A-tuned", "b-own", "c-tuned", "D-own");
        assertThat(list(query(Sort.NAME, true))).containsExactly("D-own", "c-tuned", "b-own", "A-tuned");
        assertThat(list(query(Sort.CREATION_TIME, false))).containsExactly("c-tuned", "D-own", "A-tuned", "b-own");
        assertThat(list(query(Sort.STATUS, false))).containsExactly("b-own", "A-tuned", "c-tuned", "D-own");
        assertThat(store().list(query(Sort.NAME, false)))
                .first()
                .isEqualTo(new TrainingJobQuery.Row(
                        SCOPE, "A-tuned", T0.plusSeconds(2), TrainingStatus.IN_PROGRESS, new JobKey(SCOPE, "churn")));
        assertThat(store().list(query(Sort.NAME, false)).get(1).launcher()).isNull();
    }

    @Test
    void listsOneScopeOnly() {
        for (var scope : List.of(SCOPE, OTHER_ACCOUNT, OTHER_REGION)) {
            store().create(job("own-" + scope.region(), scope, T0), List.of());
        }

        assertThat(list(query(Sort.NAME, false))).containsExactly("own-" + SCOPE.region());
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void pagesHoldEveryJobOnceThoughJobsAreAddedBetweenThem(Sort sort) {
        for (int i = 0; i < 4; i++) {
            store().create(job("own-" + i, SCOPE, T0.plusSeconds(i % 2)), List.of());
        }
        launch("churn", trial("own-1-a", T0), trial("own-2-b", T0.plusSeconds(1)), trial("z", T0));
        for (var descending : List.of(false, true)) {
            var expected = list(query(sort, descending));
            var seen = new ArrayList<String>();
            var query = query(sort, descending).from(null, 2);
            while (true) {
                var page = store().list(query);
                page.forEach(row -> seen.add(row.name()));
                if (page.size() < 2) {
                    break;
                }
                query = query.from(query.positionOf(page.get(1)), 2);
            }
            assertThat(seen).isEqualTo(expected).hasSize(7);
        }
    }

    @Test
    void filtersByNameAndTimeOfCreation() {
        store().create(job("Alpha_1", SCOPE, T0), List.of());
        store().create(job("alpha-2", SCOPE, T0.plusSeconds(2)), List.of());
        launch("churn", trial("ALPHA-3", T0.plusSeconds(1)));

        assertThat(list(filtered("ALPHA-", Span.ALL, Span.ALL))).containsExactly("alpha-2", "ALPHA-3");
        assertThat(list(filtered("a_", Span.ALL, Span.ALL))).containsExactly("Alpha_1");
        assertThat(list(filtered(null, new Span(T0, T0.plusSeconds(2)), Span.ALL)))
                .containsExactly("ALPHA-3");
    }

    @Test
    void ofThoseThatHaveEndedOnlyTheRightOnesAreListedByTimeOfChange() {
        var first = job("first", SCOPE, T0);
        var second = job("second", SCOPE, T0);
        store().create(first, List.of());
        store().create(second, List.of());
        store().create(job("running", SCOPE, T0), List.of());
        end(first, T0.plusSeconds(1));
        end(second, T0.plusSeconds(2));

        var within = new Span(T0.plusSeconds(1), T0.plusSeconds(3));

        assertThat(list(filtered(null, Span.ALL, within))).containsExactly("running", "second");
        assertThat(list(filtered(null, Span.ALL, new Span(T0, T0.plusSeconds(2)))))
                .containsExactly("first", "running");
    }

    private void assertInUse(SingleTrainingJob job) {
        assertThatThrownBy(() -> store().create(job, List.of()))
                .isInstanceOfSatisfying(
                        TuningException.class, e -> assertThat(e.error()).isEqualTo(TuningError.NAME_IN_USE));
    }

    private SingleTrainingJob stored(SingleTrainingJob job) {
        return store().find(job.key()).orElseThrow();
    }

    private void end(SingleTrainingJob job, Instant at) {
        var report = report(TrainingStatus.COMPLETED, at);
        assertThat(store().save(stored(job).reported(report, at), report)).isTrue();
    }

    private void launch(String tuningJob, Trial... trials) {
        var job = new TuningJob(
                new JobKey(SCOPE, tuningJob),
                tuningJob,
                Jobs.branin(9, 9),
                42,
                "",
                T0,
                Duration.ZERO,
                TuningStatus.IN_PROGRESS,
                null,
                T0,
                null,
                0);
        tuningJobs().create(job, List.of());
        tuningJobs().save(tuningJobs().find(job.key()).orElseThrow(), numbered(trials), Map.of());
    }

    private static List<Trial> numbered(Trial... trials) {
        return Stream.iterate(1, i -> i <= trials.length, i -> i + 1)
                .map(i -> Trial.launched(
                        i,
                        trials[i - 1].trainingJobName(),
                        trials[i - 1].configuration(),
                        trials[i - 1].proposal(),
                        trials[i - 1].launchedAt()))
                .toList();
    }

    private static Trial trial(String name, Instant launchedAt) {
        return Trial.launched(
                1,
                name,
                new Configuration(Map.of("x1", "1", "x2", "2")),
                Proposal.without(Phase.RANDOM, 1),
                launchedAt);
    }

    private static SingleTrainingJob job(String name, Scope scope, Instant createdAt) {
        return new SingleTrainingJob(
                new JobKey(scope, name),
                name,
                Jobs.training("attune/branin", List.of(new MetricDefinition("loss", "loss=(\\S+)"))),
                ASKED,
                Long.MIN_VALUE,
                "a workload's version",
                createdAt,
                Duration.ofMillis(7),
                null,
                TrainingStatus.IN_PROGRESS,
                createdAt,
                null,
                createdAt,
                0);
    }

    private static TrainingReport report(TrainingStatus status, Instant end) {
        return new TrainingReport(
                status,
                List.of(new Transition("Starting", T0, end, "…"), new Transition(status.word(), end, end, "…")),
                List.of(new MetricReading("loss", 0.5, T0)),
                T0,
                end,
                null,
                0,
                null);
    }

    private List<String> list(TrainingJobQuery query) {
        return store().list(query).stream().map(TrainingJobQuery.Row::name).toList();
    }

    private static TrainingJobQuery query(Sort sort, boolean descending) {
        return new TrainingJobQuery(Reach.of(SCOPE), null, Span.ALL, Span.ALL, sort, descending, null, 100);
    }

    private static TrainingJobQuery filtered(@Nullable String fragment, Span created, Span updated) {
        return new TrainingJobQuery(Reach.of(SCOPE), fragment, created, updated, Sort.NAME, false, null, 100);
    }
}
