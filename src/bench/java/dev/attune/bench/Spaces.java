package dev.attune.bench;

import dev.attune.search.Parameter;
import dev.attune.search.Scaling;
import dev.attune.search.SearchSpace;
import java.util.ArrayList;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Search spaces and their values between JSON and {@code dev.attune.search}. */
final class Spaces {
    private Spaces() {}

    /** The space that a list of parameters describes. */
    static SearchSpace parse(JsonNode parameters) {
        if (!parameters.isArray() || parameters.isEmpty()) {
            throw new IllegalArgumentException("The parameters [%s] must be a list".formatted(parameters));
        }
        var list = new ArrayList<Parameter>();
        for (var parameter : parameters) {
            list.add(parameter(parameter));
        }
        return new SearchSpace(list);
    }

    /** A value of the parameter as JSON of its own type. */
    static JsonNode typed(Parameter parameter, String text) {
        var factory = JsonNodeFactory.instance;
        return parameter instanceof Parameter.Continuous
                ? factory.numberNode(Double.parseDouble(text))
                : parameter instanceof Parameter.Whole
                        ? factory.numberNode(Long.parseLong(text))
                        : factory.stringNode(text);
    }

    private static Parameter parameter(JsonNode node) {
        var name = node.path("name").asString("");
        var kind = node.path("kind").asString("");
        return switch (kind) {
            case "continuous" ->
                new Parameter.Continuous(
                        name,
                        number(node, "min").asDouble(),
                        number(node, "max").asDouble(),
                        scaling(node));
            case "integer" -> new Parameter.Whole(name, whole(node, "min"), whole(node, "max"), scaling(node));
            case "categorical" -> categorical(name, node.path("values"));
            default ->
                throw new IllegalArgumentException(
                        "The kind [%s] of [%s] must be one of continuous, integer, categorical".formatted(kind, name));
        };
    }

    private static JsonNode number(JsonNode node, String member) {
        var number = node.path(member);
        if (!number.isNumber()) {
            throw new IllegalArgumentException("The %s of [%s] must be a number".formatted(member, node.path("name")));
        }
        return number;
    }

    private static long whole(JsonNode node, String member) {
        var number = number(node, member);
        if (!number.canConvertToExactIntegral() || !number.canConvertToLong()) {
            throw new IllegalArgumentException(
                    "The %s [%s] of [%s] must be whole".formatted(member, number, node.path("name")));
        }
        return number.asLong();
    }

    private static Parameter categorical(String name, JsonNode values) {
        var texts = new ArrayList<String>();
        for (var value : values) {
            texts.add(value.asString());
        }
        return new Parameter.Categorical(name, texts);
    }

    private static Scaling scaling(JsonNode node) {
        return Scaling.valueOf(node.path("scaling").asString("LINEAR").toUpperCase(Locale.ROOT));
    }
}
