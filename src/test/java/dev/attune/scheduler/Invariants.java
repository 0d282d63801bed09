package dev.attune.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningJobSnapshot;
import dev.attune.tuning.TuningStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What holds of every tuning job at every instant, and from one look to the next. */
final class Invariants {
    private static final Map<TuningStatus, Set<TuningStatus>> LEGAL = Map.of(
            TuningStatus.IN_PROGRESS, Set.of(TuningStatus.values()),
            TuningStatus.STOPPING, Set.of(TuningStatus.STOPPING, TuningStatus.STOPPED),
            TuningStatus.STOPPED, Set.of(TuningStatus.STOPPED),
            TuningStatus.COMPLETED, Set.of(TuningStatus.COMPLETED),
            TuningStatus.FAILED, Set.of(TuningStatus.FAILED));

    private final Map<String, TuningJobSnapshot> seen = new HashMap<>();

    /** Checks a job alone, and against how it stood when it was last checked. */
    void check(TuningJobSnapshot now) {
        checkAlone(now);
        var before = seen.put(now.job().name(), now);
        if (before != null) {
            checkStep(before, now);
        }
    }

    static void checkAlone(TuningJobSnapshot snapshot) {
        var job = snapshot.job();
        var trials = snapshot.trials();
        var limits = job.definition().limits();
        assertThat(trials).hasSizeLessThanOrEqualTo(limits.maxTrials());
        assertThat(mostAtOnce(trials)).isLessThanOrEqualTo(limits.maxParallel());
        for (int i = 0; i < trials.size(); i++) {
            assertThat(trials.get(i).number()).isEqualTo(i + 1);
        }
        assertThat(trials).extracting(Trial::trainingJobName).doesNotHaveDuplicates();
        assertThat(snapshot.counts().total()).isEqualTo(trials.size());
        assertThat(snapshot.counts().ended())
                .isEqualTo((int) trials.stream().filter(Trial::ended).count());
        trials.forEach(trial -> checkTimes(snapshot, trial));
        if (job.status().terminal()) {
            assertThat(trials).allMatch(Trial::ended);
            assertThat(job.endedAt()).isEqualTo(job.updatedAt());
        }
        snapshot.best()
                .ifPresent(best -> assertThat(trials)
                        .filteredOn(Trial::succeeded)
                        .allSatisfy(trial -> assertThat(best.objective()).isLessThanOrEqualTo(trial.objective())));
    }

    private static void checkTimes(TuningJobSnapshot snapshot, Trial trial) {
        var job = snapshot.job();
        assertThat(trial.launchedAt()).isBetween(job.createdAt(), job.updatedAt());
        assertThat(trial.ended()).isEqualTo(trial.endedAt() != null);
        if (trial.endedAt() != null) {
            assertThat(trial.endedAt()).isBetween(trial.launchedAt(), job.updatedAt());
        }
        if (job.deadline() != null) {
            assertThat(trial.launchedAt()).isBefore(job.deadline());
        }
    }

    private static void checkStep(TuningJobSnapshot before, TuningJobSnapshot now) {
        assertThat(LEGAL.get(before.job().status())).contains(now.job().status());
        assertThat(now.job().updatedAt()).isAfterOrEqualTo(before.job().updatedAt());
        assertThat(now.trials()).hasSizeGreaterThanOrEqualTo(before.trials().size());
        for (var old : before.trials()) {
            var trial = now.trials().get(old.number() - 1);
            assertThat(trial.configuration()).isEqualTo(old.configuration());
            assertThat(trial.launchedAt()).isEqualTo(old.launchedAt());
            if (old.ended()) {
                assertThat(trial).isEqualTo(old);
            }
        }
        if (before.job().ending() != null) {
            assertThat(now.trials()).hasSameSizeAs(before.trials());
        }
        if (before.job().status().terminal()) {
            assertThat(now.job()).isEqualTo(before.job());
        }
    }

    /** The most trials that ran at one instant: each runs from its launch until just before its end. */
    static int mostAtOnce(List<Trial> trials) {
        return trials.stream()
                .map(Trial::launchedAt)
                .mapToInt(instant -> (int)
                        trials.stream().filter(trial -> runs(trial, instant)).count())
                .max()
                .orElse(0);
    }

    private static boolean runs(Trial trial, Instant instant) {
        return !trial.launchedAt().isAfter(instant)
                && Stream.ofNullable(trial.endedAt()).allMatch(end -> end.isAfter(instant));
    }
}
