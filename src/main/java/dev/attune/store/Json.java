package dev.attune.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.attune.search.Parameter;
import dev.attune.tuning.MedianRule;
import dev.attune.tuning.RungRule;
import dev.attune.tuning.StoppingRule;
import dev.attune.tuning.TuningDefinition;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of the text columns: the components of the domain's records, by name. What is written once must be readable for ever. */
final class Json {
    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // a member that there was not yet
            .addMixIn(Parameter.class, Kind.class)
            .addMixIn(StoppingRule.class, RuleKind.class)
            .build();

    String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    /** A tuning job's definition. Before a job could have several algorithms, the members of its only one were the definition's own. */
    TuningDefinition definition(String json) {
        var tree = (ObjectNode) mapper.readTree(json);
        if (!tree.has("algorithms")) {
            var only = tree.objectNode();
            for (var member : List.of("objective", "space", "rangeTexts", "training")) {
                only.set(member, tree.remove(member));
            }
            tree.putArray("algorithms").add(only);
        }
        return mapper.treeToValue(tree, TuningDefinition.class);
    }

    /** Says which kind of parameter a JSON object is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Parameter.Continuous.class, name = "continuous"),
        @JsonSubTypes.Type(value = Parameter.Whole.class, name = "integer"),
        @JsonSubTypes.Type(value = Parameter.Categorical.class, name = "categorical")
    })
    private interface Kind {}

    /** Says which rule a JSON object is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = MedianRule.class, name = "median"),
        @JsonSubTypes.Type(value = RungRule.class, name = "rungs")
    })
    private interface RuleKind {}
}
