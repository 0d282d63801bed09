package dev.attune.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A training job as a backend is asked to run it.
 *
 * @param name unique per account and region
 * @param seed of the tuning job; with {@code trial} it fixes every random draw
 * @param trial number of the trial, from 1
 * @param image the training image, a string that is never fetched
 * @param hyperParameters all of them, static and tuned, as the container would receive them; copied, sorted by name
 * @param tuned where each tuned hyperparameter lies in its range, in the search space's order
 * @param metrics what to read from the log, the objective's first; never empty
 * @param maxRuntime StoppingCondition.MaxRuntimeInSeconds
 * @param startedAt simulated time at which it was launched
 * @param stopRequestedAt simulated time of the request to stop; null while there was none
 * @param workloads what {@link TrainingBackend#workloads()} said when the client created the job, or the tuning job that it is of
 * @param terms whether on spot instances, and the like
 */
public record TrainingJob(
        String name,
        long seed,
        int trial,
        String image,
        Map<String, String> hyperParameters,
        List<Tuned> tuned,
        List<MetricDefinition> metrics,
        Resources resources,
        Duration maxRuntime,
        Instant startedAt,
        @Nullable Instant stopRequestedAt,
        String workloads,
        Terms terms) {
    public TrainingJob {
        hyperParameters = Collections.unmodifiableMap(new TreeMap<>(hyperParameters));
        tuned = List.copyOf(tuned);
        metrics = List.copyOf(metrics);
    }

    /** A job on the usual terms. */
    public TrainingJob(
            String name,
            long seed,
            int trial,
            String image,
            Map<String, String> hyperParameters,
            List<Tuned> tuned,
            List<MetricDefinition> metrics,
            Resources resources,
            Duration maxRuntime,
            Instant startedAt,
            @Nullable Instant stopRequestedAt,
            String workloads) {
        this(
                name,
                seed,
                trial,
                image,
                hyperParameters,
                tuned,
                metrics,
                resources,
                maxRuntime,
                startedAt,
                stopRequestedAt,
                workloads,
                Terms.USUAL);
    }

    /** The same job as one that nobody asked to stop. */
    public TrainingJob unstopped() {
        return stopRequestedAt == null
                ? this
                : new TrainingJob(
                        name,
                        seed,
                        trial,
                        image,
                        hyperParameters,
                        tuned,
                        metrics,
                        resources,
                        maxRuntime,
                        startedAt,
                        null,
                        workloads,
                        terms);
    }

    /**
     * A tuned hyperparameter's place in its range.
     *
     * @param range the range in words, for example {@code [0.001, 0.1] log}: equal spaces have equal words
     * @param choices number of distinct values, 0 for a continuum
     * @param position in [0, 1] after scaling; the middle of the cell for numbered choices and categories
     */
    public record Tuned(String name, String range, boolean categorical, int choices, double position) {}

    /** What the training job runs on. */
    public record Resources(String instanceType, int instanceCount) {}
}
