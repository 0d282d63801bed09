package dev.attune.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TagStore} of tuning jobs and of their training jobs does; the store of the jobs is empty at the start of each test. */
public abstract class TagStoreContract {
    private static final Tag TEAM = new Tag("team", "ml");
    private static final Tag STAGE = new Tag("stage", "test");
    private static final Tag OTHER_TEAM = new Tag("team", "ops");

    /** The store of the jobs whose tags the others keep. */
    protected abstract TuningStore store();

    protected abstract TagStore tuningJobs();

    protected abstract TagStore trainingJobs();

    @BeforeEach
    void empty() {
        store().clear();
    }

    private TuningJob job(JobTags tags) {
        var job = Trials.job(Jobs.branin(1000, 2));
        store().create(job, tags);
        return job;
    }

    private TuningJob job(Tag... tags) {
        return job(new JobTags(List.of(tags), List.of()));
    }

    private void launch(TuningJob job, int... trials) {
        var launched = IntStream.of(trials).mapToObj(Trials::launched).toList();
        assertThat(store().save(store().find(job.key()).orElseThrow(), launched, Map.of()))
                .isTrue();
    }

    private List<Tag> tagsOf(TuningJob job) {
        return tuningJobs().tags(job.key().scope(), job.name()).orElseThrow();
    }

    private List<Tag> tagsOf(int trial) {
        return trainingJobs()
                .tags(Jobs.SCOPE, Trials.launched(trial).trainingJobName())
                .orElseThrow();
    }

    private List<Tag> change(TuningJob job, UnaryOperator<List<Tag>> change) {
        return tuningJobs().change(job.key().scope(), job.name(), change).orElseThrow();
    }

    private List<Tag> change(int trial, UnaryOperator<List<Tag>> change) {
        return trainingJobs()
                .change(Jobs.SCOPE, Trials.launched(trial).trainingJobName(), change)
                .orElseThrow();
    }

    private static UnaryOperator<List<Tag>> to(Tag... tags) {
        return old -> List.of(tags);
    }

    @Test
    void knowsTheTagsOfTheCreation() {
        var tags = new Tag[] {new Tag("z", "1"), new Tag("a", ""), new Tag("Z", "3"), new Tag("ключ", "値 𝒜")};

        var job = job(tags);

        assertThat(tagsOf(job)).containsExactly(tags);
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        launch(job(TEAM), 1);

        assertThat(tuningJobs().tags(Jobs.SCOPE, "nobody")).isEmpty();
        assertThat(tuningJobs().change(Jobs.SCOPE, "nobody", to(TEAM))).isEmpty();
        assertThat(tuningJobs().tags(new Scope("000000000000", Jobs.SCOPE.region()), "Churn"))
                .isEmpty();
        assertThat(trainingJobs().tags(Jobs.SCOPE, "Churn-002")).isEmpty();
        assertThat(trainingJobs().change(Jobs.SCOPE, "Churn-002", to(TEAM))).isEmpty();
        assertThat(trainingJobs().tags(new Scope(Jobs.SCOPE.account(), "eu-west-1"), "Churn-001"))
                .isEmpty();
    }

    @Test
    void findsThingsInEveryCase() {
        launch(job(TEAM), 1);

        assertThat(tuningJobs().tags(Jobs.SCOPE, "cHURN")).hasValue(List.of(TEAM));
        assertThat(trainingJobs().tags(Jobs.SCOPE, "cHURN-001")).hasValue(List.of(TEAM));
    }

    @Test
    void aChangeIsKeptAndAnswered() {
        var job = job(TEAM);

        var answered =
                change(job, old -> Stream.concat(old.stream(), Stream.of(STAGE)).toList());

        assertThat(answered).containsExactly(TEAM, STAGE);
        assertThat(tagsOf(job)).containsExactly(TEAM, STAGE);
        assertThat(change(job, to())).isEmpty();
        assertThat(tagsOf(job)).isEmpty();
    }

    @Test
    void aRefusedChangeChangesNothing() {
        var job = job(TEAM);
        launch(job, 1);
        UnaryOperator<List<Tag>> refusal = old -> {
            throw new TuningException(TuningError.INVALID, "no");
        };

        assertThatThrownBy(() -> change(job, refusal)).isInstanceOf(TuningException.class);
        assertThatThrownBy(() -> change(1, refusal)).isInstanceOf(TuningException.class);

        assertThat(tagsOf(job)).containsExactly(TEAM);
        assertThat(tagsOf(1)).containsExactly(TEAM);
    }

    @Test
    void aTrainingJobHasTheTagsOfItsLaunch() {
        var job = job(TEAM);
        launch(job, 1, 2);
        change(job, to(TEAM, STAGE));
        launch(job, 3);
        change(job, to(STAGE));
        change(job, to(OTHER_TEAM));
        launch(job, 4);
        change(job, to());
        launch(job, 5);

        assertThat(tagsOf(1)).containsExactly(TEAM);
        assertThat(tagsOf(2)).containsExactly(TEAM);
        assertThat(tagsOf(3)).containsExactly(TEAM, STAGE);
        assertThat(tagsOf(4)).containsExactly(OTHER_TEAM);
        assertThat(tagsOf(5)).isEmpty();
        assertThat(tagsOf(job)).isEmpty();
    }

    @Test
    void aTrainingJobWithoutTagsStaysWithoutThem() {
        var job = job();
        launch(job, 1);

        change(job, to(TEAM));
        launch(job, 2);

        assertThat(tagsOf(1)).isEmpty();
        assertThat(tagsOf(2)).containsExactly(TEAM);
    }

    @Test
    void aTrainingJobAlsoHasTheTagsThatAreForTrainingJobsAlone() {
        var job = job(new JobTags(List.of(TEAM, STAGE), List.of(OTHER_TEAM, new Tag("x", "y"))));
        launch(job, 1);
        change(job, to());
        launch(job, 2);

        assertThat(tagsOf(job)).isEmpty();
        assertThat(tagsOf(1)).containsExactly(OTHER_TEAM, STAGE, new Tag("x", "y"));
        assertThat(tagsOf(2)).containsExactly(OTHER_TEAM, new Tag("x", "y"));
    }

    @Test
    void aTrainingJobsOwnTagsAreItsOwn() {
        var job = job(TEAM);
        launch(job, 1, 2);

        assertThat(change(1, to(OTHER_TEAM, STAGE))).containsExactly(OTHER_TEAM, STAGE);
        change(2, to());
        change(job, to(STAGE));

        assertThat(tagsOf(1)).containsExactly(OTHER_TEAM, STAGE);
        assertThat(tagsOf(2)).isEmpty();
        assertThat(change(1, to(STAGE))).containsExactly(STAGE);
        assertThat(tagsOf(1)).containsExactly(STAGE);
        assertThat(store().tags(job.key()).of(1)).containsExactly(STAGE);
    }

    @Test
    void tagsGoWithTheirJob() {
        var job = job(TEAM);
        launch(job, 1);
        change(1, to(STAGE));
        change(job, to(STAGE));

        assertThat(store().delete(store().find(job.key()).orElseThrow())).isTrue();

        assertThat(tuningJobs().tags(Jobs.SCOPE, "Churn")).isEmpty();
        assertThat(trainingJobs().tags(Jobs.SCOPE, "Churn-001")).isEmpty();
        launch(job(OTHER_TEAM), 1);
        assertThat(tagsOf(1)).containsExactly(OTHER_TEAM);
    }

    @Test
    void changesAndStepsAtOnceLoseNothing() throws Exception {
        var job = job();
        launch(job, 1);
        var racers = new ArrayList<Callable<Void>>();
        for (int i = 0; i < 6; i++) {
            var tag = new Tag("key-" + i, "value");
            racers.add(() -> {
                change(job, with(tag));
                change(1, with(tag));
                return null;
            });
        }
        racers.add(() -> {
            for (int trial = 2; trial <= 30; trial++) {
                launch(job, trial);
            }
            return null;
        });

        var pool = Executors.newFixedThreadPool(racers.size());
        try {
            for (var outcome : pool.invokeAll(racers)) {
                outcome.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(tagsOf(job)).hasSize(6);
        assertThat(tagsOf(1)).containsExactlyInAnyOrderElementsOf(tagsOf(job));
        for (int trial = 3; trial <= 30; trial++) {
            assertThat(tagsOf(trial)).containsAll(tagsOf(trial - 1));
        }
    }

    private static UnaryOperator<List<Tag>> with(Tag tag) {
        return old -> Stream.concat(old.stream(), Stream.of(tag)).toList();
    }
}
