package dev.attune.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstanceTypesTest {
    @Test
    void tellsWhatAnInstanceHas() {
        assertThat(InstanceTypes.find("ml.g5.12xlarge"))
                .contains(new InstanceType("ml.g5.12xlarge", 48, 192, 4, "A10G"));
        assertThat(InstanceTypes.find("ml.c5n.xlarge")).contains(new InstanceType("ml.c5n.xlarge", 4, 10.5, 0, null));
    }

    @Test
    void knowsNothingOfATypeThatIsNotInTheTable() {
        assertThat(InstanceTypes.find("ml.z9.xlarge")).isEmpty();
    }

    @Test
    void givesEachTypeSomethingToRunOn() {
        assertThat(InstanceTypes.all()).hasSize(144).allSatisfy(type -> {
            assertThat(type.vCpus()).isPositive();
            assertThat(type.memoryGiB()).isPositive();
            assertThat(type.gpus() == 0).isEqualTo(type.gpu() == null);
        });
    }
}
