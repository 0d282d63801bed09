package dev.attune.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.training.TrainingStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TagStore} of the training jobs that clients created by themselves does. */
public abstract class TrainingJobTagStoreContract {
    private static final Tag TEAM = new Tag("team", "ml");
    private static final Tag STAGE = new Tag("stage", "test");

    /** The store of the jobs whose tags the other keeps. */
    protected abstract TrainingJobStore store();

    protected abstract TagStore tags();

    @BeforeEach
    void empty() {
        store().clear();
    }

    private SingleTrainingJob job(String name, Tag... tags) {
        var key = new JobKey(Jobs.SCOPE, name);
        var job = new SingleTrainingJob(
                key,
                name,
                Jobs.training("attune/branin", List.of()),
                "{}",
                1,
                "none",
                Trials.T0,
                Duration.ZERO,
                null,
                TrainingStatus.IN_PROGRESS,
                Trials.T0,
                null,
                Trials.T0,
                0);
        store().create(job, List.of(tags));
        return store().find(key).orElseThrow();
    }

    private List<Tag> tagsOf(String name) {
        return tags().tags(Jobs.SCOPE, name).orElseThrow();
    }

    @Test
    void knowsTheTagsOfTheCreation() {
        job("Train", TEAM, STAGE);

        assertThat(tagsOf("tRAIN")).containsExactly(TEAM, STAGE);
        assertThat(tags().tags(Jobs.SCOPE, "nobody")).isEmpty();
        assertThat(tags().tags(new Scope("000000000000", Jobs.SCOPE.region()), "Train"))
                .isEmpty();
        assertThat(tags().change(Jobs.SCOPE, "nobody", old -> List.of(TEAM))).isEmpty();
    }

    @Test
    void aChangeIsKeptAndAnswered() {
        job("Train", TEAM, STAGE);
        var after = List.of(new Tag("a", ""), new Tag("team", "ops"));

        assertThat(tags().change(Jobs.SCOPE, "train", old -> after)).hasValue(after);

        assertThat(tagsOf("train")).isEqualTo(after);
        assertThat(store().tags(new JobKey(Jobs.SCOPE, "train"))).isEqualTo(after);
        assertThat(tags().change(Jobs.SCOPE, "train", old -> List.of())).hasValue(List.of());
        assertThat(tagsOf("train")).isEmpty();
    }

    @Test
    void aRefusedChangeChangesNothing() {
        job("Train", TEAM);

        assertThatThrownBy(() -> tags().change(Jobs.SCOPE, "train", old -> {
                    throw new TuningException(TuningError.INVALID, "no");
                }))
                .isInstanceOf(TuningException.class);

        assertThat(tagsOf("train")).containsExactly(TEAM);
    }

    @Test
    void tagsOutliveStepsAndGoWithTheirJob() {
        var job = job("Train", TEAM);
        tags().change(Jobs.SCOPE, "train", old -> List.of(STAGE));

        assertThat(store().save(job, null)).isTrue();

        assertThat(tagsOf("train")).containsExactly(STAGE);
        assertThat(store().delete(job.saved())).isTrue();
        assertThat(tags().tags(Jobs.SCOPE, "train")).isEmpty();
    }

    @Test
    void changesAtOnceLoseNothing() throws Exception {
        job("train");
        var racers = new ArrayList<Callable<Object>>();
        for (int i = 0; i < 8; i++) {
            var tag = new Tag("key-" + i, "value");
            racers.add(() -> tags().change(
                            Jobs.SCOPE,
                            "train",
                            old -> Stream.concat(old.stream(), Stream.of(tag)).toList()));
        }

        var pool = Executors.newFixedThreadPool(racers.size());
        try {
            for (var outcome : pool.invokeAll(racers)) {
                outcome.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(tagsOf("train")).hasSize(8);
    }
}
