package dev.attune.search;

import dev.attune.search.gp.GaussianProcess;
import dev.attune.search.gp.Inputs;
import dev.attune.search.optim.Deadline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The views that were found of samples before, and the last large processes. They depend on data alone, so that what is remembered is
 * what would be found again: a search without memory is slower and proposes the same. For any number of threads.
 */
final class Memory {
    private static final int MOST_VIEWS = 128;
    /** Each takes up to 2 MB. */
    private static final int MOST_PROCESSES = 16;
    /** Processes of fewer points are conditioned anew. */
    private static final int MANY = 100;

    private final Map<Found, List<View>> views = latest(MOST_VIEWS);
    private final Map<View, GaussianProcess> processes = latest(MOST_PROCESSES);

    private static <K, V> Map<K, V> latest(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What views were found from: a sample, another where they were brought up to date with it, and which coordinates are nominal. */
    private record Found(List<Sample> samples, List<Boolean> nominal) {}

    /** The credible views of what is known, remembered or else found now; what a deadline cut short is forgotten. */
    List<View> of(Knowledge knowledge, boolean[] nominal, Deadline deadline) {
        var outline = knowledge.outline();
        var sample = knowledge.sample();
        var views = recall(List.of(outline), nominal, deadline, () -> Views.of(outline, nominal, deadline));
        return outline.equals(sample)
                ? Views.credible(views)
                : recall(
                        List.of(outline, sample),
                        nominal,
                        deadline,
                        () -> Views.credible(views, sample, nominal, deadline));
    }

    private List<View> recall(
            List<Sample> samples, boolean[] nominal, Deadline deadline, Supplier<List<View>> otherwise) {
        var key = new Found(
                samples,
                IntStream.range(0, nominal.length).mapToObj(i -> nominal[i]).toList());
        synchronized (views) {
            var known = views.get(key);
            if (known != null) {
                return known;
            }
        }
        var found = otherwise.get();
        if (!deadline.passed()) {
            synchronized (views) {
                views.put(key, found);
            }
        }
        return found;
    }

    /** A view's process for what is known, made from the last one of the same view where there was one; empty where there is none. */
    Optional<GaussianProcess> process(View view, Inputs inputs, double[] targets) {
        var last = inputs.count() < MANY ? null : last(view);
        var process = last == null
                ? GaussianProcess.condition(view.fit().kernel(), inputs, targets)
                : last.knowing(inputs, targets);
        if (inputs.count() >= MANY) {
            process.ifPresent(found -> remember(view, found));
        }
        return process;
    }

    private @Nullable GaussianProcess last(View view) {
        synchronized (processes) {
            return processes.get(view);
        }
    }

    private void remember(View view, GaussianProcess process) {
        synchronized (processes) {
            processes.put(view, process);
        }
    }
}
