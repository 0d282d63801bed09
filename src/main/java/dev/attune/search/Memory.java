package dev.attune.search;

import dev.attune.search.optim.Deadline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The views that were found of samples before. They depend on the samples alone, so that what is remembered is what would be found again: a
 * search without memory is slower and proposes the same. For any number of threads.
 */
final class Memory {
    private static final int MOST = 128;

    private final Map<Found, List<View>> views = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Found, List<View>> eldest) {
            return size() > MOST;
        }
    };

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
}
