package dev.attune.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.search.Configuration;
import dev.attune.search.Goal;
import dev.attune.search.ModelSummary;
import dev.attune.search.Observation;
import dev.attune.search.Parameter;
import dev.attune.search.Phase;
import dev.attune.search.Proposal;
import dev.attune.search.Scaling;
import dev.attune.search.SearchSpace;
import dev.attune.training.MetricDefinition;
import dev.attune.training.MetricReading;
import dev.attune.training.Terms;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import dev.attune.training.Transition;
import dev.attune.tuning.JobQuery.Position;
import dev.attune.tuning.JobQuery.Sort;
import dev.attune.tuning.JobQuery.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link TuningStore} does. A subclass for each names the store; it is empty at the start of each test. */
public abstract class TuningStoreContract {
    private static final Scope SCOPE = Jobs.SCOPE;
    private static final Scope OTHER_ACCOUNT = new Scope("000000000000", SCOPE.region());
    private static final Scope OTHER_REGION = new Scope(SCOPE.account(), "eu-west-1");
    private static final Instant T0 = Instant.parse("2017-11-29T23:59:59.999Z");
    private static final Tag TEAM = new Tag("team", "ml");

    /** The store to be tested: the same one during a test. */
    protected abstract TuningStore store();

    @BeforeEach
    void empty() {
        store().clear();
    }

    @Test
    void givesBackWhatItWasGiven() {
        var job = job("Churn-1", SCOPE, T0);

        store().create(job, List.of());

        assertThat(stored(job)).isEqualTo(withVersionOf(job, stored(job)));
    }

    @Test
    void givesBackEveryMemberOfADefinition() {
        var definition = full(Map.of("a", "", "ключ", "値 \u0000\t\n\"\\🔑 </script>"));
        var job = job("churn", SCOPE, T0, definition);

        store().create(job, List.of());

        assertThat(stored(job).definition()).isEqualTo(definition);
    }

    @Test
    void givesBackWhatAJobHadFromItsParents() {
        var job = job("churn", SCOPE, T0);
        var inheritance = new Inheritance(
                List.of(
                        new Inheritance.Parent(
                                "Churn-0", "trees", 7, trial(3, T0).stopRequested(T0)),
                        new Inheritance.Parent("other", null, 0, null)),
                List.of(
                        new Observation(-1, new Configuration(Map.of("x1", "1e-05")), -0.1),
                        new Observation(0, new Configuration(Map.of("x1", "ü")), Double.MAX_VALUE)),
                List.of(new Configuration(Map.of("x1", "0.5"))));

        store().create(job, JobTags.NONE, inheritance, Admission.OPEN);

        assertThat(store().inheritance(job.key())).isEqualTo(inheritance);
        assertThat(store().delete(stored(job))).isTrue();
        assertThat(store().inheritance(job.key())).isEqualTo(Inheritance.NONE);
    }

    @Test
    void aJobWithoutParentsHadNothingFromThem() {
        var job = job("churn", SCOPE, T0);
        store().create(job, List.of());

        assertThat(store().inheritance(job.key())).isEqualTo(Inheritance.NONE);
    }

    @Test
    void givesBackSeveralAlgorithmsAndWhichATrialIsOf() {
        var one = full(Map.of()).algorithms().get(0);
        var other = Jobs.branin(1, 1).algorithms().get(0);
        var definition = new TuningDefinition(
                Strategy.RANDOM, new Limits(5, 1, null), List.of(one, other), null, null, null, null, null);
        var job = job("churn", SCOPE, T0, definition);
        store().create(job, List.of());

        store().save(stored(job), List.of(trial(1, T0), trial(2, T0).of(1)), Map.of());

        assertThat(stored(job).definition()).isEqualTo(definition);
        assertThat(store().trials(job.key())).extracting(Trial::algorithm).containsExactly(0, 1);
    }

    @Test
    void tellsTheAdmissionOfTheJobsOfTheScopeThatHaveNotEnded() {
        store().create(job("active", SCOPE, T0), List.of());
        store().create(job("ended", SCOPE, T0, TuningStatus.COMPLETED), List.of());
        store().create(job("elsewhere", OTHER_REGION, T0), List.of());
        var seen = new ArrayList<String>();

        store().create(
                        job("churn", SCOPE, T0),
                        JobTags.NONE,
                        Inheritance.NONE,
                        (job, inheritance, active) ->
                                active.forEach(other -> seen.add(job.name() + " sees " + other.name())));

        assertThat(seen).containsExactly("churn sees active");
    }

    @Test
    void whoIsNotAdmittedLeavesNothingBehind() {
        var job = job("churn", SCOPE, T0);

        assertThatThrownBy(() -> store().create(
                                job,
                                new JobTags(List.of(TEAM), List.of()),
                                Inheritance.NONE,
                                (late, inheritance, active) -> {
                                    throw new TuningException(TuningError.LIMIT_EXCEEDED, "full");
                                }))
                .hasMessage("full");

        assertThat(store().find(job.key())).isEmpty();
        assertThat(store().active()).isEmpty();
    }

    @Test
    void ofManyWhoComeAtOnceAsManyAreAdmittedAsThereIsRoom() throws Exception {
        Admission three = (job, inheritance, active) -> {
            if (active.size() >= 3) {
                throw new TuningException(TuningError.LIMIT_EXCEEDED, "full");
            }
        };

        var outcomes = together(12, i -> {
            try {
                store().create(job("job-" + i, SCOPE, T0), JobTags.NONE, Inheritance.NONE, three);
                return true;
            } catch (TuningException e) {
                return false;
            }
        });

        assertThat(outcomes).filteredOn(admitted -> admitted).hasSize(3);
        assertThat(store().active()).hasSize(3);
    }

    @Test
    void givesBackAVeryLargeDefinition() {
        var values = new HashMap<String, String>();
        for (int i = 0; i < 800; i++) {
            values.put("parameter-" + i, "ü".repeat(2500));
        }
        var job = job("churn", SCOPE, T0, full(values));

        store().create(job, List.of());

        assertThat(stored(job).definition().training().staticHyperParameters()).isEqualTo(values);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
    void givesBackEverySeed(long seed) {
        var job = withSeed(job("churn", SCOPE, T0), seed);

        store().create(job, List.of());

        assertThat(stored(job).seed()).isEqualTo(seed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2017-03-26T01:30:00.001Z",
                "2017-10-29T00:59:59.999Z",
                "2017-10-29T01:00:00Z",
                "2024-02-29T12:00:00.123Z",
                "9999-12-31T23:59:59.999Z"
            })
    void givesBackInstantsToTheMillisecond(String text) {
        var instant = Instant.parse(text);
        var job = job("churn", SCOPE, instant);
        store().create(job, List.of());
        var trial = trial(1, instant).stopRequested(instant);

        store().save(stored(job).stepped(instant, Ending.COMPLETED, true), List.of(trial), Map.of());

        assertThat(stored(job).createdAt()).isEqualTo(instant);
        assertThat(stored(job).updatedAt()).isEqualTo(instant);
        assertThat(stored(job).endedAt()).isEqualTo(instant);
        assertThat(store().trials(job.key())).containsExactly(trial);
    }

    @Test
    void findsAJobInEveryCase() {
        store().create(job("Churn-1", SCOPE, T0), List.of());

        assertThat(store().find(new JobKey(SCOPE, "cHURN-1")))
                .hasValueSatisfying(job -> assertThat(job.name()).isEqualTo("Churn-1"));
    }

    @Test
    void findsNothingWhereNothingIs() {
        var nobody = new JobKey(SCOPE, "nobody");

        assertThat(store().find(nobody)).isEmpty();
        assertThat(store().trials(nobody)).isEmpty();
        assertThat(tags(nobody)).isEmpty();
        assertThat(store().report(nobody, 1)).isEmpty();
        assertThat(store().reports(nobody, List.of(1))).isEmpty();
        assertThat(store().trial(nobody, "nobody-001")).isEmpty();
        assertThat(store().launchersOf(SCOPE.region(), "nobody-001")).isEmpty();
        assertThat(store().named("nobody")).isEmpty();
    }

    @Test
    void refusesANameThatIsTakenInAnotherCase() {
        var first = job("Churn", SCOPE, T0);
        store().create(first, List.of(TEAM));

        assertThatThrownBy(() -> store().create(job("CHURN", SCOPE, T0.plusSeconds(1)), List.of()))
                .isInstanceOfSatisfying(
                        TuningException.class, e -> assertThat(e.error()).isEqualTo(TuningError.NAME_IN_USE))
                .hasMessage("A hyperparameter tuning job with the name, CHURN, already exists. Choose a different"
                        + " name.");
        assertThat(stored(first).name()).isEqualTo("Churn");
        assertThat(tags(first.key())).containsExactly(TEAM);
    }

    @Test
    void ofManyWhoWantANameAtOnceOneGetsIt() throws Exception {
        var outcomes = together(8, i -> {
            try {
                store().create(job(i % 2 == 0 ? "churn" : "CHURN", SCOPE, T0), List.of(new Tag("from", "" + i)));
                return true;
            } catch (TuningException e) {
                assertThat(e.error()).isEqualTo(TuningError.NAME_IN_USE);
                return false;
            }
        });

        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(tags(new JobKey(SCOPE, "churn"))).hasSize(1);
    }

    @Test
    void keepsAccountsAndRegionsApart() {
        var scopes = List.of(SCOPE, OTHER_ACCOUNT, OTHER_REGION);
        for (var scope : scopes) {
            var job = job("churn", scope, T0);
            store().create(job, List.of(new Tag("account", scope.account()), new Tag("region", scope.region())));
            store().save(stored(job), List.of(trial(scopes.indexOf(scope) + 1, T0)), Map.of());
        }

        for (var scope : scopes) {
            var key = new JobKey(scope, "churn");
            assertThat(store().find(key).orElseThrow().key()).isEqualTo(key);
            assertThat(tags(key)).extracting(Tag::value).containsExactly(scope.account(), scope.region());
            assertThat(store().trials(key)).extracting(Trial::number).containsExactly(scopes.indexOf(scope) + 1);
            assertThat(list(query(scope, Sort.NAME, false))).containsExactly("churn");
        }
    }

    @Test
    void keepsTagsInTheirOrder() {
        var tags = List.of(new Tag("z", "1"), new Tag("a", ""), new Tag("Z", "3"), new Tag("ключ", "値 🔑"));
        var job = job("churn", SCOPE, T0);

        store().create(job, tags);

        assertThat(tags(job.key())).isEqualTo(tags);
    }

    // AWS counts characters, not their halves: 𝒜 is one character and two chars.
    @Test
    void keepsTheLongestTags() {
        var longest = new Tag("𝒜".repeat(128), "𝒜".repeat(256));
        var job = job("churn", SCOPE, T0);

        store().create(job, List.of(longest));

        assertThat(tags(job.key())).containsExactly(longest);
    }

    @Test
    void keepsTheLongestNames() {
        var name = "x".repeat(63);
        var job = job(name, SCOPE, T0);
        store().create(job, List.of());
        var trial = named(trial(1, T0), name + "-1000-12345678");

        store().save(stored(job), List.of(trial), Map.of());

        assertThat(store().trial(job.key(), trial.trainingJobName())).hasValue(trial);
    }

    @Test
    void aSaveKeepsTheJobItsTrialsAndTheReports() {
        var job = job("churn", SCOPE, T0);
        store().create(job, List.of());
        var before = stored(job);
        var ended = extreme(1);

        var saved = store().save(
                        before.stepped(T0.plusMillis(1), Ending.failed("Grund: ü🔑"), true),
                        List.of(ended, trial(2, T0)),
                        Map.of(1, report()));

        assertThat(saved).isTrue();
        assertThat(stored(job))
                .isEqualTo(before.stepped(T0.plusMillis(1), Ending.failed("Grund: ü🔑"), true)
                        .saved());
        assertThat(store().trials(job.key())).containsExactly(ended, trial(2, T0));
        assertThat(store().report(job.key(), 1)).hasValue(report());
        assertThat(store().report(job.key(), 2)).isEmpty();
        assertThat(store().reports(job.key(), List.of(2, 1))).isEqualTo(Map.of(1, report()));
    }

    @Test
    void aSaveKeepsTheOrigin() {
        var job = job("churn", SCOPE, T0);
        store().create(job, List.of());
        var moved = stored(job).withOrigin(Duration.ofMillis(-5));

        store().save(moved, List.of(), Map.of());

        assertThat(stored(job)).isEqualTo(moved.saved());
    }

    @Test
    void aSaveChangesOnlyWhatItNames() {
        var job = job("churn", SCOPE, T0);
        store().create(job, List.of(TEAM));
        store().save(stored(job), List.of(trial(3, T0), trial(1, T0), trial(2, T0)), Map.of());
        var changed = trial(2, T0).stopRequested(T0.plusSeconds(9));

        store().save(stored(job), List.of(changed), Map.of());

        assertThat(store().trials(job.key())).containsExactly(trial(1, T0), changed, trial(3, T0));
        assertThat(tags(job.key())).containsExactly(TEAM);
    }

    @Test
    void aStaleSaveChangesNothing() {
        var job = job("churn", SCOPE, T0);
        store().create(job, List.of());
        var stale = stored(job);
        store().save(stale.stepped(T0.plusSeconds(1), null, false), List.of(trial(1, T0)), Map.of());
        var current = stored(job);

        var saved = store().save(
                        stale.stepped(T0.plusSeconds(2), Ending.COMPLETED, true),
                        List.of(extreme(1), trial(2, T0)),
                        Map.of(1, report()));

        assertThat(saved).isFalse();
        assertThat(store().saveAndWake(stale.stopping(T0.plusSeconds(3)))).isFalse();
        assertThat(stored(job)).isEqualTo(current);
        assertThat(store().trials(job.key())).containsExactly(trial(1, T0));
        assertThat(store().report(job.key(), 1)).isEmpty();
    }

    @Test
    void ofManySavesOfOneVersionOneIsKept() throws Exception {
        var job = job("churn", SCOPE, T0);
        store().create(job, List.of());
        var version = stored(job);

        var outcomes = together(
                8, i -> store().save(version.stepped(T0.plusSeconds(i), null, false), List.of(trial(i, T0)), Map.of()));

        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(store().trials(job.key())).extracting(Trial::number).containsExactly(outcomes.indexOf(true) + 1);
        assertThat(stored(job).version()).isEqualTo(version.saved().version());
    }

    @Test
    void aSaveOfAJobThatIsGoneChangesNothing() {
        var job = job("churn", SCOPE, T0);

        assertThat(store().save(job, List.of(trial(1, T0)), Map.of())).isFalse();
        assertThat(store().saveAndWake(job)).isFalse();
        assertThat(store().find(job.key())).isEmpty();
    }

    @Test
    void aRequestToStopIsSeenAtOnce() {
        var job = job("churn", SCOPE, T0);
        store().create(job, List.of());

        assertThat(store().saveAndWake(stored(job).stopping(T0.plusSeconds(1)))).isTrue();

        assertThat(stored(job).status()).isEqualTo(TuningStatus.STOPPING);
        assertThat(stored(job).ending()).isEqualTo(Ending.STOPPED);
    }

    @Test
    void findsATrainingJobInEveryCase() {
        var job = job("churn", SCOPE, T0);
        store().create(job, List.of());
        store().save(stored(job), List.of(named(trial(1, T0), "Churn-001-0a")), Map.of());

        assertThat(store().trial(job.key(), "cHURN-001-0A"))
                .hasValueSatisfying(trial -> assertThat(trial.trainingJobName()).isEqualTo("Churn-001-0a"));
        assertThat(store().launchersOf(SCOPE.region(), "CHURN-001-0A")).containsExactly(job.key());
    }

    @Test
    void findsAllAccountsThatLaunchedATrainingJobInARegion() {
        for (var scope : List.of(SCOPE, OTHER_ACCOUNT, OTHER_REGION)) {
            var job = job("churn", scope, T0);
            store().create(job, List.of());
            store().save(stored(job), List.of(named(trial(1, T0), "churn-001-0a")), Map.of());
        }

        assertThat(store().launchersOf(SCOPE.region(), "churn-001-0a"))
                .containsExactlyInAnyOrder(new JobKey(SCOPE, "churn"), new JobKey(OTHER_ACCOUNT, "churn"));
        assertThat(store().launchersOf("CHURN-001-0a"))
                .containsExactlyInAnyOrder(
                        new JobKey(SCOPE, "churn"),
                        new JobKey(OTHER_ACCOUNT, "churn"),
                        new JobKey(OTHER_REGION, "churn"));
    }

    @Test
    void theActiveJobsAreThoseThatHaveNotEnded() {
        for (var status : TuningStatus.values()) {
            store().create(job(status.name().replace('_', '-'), SCOPE, T0, status), List.of());
        }

        assertThat(store().active()).extracting(JobKey::name).containsExactlyInAnyOrder("in-progress", "stopping");
    }

    @Test
    void findsANameInAllScopesTheNewestFirst() {
        store().create(job("Churn", SCOPE, T0), List.of());
        store().create(job("churn", OTHER_REGION, T0), List.of());
        store().create(job("other", SCOPE, T0), List.of());

        assertThat(store().named("CHURN"))
                .containsExactly(new JobKey(OTHER_REGION, "churn"), new JobKey(SCOPE, "churn"));
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void pagesOfAllAccountsHoldTheNamesakesOfEach(Sort sort) {
        for (var scope : List.of(SCOPE, OTHER_ACCOUNT, OTHER_REGION)) {
            List.of("a", "B", "c").forEach(name -> store().create(job(name, scope, T0), List.of()));
        }
        var seen = new ArrayList<JobKey>();
        Position after = null;
        List<TuningJob> page;
        do {
            var query =
                    new JobQuery(new Reach(null, SCOPE.region()), null, null, Span.ALL, Span.ALL, sort, true, after, 1);
            page = store().list(query);
            page.forEach(job -> seen.add(job.key()));
            after = page.isEmpty() ? null : query.positionOf(page.get(0));
        } while (!page.isEmpty());

        assertThat(seen)
                .containsExactly(
                        new JobKey(SCOPE, "c"), new JobKey(OTHER_ACCOUNT, "c"),
                        new JobKey(SCOPE, "b"), new JobKey(OTHER_ACCOUNT, "b"),
                        new JobKey(SCOPE, "a"), new JobKey(OTHER_ACCOUNT, "a"));
    }

    @Test
    void forgetsEverything() {
        var job = job("churn", SCOPE, T0);
        store().create(job, List.of(TEAM));
        store().save(stored(job), List.of(extreme(1)), Map.of(1, report()));

        store().clear();

        assertThat(store().active()).isEmpty();
        assertThat(list(query(SCOPE, Sort.NAME, false))).isEmpty();
        store().create(job, List.of());
        assertThat(store().trials(job.key())).isEmpty();
        assertThat(tags(job.key())).isEmpty();
        assertThat(store().report(job.key(), 1)).isEmpty();
    }

    @Test
    void forgetsOneJobWithAllThatBelongsToIt() {
        var job = job("churn", SCOPE, T0);
        var other = job("other", SCOPE, T0);
        store().create(job, List.of(TEAM));
        store().create(other, List.of(TEAM));
        store().save(stored(job), List.of(extreme(1)), Map.of(1, report()));

        assertThat(store().delete(stored(job))).isTrue();

        assertThat(store().find(job.key())).isEmpty();
        assertThat(list(query(SCOPE, Sort.NAME, false))).containsExactly("other");
        assertThat(tags(other.key())).containsExactly(TEAM);
        store().create(job, List.of());
        assertThat(store().trials(job.key())).isEmpty();
        assertThat(tags(job.key())).isEmpty();
        assertThat(store().report(job.key(), 1)).isEmpty();
    }

    @Test
    void forgetsNoJobThatHasChangedSinceOrIsGone() {
        var job = job("churn", SCOPE, T0);
        store().create(job, List.of());
        var old = stored(job);
        store().save(old.stepped(T0, null, false), List.of(), Map.of());

        assertThat(store().delete(old)).isFalse();
        assertThat(store().find(job.key())).isPresent();

        assertThat(store().delete(stored(job))).isTrue();
        assertThat(store().delete(old)).isFalse();
    }

    @Test
    void aStepOfAForgottenJobDoesNotTouchTheNextOfItsName() {
        var job = job("churn", SCOPE, T0);
        store().create(job, List.of());
        var forgotten = stored(job);
        store().clear();
        store().create(job, List.of());
        var next = stored(job);

        assertThat(store().save(forgotten.stepped(T0, null, false), List.of(trial(1, T0)), Map.of()))
                .isFalse();
        assertThat(stored(job)).isEqualTo(next);
        assertThat(store().trials(job.key())).isEmpty();
    }

    @Test
    void listsByNameByTimeAndByStatus() {
        store().create(job("b", SCOPE, T0.plusMillis(1), TuningStatus.COMPLETED), List.of());
        store().create(job("C", SCOPE, T0, TuningStatus.IN_PROGRESS), List.of());
        store().create(job("a", SCOPE, T0, TuningStatus.STOPPED), List.of());

        assertThat(list(query(SCOPE, Sort.NAME, false))).containsExactly("a", "b", "C");
        assertThat(list(query(SCOPE, Sort.CREATION_TIME, false))).containsExactly("a", "C", "b");
        assertThat(list(query(SCOPE, Sort.CREATION_TIME, true))).containsExactly("b", "C", "a");
        assertThat(list(query(SCOPE, Sort.STATUS, true))).containsExactly("a", "C", "b");
    }

    @Test
    void theBoundsOfTimeAreExclusive() {
        for (int i = 0; i < 4; i++) {
            store().create(job("job-" + i, SCOPE, T0.plusMillis(i)), List.of());
        }

        assertThat(list(new JobQuery(
                        Reach.of(SCOPE),
                        null,
                        null,
                        between(T0, T0.plusMillis(3)),
                        Span.ALL,
                        Sort.CREATION_TIME,
                        false,
                        null,
                        10)))
                .containsExactly("job-1", "job-2");
    }

    @Test
    void findsTheJobsThatMovedWithinATime() {
        for (int i = 0; i < 4; i++) {
            var job = job("job-" + i, SCOPE, T0);
            store().create(job, List.of());
            store().save(stored(job).stepped(T0.plusMillis(i), null, false), List.of(), Map.of());
        }
        var moved = between(T0, T0.plusMillis(3));

        assertThat(list(new JobQuery(Reach.of(SCOPE), null, null, Span.ALL, moved, Sort.NAME, false, null, 10)))
                .containsExactly("job-1", "job-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "!", "\\", "a_b", "a%", "'", "ü"})
    void aFragmentOfANameIsNoPattern(String fragment) {
        store().create(job("a-b", SCOPE, T0), List.of());

        assertThat(list(new JobQuery(Reach.of(SCOPE), fragment, null, Span.ALL, Span.ALL, Sort.NAME, false, null, 10)))
                .isEmpty();
    }

    @Test
    void aFragmentIsFoundInEveryCase() {
        store().create(job("My-Churn-1", SCOPE, T0), List.of());
        store().create(job("other", SCOPE, T0), List.of());

        assertThat(list(new JobQuery(Reach.of(SCOPE), "CHURN", null, Span.ALL, Span.ALL, Sort.NAME, false, null, 10)))
                .containsExactly("My-Churn-1");
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void pagesShowEachJobOnceWhateverComesInBetween(Sort sort) {
        var random = new Random(7);
        var old = new ArrayList<TuningJob>();
        for (int i = 0; i < 60; i++) {
            old.add(create(random, "old-" + i));
        }
        for (var filter : filters()) {
            for (boolean descending : new boolean[] {false, true}) {
                var shown = new ArrayList<TuningJob>();
                Position after = null;
                var limit = 1 + random.nextInt(9);
                while (true) {
                    var query = filter.query(sort, descending, after, limit);
                    var page = store().list(query);
                    shown.addAll(page);
                    if (page.size() < limit) {
                        break;
                    }
                    after = query.positionOf(page.get(page.size() - 1));
                    create(random, "new-" + random.nextInt());
                }
                assertThat(shown).doesNotHaveDuplicates().isSortedAccordingTo(order(sort, descending));
                assertThat(shown.stream().map(TuningJob::name).filter(name -> name.startsWith("old-")))
                        .containsExactlyElementsOf(old.stream()
                                .filter(filter.matches())
                                .sorted(order(sort, descending))
                                .map(TuningJob::name)
                                .toList());
            }
        }
    }

    private TuningJob create(Random random, String name) {
        var statuses = TuningStatus.values();
        var job = job(name, SCOPE, T0.plusMillis(random.nextInt(20)), statuses[random.nextInt(statuses.length)]);
        store().create(job, List.of());
        return job;
    }

    private static List<Filter> filters() {
        return List.of(
                new Filter(null, null, null, null, job -> true),
                new Filter("D-1", null, null, null, job -> job.name().contains("d-1")),
                new Filter(null, TuningStatus.STOPPED, null, null, job -> job.status() == TuningStatus.STOPPED),
                new Filter(
                        "1",
                        TuningStatus.IN_PROGRESS,
                        T0.plusMillis(4),
                        T0.plusMillis(15),
                        job -> job.name().contains("1")
                                && job.status() == TuningStatus.IN_PROGRESS
                                && job.createdAt().isAfter(T0.plusMillis(4))
                                && job.createdAt().isBefore(T0.plusMillis(15))));
    }

    private static Comparator<TuningJob> order(Sort sort, boolean descending) {
        var byName = Comparator.comparing((TuningJob job) -> job.key().name());
        var order = switch (sort) {
            case NAME -> byName;
            case CREATION_TIME -> Comparator.comparing(TuningJob::createdAt).thenComparing(byName);
            case STATUS ->
                Comparator.comparing((TuningJob job) -> job.status().name()).thenComparing(byName);
        };
        return descending ? order.reversed() : order;
    }

    private static Span between(@Nullable Instant after, @Nullable Instant before) {
        return new Span(after, before);
    }

    private List<String> list(JobQuery query) {
        return store().list(query).stream().map(TuningJob::name).toList();
    }

    private static JobQuery query(Scope scope, Sort sort, boolean descending) {
        return new JobQuery(Reach.of(scope), null, null, Span.ALL, Span.ALL, sort, descending, null, 100);
    }

    private List<Tag> tags(JobKey key) {
        return store().tags(key).current().own();
    }

    private TuningJob stored(TuningJob job) {
        return store().find(job.key()).orElseThrow();
    }

    /** The outcomes of doing something so many times at once, for 1, 2, … */
    private static List<Boolean> together(int threads, Racer racer) throws Exception {
        var barrier = new CyclicBarrier(threads);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var racers = IntStream.rangeClosed(1, threads)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        barrier.await();
                        return racer.run(i);
                    })
                    .toList();
            var outcomes = new ArrayList<Boolean>();
            for (Future<Boolean> future : pool.invokeAll(racers)) {
                outcomes.add(future.get());
            }
            return outcomes;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static TuningJob job(String name, Scope scope, Instant createdAt) {
        return job(name, scope, createdAt, Jobs.branin(10, 2));
    }

    private static TuningJob job(String name, Scope scope, Instant createdAt, TuningStatus status) {
        var job = job(name, scope, createdAt);
        return status == TuningStatus.STOPPING
                ? job.stopping(createdAt)
                : status.terminal() ? job.stepped(createdAt, new Ending(status, null), true) : job;
    }

    private static TuningJob job(String name, Scope scope, Instant createdAt, TuningDefinition definition) {
        return new TuningJob(
                new JobKey(scope, name),
                name,
                definition,
                -7,
                "a workload's version",
                createdAt,
                Duration.ofDays(400).plusMillis(1),
                TuningStatus.IN_PROGRESS,
                null,
                createdAt,
                null,
                0);
    }

    private static TuningJob withSeed(TuningJob job, long seed) {
        return new TuningJob(
                job.key(),
                job.name(),
                job.definition(),
                seed,
                job.workloads(),
                job.createdAt(),
                job.origin(),
                job.status(),
                job.ending(),
                job.updatedAt(),
                job.endedAt(),
                job.version());
    }

    /** A store numbers the versions of its jobs as it likes. */
    private static TuningJob withVersionOf(TuningJob job, TuningJob other) {
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
                other.version());
    }

    private static TuningDefinition full(Map<String, String> statics) {
        return new TuningDefinition(
                Strategy.BAYESIAN,
                new Objective(Goal.MAXIMIZE, "validation:accuracy"),
                new Limits(500, 10, Duration.ofDays(30)),
                new SearchSpace(List.of(
                        new Parameter.Continuous("lr", Double.MIN_VALUE, Double.MAX_VALUE, Scaling.LOGARITHMIC),
                        new Parameter.Continuous("momentum", 0, 0.9999999999999999, Scaling.REVERSE_LOGARITHMIC),
                        new Parameter.Whole("depth", Long.MIN_VALUE, Long.MAX_VALUE, Scaling.LINEAR),
                        new Parameter.Categorical("booster", List.of("", "\"gbtree\"", "ü🔑\u0000", " ")))),
                Map.of("lr", new RangeText("4.9e-324", "1.7976931348623157E308")),
                new TrainingDefinition(
                        "my/image:1",
                        "Pipe",
                        statics,
                        List.of(new MetricDefinition("validation:accuracy", "(?P<v>\\S+)\u0001")),
                        "arn:aws:iam::123456789012:role/ü",
                        List.of(
                                new TrainingDefinition.Channel(
                                        "train", "S3Prefix", "s3://b/ü", "FullyReplicated", "text/csv", "Gzip", "None"),
                                new TrainingDefinition.Channel("x", "S3Prefix", "s3://b", null, null, null, null)),
                        new TrainingDefinition.Output("s3://b/out", "key"),
                        new TrainingDefinition.Cluster("ml.m4.xlarge", 3, 10, "key"),
                        Duration.ofSeconds(1),
                        new Terms(true, Duration.ofHours(2), 30, Map.of("team", "ü🔑"))),
                Integer.MAX_VALUE,
                new Criteria(-0.1, 3, true),
                new RungRule(1, 20_000),
                new WarmStart(WarmStart.Kind.TRANSFER_LEARNING, List.of("Churn-0", "other")),
                "{\"Name\":\"ü🔑\"}");
    }

    private static Trial trial(int number, Instant at) {
        return Trial.launched(
                number,
                "churn-" + number,
                new Configuration(Map.of("x1", "0.1")),
                Proposal.without(Phase.INITIAL, number),
                at);
    }

    private static Trial named(Trial trial, String name) {
        return Trial.launched(trial.number(), name, trial.configuration(), trial.proposal(), trial.launchedAt());
    }

    /** An ended trial with all members at the edge of what they can be. */
    private static Trial extreme(int number) {
        var values = new LinkedHashMap<String, String>();
        Arrays.asList("z", "ключ", "a").forEach(name -> values.put(name, "ü🔑\u0000\"" + name));
        return new Trial(
                number,
                0,
                "churn-" + number,
                new Configuration(values),
                new Proposal(
                        Phase.BAYESIAN,
                        -Double.MAX_VALUE,
                        Double.MIN_VALUE,
                        1e-17,
                        Long.MIN_VALUE,
                        model(values.keySet())),
                T0,
                T0.plusMillis(1),
                TrainingStatus.STOPPED,
                T0.plusMillis(2),
                T0.plusMillis(3),
                0.1 + 0.2,
                "ü".repeat(1024),
                3,
                null,
                new Curve(List.of(1, 20_000), List.of(Double.MIN_VALUE, -Double.MAX_VALUE), T0.plusMillis(1), true),
                new Verdict(20_000, -Double.MAX_VALUE, Math.nextUp(1.0), 750, 4));
    }

    private static ModelSummary model(Set<String> names) {
        var lengthScales = new LinkedHashMap<String, Double>();
        names.forEach(name -> lengthScales.put(name, lengthScales.isEmpty() ? Math.PI : 0.02));
        return new ModelSummary(List.of(
                new ModelSummary.Member(
                        "tamed", "additive", 0.1 + 0.2, Double.MAX_VALUE, Double.MIN_VALUE, lengthScales),
                new ModelSummary.Member("ranked", "joint", 0.7, 1, 1e-6, Map.of())));
    }

    private static TrainingReport report() {
        return new TrainingReport(
                TrainingStatus.STOPPED,
                List.of(
                        new Transition("Starting", T0, T0.plusMillis(1), "ü🔑"),
                        new Transition("Stopped", T0.plusMillis(1), null, "")),
                List.of(
                        new MetricReading("loss", Double.MIN_VALUE, T0),
                        new MetricReading("loss", -Double.MAX_VALUE, T0.plusMillis(1)),
                        new MetricReading("loss", Math.nextUp(1.0), T0.plusMillis(2), 100_000)),
                T0.plusMillis(2),
                T0.plusMillis(3),
                null,
                3,
                null);
    }

    /** One of those who do something at once. */
    private interface Racer {
        boolean run(int number);
    }

    /** What a list leaves out. */
    private record Filter(
            @Nullable String name,
            @Nullable TuningStatus status,
            @Nullable Instant after,
            @Nullable Instant before,
            Predicate<TuningJob> matches) {
        JobQuery query(Sort sort, boolean descending, @Nullable Position position, int limit) {
            return new JobQuery(
                    Reach.of(SCOPE), name, status, between(after, before), Span.ALL, sort, descending, position, limit);
        }
    }
}
