package dev.attune.search;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proposes every configuration of a discrete space once, counting like digits: the last parameter's value changes fastest. */
public final class GridSearcher implements Searcher {
    /**
     * The trial's number is the configuration's; what has been learned so far plays no part.
     *
     * @throws IllegalArgumentException where the space has a continuum, which the domain's rules keep from it
     */
    @Override
    public Optional<Suggestion> suggest(SearchRequest request) {
        var space = request.space();
        if (Double.isInfinite(space.combinations())) {
            throw new IllegalArgumentException("A grid needs a discrete space, not " + space);
        }
        if (request.trial() > space.combinations()) {
            return Optional.empty();
        }
        var proposal = Proposal.without(Phase.GRID, request.seed());
        return Optional.of(new Suggestion(configuration(space, request.trial() - 1L), proposal));
    }

    private static Configuration configuration(SearchSpace space, long number) {
        var digits = digits(space.parameters(), number);
        var values = new LinkedHashMap<String, String>();
        for (var parameter : space.parameters()) {
            var choices = parameter.choices();
            var position = (digits.getOrDefault(parameter.name(), 0L) + 0.5) / choices;
            values.put(parameter.name(), parameter.valueAt(position));
        }
        return new Configuration(values);
    }

    private static Map<String, Long> digits(List<Parameter> parameters, long number) {
        var digits = new HashMap<String, Long>();
        var rest = number;
        for (int i = parameters.size() - 1; i >= 0; i--) {
            var choices = parameters.get(i).choices();
            digits.put(parameters.get(i).name(), rest % choices);
            rest /= choices;
        }
        return digits;
    }
}
