package dev.attune.search;

import dev.attune.search.gp.Inputs;
import dev.attune.search.gp.Structure;
import dev.attune.search.optim.Deadline;
import dev.attune.search.warp.Warp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds which views of data are credible. All are fitted to a part of long data, and then only the credible ones to the whole. */
final class Views {
    /** A view that is less credible than the best one by this many nats is not heard. */
    private static final double INCREDIBLE = 6;
    /** All views are fitted to at most this many points. */
    private static final int PART = 100;

    private Views() {}

    /**
     * The credible views, most credible first; at least one.
     *
     * @param points of the unit cube, in an order in which the first part stands for the whole
     * @param deadline fewer views, and rougher ones, soon after it has passed
     */
    static List<View> of(double[][] points, double[] values, boolean[] nominal, Deadline deadline) {
        int part = Math.min(PART, points.length);
        var rough =
                credible(all(Inputs.of(Arrays.copyOf(points, part), nominal), Arrays.copyOf(values, part), deadline));
        if (part == points.length) {
            return rough;
        }
        var inputs = Inputs.of(points, nominal);
        return credible(rough.stream()
                .map(view -> view.refined(inputs, values, deadline))
                .toList());
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

    private static List<View> credible(List<View> views) {
        double most = views.stream().mapToDouble(View::credibility).max().orElseThrow();
        return views.stream()
                .filter(view -> view.credibility() >= most - INCREDIBLE)
                .sorted(Comparator.comparingDouble(View::credibility).reversed())
                .toList();
    }
}
