package dev.attune.bench;

import dev.attune.search.BayesianSearcher;
import dev.attune.search.Configuration;
import dev.attune.search.Goal;
import dev.attune.search.Observation;
import dev.attune.search.Pending;
import dev.attune.search.RandomSearcher;
import dev.attune.search.SearchRequest;
import dev.attune.search.SearchSpace;
import dev.attune.search.Searcher;
import dev.attune.search.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One search in progress: its space and all that was asked and told. */
final class Study {
    private final SearchSpace space;
    private final Goal goal;
    private final long seed;
    private final Searcher searcher;
    private final List<Observation> completed = new ArrayList<>();
    private final Map<Integer, Pending> pending = new TreeMap<>();
    private final CpuClock clock = new CpuClock();
    private int asked;

    private Study(SearchSpace space, Goal goal, long seed, Searcher searcher) {
        this.space = space;
        this.goal = goal;
        this.seed = seed;
        this.searcher = searcher;
    }

    static Study of(JsonNode command) {
        var name = command.path("searcher").asString("bayesian");
        Searcher searcher = switch (name) {
            case "bayesian" -> new BayesianSearcher();
            case "random" -> new RandomSearcher();
            default ->
                throw new IllegalArgumentException("The searcher [%s] must be one of bayesian, random".formatted(name));
        };
        var goal = Goal.valueOf(command.path("goal").asString("minimize").toUpperCase(Locale.ROOT));
        return new Study(
                Spaces.parse(command.path("parameters")),
                goal,
                command.path("seed").asLong(0),
                searcher);
    }

    /** Proposes that many trials, fewer where the space is exhausted; each knows of the ones before it as pending. */
    void ask(int count, ObjectNode answer) {
        clock.start();
        var suggestions = new ArrayList<Suggestion>();
        for (int i = 0; i < count; i++) {
            var request = new SearchRequest(space, goal, completed, List.copyOf(pending.values()), seed, asked + 1);
            searcher.suggest(request).ifPresent(suggestion -> {
                asked++;
                pending.put(asked, new Pending(asked, suggestion.configuration()));
                suggestions.add(suggestion);
            });
        }
        clock.lap(answer);
        var trials = answer.putArray("trials");
        for (int i = 0; i < suggestions.size(); i++) {
            write(asked - suggestions.size() + 1 + i, suggestions.get(i), trials.addObject());
        }
    }

    void tell(JsonNode command, ObjectNode answer) {
        clock.start();
        int id = command.path("id").asInt(0);
        var trial = pending.get(id);
        var value = command.path("value");
        if (trial == null) {
            throw new IllegalArgumentException("The trial [" + command.path("id") + "] is not pending");
        }
        if (!value.isNumber() && !value.isNull()) {
            throw new IllegalArgumentException("The value [" + value + "] must be a number or null");
        }
        pending.remove(id);
        completed.add(new Observation(id, trial.configuration(), value.isNull() ? null : value.asDouble()));
        answer.put("ok", true);
        clock.lap(answer);
    }

    /** Takes in a trial from elsewhere, as if it had been asked for and told. */
    void add(JsonNode command, ObjectNode answer) {
        var values = new LinkedHashMap<String, String>();
        command.path("configuration")
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asString()));
        var configuration = space.canonical(new Configuration(values));
        var value = command.path("value");
        asked++;
        completed.add(new Observation(asked, configuration, value.isNumber() ? (Double) value.asDouble() : null));
        answer.put("id", asked);
    }

    private void write(int id, Suggestion suggestion, ObjectNode trial) {
        trial.put("id", id);
        var configuration = trial.putObject("configuration");
        suggestion
                .configuration()
                .values()
                .forEach((name, text) -> configuration.set(name, Spaces.typed(space.parameter(name), text)));
        var proposal = suggestion.proposal();
        trial.putObject("proposal")
                .put("phase", proposal.phase().name())
                .put("mean", proposal.mean())
                .put("deviation", proposal.deviation())
                .put("acquisition", proposal.acquisition())
                .putPOJO("model", proposal.model());
    }
}
