package dev.attune.search;

import dev.attune.search.gp.Inputs;
import dev.attune.search.gp.Structure;
import dev.attune.search.optim.Deadline;
import dev.attune.search.warp.Warp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds which views of data are credible: all are fitted roughly, and to a part of long data, and those that have a chance refined. */
final class Views {
    /** A view that is less credible than the best one by this many nats is not heard. */
    private static final double INCREDIBLE = 6;
    /** A view that is so far behind has no chance, even roughly fitted; on a part of the data as much less as it is smaller. */
    private static final double HOPELESS = 15;
    /** All views are fitted to at most this many points. */
    private static final int PART = 64;
    /** How many evaluations it takes to refine a view that was fitted to a part only. */
    private static final int REFINING = 25;
    /** How many it takes to refine any other, or to bring one up to date; with more, few trials are overfitted. */
    private static final int UPDATING = 10;

    private Views() {}

    /**
     * The views of a sample that have a chance, most credible first; at least one.
     *
     * @param deadline fewer views, and rougher ones, soon after it has passed
     */
    static List<View> of(Sample sample, boolean[] nominal, Deadline deadline) {
        var part = sample.first(PART);
        var rough = all(Inputs.of(part.points(), nominal), part.values(), deadline);
        double share = (double) part.values().length / sample.values().length;
        int evaluations = share == 1 ? UPDATING : REFINING;
        return within(HOPELESS, refined(within(share * HOPELESS, rough), sample, nominal, evaluations, deadline));
    }

    /** The credible ones among the views of a sample, most credible first; at least one. */
    static List<View> credible(List<View> views) {
        return within(INCREDIBLE, views);
    }

    /**
     * The credible ones among the views of other, similar data, brought up to date with a sample.
     *
     * @param deadline rougher ones soon after it has passed
     */
    static List<View> credible(List<View> views, Sample sample, boolean[] nominal, Deadline deadline) {
        return credible(refined(views, sample, nominal, UPDATING, deadline));
    }

    private static List<View> refined(
            List<View> views, Sample sample, boolean[] nominal, int evaluations, Deadline deadline) {
        var inputs = Inputs.of(sample.points(), nominal);
        return views.stream()
                .map(view -> view.refined(inputs, sample.values(), evaluations, deadline))
                .toList();
    }

    private static List<View> all(Inputs inputs, double[] values, Deadline deadline) {
        var views = new ArrayList<View>();
        for (var structure : Structure.values()) {
            for (var warp : Warp.values()) {
                if (worthwhile(structure, warp) && structure.suits(inputs) && (views.isEmpty() || !deadline.passed())) {
                    views.add(View.of(warp, structure, inputs, values, deadline));
                }
            }
        }
        return views;
    }

    /** A sum does not stay one when only the order of its worse values is left. */
    private static boolean worthwhile(Structure structure, Warp warp) {
        return structure == Structure.JOINT || warp != Warp.RANKED;
    }

    private static List<View> within(double nats, List<View> views) {
        double most = views.stream().mapToDouble(View::credibility).max().orElseThrow();
        return views.stream()
                .filter(view -> view.credibility() >= most - nats)
                .sorted(Comparator.comparingDouble(View::credibility).reversed())
                .toList();
    }
}
