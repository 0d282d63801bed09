package dev.attune.wire;

import dev.attune.wire.SampleShapes.Nothing;
import dev.attune.wire.SampleShapes.Prediction;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;

/** The one of Smithy's tests of AWS JSON 1.1 that is about an operation of a real service, Amazon Machine Learning. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"attune.wire.service=AmazonML_20141212", "server.address=127.0.0.1", "server.port=0"})
class SmithyMachineLearningTest extends SmithyServiceTest {
    @TestComponent
    @SpringBootConfiguration
    @WireServer
    @Import(MachineLearning.Operations.class)
    static class MachineLearning {
        static final class Operations extends Stage.Programme {
            @Override
            List<Stage.Act<?, ?>> acts() {
                return List.of(new Stage.Act<>("Predict", Prediction.class, Nothing.class));
            }
        }
    }

    static Stream<SmithySuite.Case<HttpRequestTestCase>> requests() {
        return SmithySuite.requests().filter(any -> any.namespace().equals("com.amazonaws.machinelearning"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void requestsArriveAsTheSuiteDescribesThem(SmithySuite.Case<HttpRequestTestCase> any) {
        assertArrives(any, "AmazonML_20141212." + any.shape(), Prediction.class);
    }
}
