package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Instance types, to which AWS adds every month. */
@ExtendWith(OutputCaptureExtension.class)
class InstanceTypesIT extends GaServer {
    private static Body job(String name, String instanceType) {
        return full().with("HyperParameterTuningJobName", name)
                .with(TRAINING + ".ResourceConfig.InstanceType", instanceType);
    }

    @Test
    void aTypeNewerThanAttuneIsAcceptedAndTheLogWarnsOnce(CapturedOutput log) {
        answer("CreateHyperParameterTuningJob", job("first", "ml.q9.huge"));
        answer("CreateHyperParameterTuningJob", job("second", "ml.q9.huge"));

        assertThat(log.getOut()).containsOnlyOnce("[ml.q9.huge] is not among the values of AWS that Attune knows");
    }

    @Test
    void aKnownTypeIsNotWorthAWarning(CapturedOutput log) {
        answer("CreateHyperParameterTuningJob", job("known", "ml.m5.large"));

        assertThat(log.getOut()).doesNotContain("ml.m5.large");
    }

    @Test
    void whatDoesNotLookLikeATypeIsRefusedWithTheEnumValueSet() {
        var reply = tell("CreateHyperParameterTuningJob", job("Local", "local"));

        assertError(reply, 400, "ValidationException");
        assertThat(reply.message())
                .startsWith("1 validation error detected: Value 'local' at"
                        + " 'trainingJobDefinition.resourceConfig.instanceType' failed to satisfy constraint: Member must"
                        + " satisfy enum value set: [ml.m4.xlarge, ml.m4.2xlarge, ");
    }
}
