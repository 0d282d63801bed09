package dev.attune.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request body as a tree of which one member at a time is changed; a path looks like {@code Tags[0].Key}. Never changes itself. */
public record Body(ObjectNode tree) {
    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS) // keeps numbers as they were sent
            .build();

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[([0-9]+)\\]");

    /** A complete and valid CreateTuningJob request with every member of the preview, for one training job. */
    public static Body createTuningJob() {
        return resource("/requests/create-tuning-job.json");
    }

    /** The same for training jobs of which those with {@code x2=oops} fail. */
    public static Body sometimesFailing(Body request) {
        var training = "TrainingJobDefinition.AlgorithmSpecification";
        return request.with(training + ".TrainingImage", "attune/branin")
                .with(training + ".MetricDefinitions[0].Regex", "accuracy=(\\S+)")
                .with("TuningJobConfig.ParameterRanges.IntegerParameterRanges", List.of())
                .with("TuningJobConfig.ParameterRanges.ContinuousParameterRanges[0].Name", "x1")
                .with(
                        "TuningJobConfig.ParameterRanges.CategoricalParameterRanges[0]",
                        Map.of("Name", "x2", "Type", "Categorical", "Values", List.of("1", "oops")));
    }

    public static Body resource(String path) {
        try (var in = Body.class.getResourceAsStream(path)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Body of(String json) {
        return new Body((ObjectNode) JSON.readTree(json));
    }

    public static Body empty() {
        return new Body(JSON.createObjectNode());
    }

    /** A request that names a tuning job and nothing else. */
    public static Body tuningJob(String account, String name) {
        return empty().with("AwsAccountId", account).with("TuningJobName", name);
    }

    public Body with(String path, Object value) {
        var copy = tree.deepCopy();
        var steps = steps(path);
        var last = steps.get(steps.size() - 1);
        var parent = find(copy, steps.subList(0, steps.size() - 1));
        JsonNode node = JSON.valueToTree(value);
        if (parent instanceof ArrayNode list) {
            int index = (Integer) last;
            if (index == list.size()) {
                list.add(node);
            } else {
                list.set(index, node);
            }
        } else {
            ((ObjectNode) parent).set((String) last, node);
        }
        return new Body(copy);
    }

    public Body without(String path) {
        var copy = tree.deepCopy();
        var steps = steps(path);
        var last = steps.get(steps.size() - 1);
        var parent = find(copy, steps.subList(0, steps.size() - 1));
        if (parent instanceof ArrayNode list) {
            list.remove((Integer) last);
        } else {
            ((ObjectNode) parent).remove((String) last);
        }
        return new Body(copy);
    }

    public JsonNode at(String path) {
        return find(tree, steps(path));
    }

    public String text(String path) {
        return at(path).stringValue();
    }

    @Override
    public String toString() {
        return JSON.writeValueAsString(tree);
    }

    private static JsonNode find(JsonNode from, List<Object> steps) {
        var node = from;
        for (var step : steps) {
            node = step instanceof Integer index ? node.required(index) : node.required((String) step);
        }
        return node;
    }

    private static List<Object> steps(String path) {
        var steps = new ArrayList<>();
        var matcher = STEP.matcher(path);
        while (matcher.find()) {
            steps.add(matcher.group(1) != null ? matcher.group(1) : (Object) Integer.valueOf(matcher.group(2)));
        }
        return steps;
    }
}
