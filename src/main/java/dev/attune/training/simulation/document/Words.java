package dev.attune.training.simulation.document;

import dev.attune.training.simulation.document.Formula.Place;
import dev.attune.training.simulation.document.Formula.Term;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names in formulas that are no hyperparameters; a hyperparameter of such a name is {@code hp('name')}. */
final class Words {
    private static final Map<String, Term> OF_JOB = Map.of(
            "trial", scope -> scope.job().trial(),
            "epochs", Scope::epochs,
            "instances", scope -> scope.job().resources().instanceCount());
    private static final Map<String, Term> OF_ATTEMPT = Map.of("attempt", Scope::attempt);
    private static final Map<String, Term> OF_EPOCH =
            Map.of("epoch", Scope::epoch, "progress", Scope::progress, "nan", scope -> Double.NaN);

    private Words() {}

    /** Null where the name is no such word there. */
    static @Nullable Term find(Place place, String name) {
        var ofJob = place == Place.MATCH ? null : OF_JOB.get(name);
        return ofJob != null ? ofJob : special(place, name);
    }

    private static @Nullable Term special(Place place, String name) {
        return switch (place) {
            case MATCH -> null;
            case JOB -> OF_ATTEMPT.get(name);
            case METRIC -> OF_EPOCH.get(name);
        };
    }

    /** Whether a formula with this name says of itself how it changes from epoch to epoch. */
    static boolean changes(Place place, String name) {
        return place == Place.METRIC && (name.equals("epoch") || name.equals("progress"));
    }
}
