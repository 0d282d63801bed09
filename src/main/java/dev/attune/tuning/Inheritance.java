package dev.attune.tuning;

import dev.attune.search.Configuration;
import dev.attune.search.Observation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tuning job has from its parents: a copy that is made at its creation and kept with it, so that nothing that becomes of them changes
 * its history. What they had from parents of their own is not in it.
 *
 * @param parents in the client's order
 * @param observations what is known of the job's own objective, numbered up to 0: older than any trial of its own
 * @param hints configurations that were good for a like objective, best first
 */
public record Inheritance(List<Parent> parents, List<Observation> observations, List<Configuration> hints) {
    /** Of a job that has no parents. */
    public static final Inheritance NONE = new Inheritance(List.of(), List.of(), List.of());

    public Inheritance {
        parents = List.copyOf(parents);
        observations = List.copyOf(observations);
        hints = List.copyOf(hints);
    }

    /**
     * A parent.
     *
     * @param algorithm its algorithm's name; null where that had none
     * @param trials how many it launched
     * @param best its best trial; null where it had no success
     */
    public record Parent(
            String name,
            @Nullable String algorithm,
            int trials,
            @Nullable Trial best) {}

    /** What a job of this definition has from these parents, which have ended. */
    static Inheritance of(TuningDefinition child, List<TuningJobSnapshot> parents) {
        var bequests =
                parents.stream().map(parent -> new Bequest(parent, child)).toList();
        var observed = bequests.stream()
                .flatMap(bequest -> bequest.observations().stream())
                .toList();
        return new Inheritance(
                parents.stream().map(Inheritance::parent).toList(),
                numbered(observed),
                inTurns(bequests.stream().map(Bequest::hints).toList()));
    }

    private static Parent parent(TuningJobSnapshot snapshot) {
        var job = snapshot.job();
        return new Parent(
                job.name(),
                job.definition().algorithms().get(0).name(),
                snapshot.trials().size(),
                snapshot.best().orElse(null));
    }

    private static List<Observation> numbered(List<Observation> observed) {
        var numbered = new ArrayList<Observation>();
        for (var observation : observed) {
            int number = numbered.size() + 1 - observed.size();
            numbered.add(new Observation(number, observation.configuration(), observation.value()));
        }
        return numbered;
    }

    /** The first of each, then the second of each, and so on; none twice. */
    private static <T> List<T> inTurns(List<List<T>> lists) {
        var all = new LinkedHashSet<T>();
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (var list : lists) {
                list.stream().skip(i).findFirst().ifPresent(all::add);
            }
        }
        return List.copyOf(all);
    }
}
