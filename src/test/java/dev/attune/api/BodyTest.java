package dev.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The tests' own tool. */
class BodyTest {
    private static final Body BODY = Body.of("{\"A\":{\"B\":[{\"C\":1},{\"C\":2}]}}");

    @Test
    void changesOneMemberOfACopy() {
        assertThat(BODY.with("A.B[1].C", 3)).hasToString("{\"A\":{\"B\":[{\"C\":1},{\"C\":3}]}}");
        assertThat(BODY.with("A.B[2]", List.of())).hasToString("{\"A\":{\"B\":[{\"C\":1},{\"C\":2},[]]}}");
        assertThat(BODY.without("A.B[0]")).hasToString("{\"A\":{\"B\":[{\"C\":2}]}}");
        assertThat(BODY.without("A.B[0].C")).hasToString("{\"A\":{\"B\":[{},{\"C\":2}]}}");
        assertThat(BODY).hasToString("{\"A\":{\"B\":[{\"C\":1},{\"C\":2}]}}");
    }
}
