package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import dev.attune.api.LiveServer;
import dev.attune.api.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Today's operations, as a signed caller of an account that nobody else has. */
abstract class GaServer extends LiveServer {
    static final String CONFIG = "HyperParameterTuningJobConfig";
    static final String LIMITS = CONFIG + ".ResourceLimits";
    static final String RANGES = CONFIG + ".ParameterRanges";
    static final String TRAINING = "TrainingJobDefinition";

    final String account = freshAccount();

    /** A valid request with nearly every member of today's API, for two training jobs. */
    static Body full() {
        return Body.resource("/requests/create-hyper-parameter-tuning-job.json");
    }

    /** A valid request with no member that may be absent, for two training jobs. */
    static Body least() {
        return full().without(CONFIG + ".StrategyConfig")
                .without(CONFIG + ".TrainingJobEarlyStoppingType")
                .without(CONFIG + ".TuningJobCompletionCriteria")
                .without(CONFIG + ".RandomSeed")
                .without(LIMITS + ".MaxRuntimeInSeconds")
                .without(RANGES + ".AutoParameters")
                .without(RANGES + ".IntegerParameterRanges[0].ScalingType")
                .without(TRAINING + ".DefinitionName")
                .without(TRAINING + ".StaticHyperParameters")
                .without(TRAINING + ".InputDataConfig")
                .without(TRAINING + ".VpcConfig")
                .without(TRAINING + ".EnableNetworkIsolation")
                .without(TRAINING + ".EnableInterContainerTrafficEncryption")
                .without(TRAINING + ".EnableManagedSpotTraining")
                .without(TRAINING + ".CheckpointConfig")
                .without(TRAINING + ".RetryStrategy")
                .without(TRAINING + ".Environment")
                .with(TRAINING + ".StoppingCondition", Body.empty().tree())
                .without("Tags");
    }

    /** The same request for two algorithms, {@code trees} and {@code nets}. */
    static Body several(Body request) {
        var trees = new Body(((ObjectNode) request.at(TRAINING)).deepCopy())
                .with("TuningObjective", request.at(CONFIG + ".HyperParameterTuningJobObjective"))
                .with("HyperParameterRanges", request.at(RANGES))
                .with("DefinitionName", "trees");
        var nets = trees.with("DefinitionName", "nets")
                .with("AlgorithmSpecification.TrainingImage", "nets:1")
                .with("ResourceConfig.InstanceType", "ml.p3.2xlarge")
                .with(
                        "HyperParameterRanges",
                        Map.of(
                                "ContinuousParameterRanges",
                                List.of(Map.of("Name", "momentum", "MinValue", "0.5", "MaxValue", "0.99"))));
        return request.without(TRAINING)
                .without(CONFIG + ".HyperParameterTuningJobObjective")
                .without(RANGES)
                .with("TrainingJobDefinitions", List.of(trees.tree(), nets.tree()));
    }

    static Body named(String name) {
        return Body.empty().with("HyperParameterTuningJobName", name);
    }

    Reply tell(String operation, Object body) {
        return callAs(account, "us-east-1", operation, body);
    }

    JsonNode answer(String operation, Object body) {
        var reply = tell(operation, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    JsonNode describe(String name) {
        return answer("DescribeHyperParameterTuningJob", named(name));
    }

    /** The tuning job's description once it has ended. */
    JsonNode describeEnded(String name) {
        return eventually(() -> describe(name), job -> job.has("HyperParameterTuningEndTime"));
    }

    static String status(JsonNode job) {
        return job.path("HyperParameterTuningJobStatus").asString("");
    }

    static List<String> members(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }

    /** All items, page by page. */
    List<JsonNode> pages(String operation, String member, Body request) {
        var items = new ArrayList<JsonNode>();
        var next = request;
        while (true) {
            var page = answer(operation, next);
            items.addAll(page.path(member).values());
            if (!page.has("NextToken")) {
                return items;
            }
            assertThat(page.path(member)).isNotEmpty();
            next = request.with("NextToken", page.path("NextToken").stringValue());
        }
    }
}
