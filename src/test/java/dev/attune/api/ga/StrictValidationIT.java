package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A server that knows the enum values of its model and no others. */
@TestPropertySource(properties = "attune.validation=strict")
class StrictValidationIT extends GaServer {
    private static Body job(String instanceType) {
        return full().with(TRAINING + ".ResourceConfig.InstanceType", instanceType);
    }

    @Test
    void aTypeThatTheModelDoesNotNameIsRefused() {
        var reply = tell("CreateHyperParameterTuningJob", job("ml.q9.huge"));

        assertError(reply, 400, "ValidationException");
        assertThat(reply.message())
                .contains("Value 'ml.q9.huge' at 'trainingJobDefinition.resourceConfig.instanceType' failed to satisfy"
                        + " constraint: Member must satisfy enum value set: [ml.m4.xlarge, ");
    }

    @Test
    void aTypeThatTheModelNamesIsAccepted() {
        answer("CreateHyperParameterTuningJob", job("ml.p5.48xlarge"));
    }
}
