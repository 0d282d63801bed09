package dev.attune.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "attune/branin",
                "attune/branin:1.0",
                "123456789012.dkr.ecr.us-east-1.amazonaws.com/attune/branin:latest",
                "localhost:5000/attune/branin@sha256:0123",
                "localhost:5000/attune/branin:1@sha256:0123"
            })
    void isKnownWhateverRegistryTagAndDigest(String image) {
        var name = ImageName.of(image);

        assertThat(name.is("attune/branin")).isTrue();
        assertThat(name.isOwn()).isTrue();
        assertThat(name.repository()).isEqualTo("branin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"branin", "myattune/branin", "attune/branin/more", "attune/branin2", ""})
    void isNotMistakenForAnother(String image) {
        assertThat(ImageName.of(image).is("attune/branin")).isFalse();
    }
}
