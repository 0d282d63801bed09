package dev.attune.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class OperationTableTest {
    private final KnownOperations known = new KnownOperations("Service", Set.of());

    @Test
    void duplicatesAreRefusedAtStartUp() {
        var left = operation("A", Protocol.AWS_JSON);
        var right = operation("A", Protocol.AWS_JSON, Protocol.REST_JSON);

        assertThatIllegalStateException()
                .isThrownBy(() -> new OperationTable(known, List.of(), List.of(left, right)))
                .withMessageContaining("[Service.A] is claimed by both");
    }

    @Test
    void oneNameMayBeServedDifferentlyByEachProtocol() {
        var aws = operation("A", Protocol.AWS_JSON);
        var rest = operation("A", Protocol.REST_JSON);
        var table = new OperationTable(known, List.of("/Prod/", "/x/y/"), List.of(aws, rest));

        assertThat(table.atTarget("Service.A")).isSameAs(aws);
        assertThat(table.atPath("/A")).isSameAs(rest);
        assertThat(table.atPath("/Prod/A")).isSameAs(rest);
        assertThat(table.atPath("/x/y/A")).isSameAs(rest);
        assertThat(table.atPath("/y/A")).isNull();
    }

    @Test
    void aNameMustBeLettersAndDigits() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new OperationTable(known, List.of(), List.of(operation("a/b", Protocol.AWS_JSON))));
    }

    @Test
    void knownNamesAreReadOneALine() {
        var list = new ByteArrayResource("# names\nA\n\n  B \r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(KnownOperations.load("Service", list).names()).containsExactlyInAnyOrder("A", "B");
        assertThatIllegalArgumentException().isThrownBy(() -> KnownOperations.load("a.b", list));
    }

    @Test
    void theListOfSageMakersOperationsIsWhole() {
        var names = KnownOperations.load("SageMaker", new ClassPathResource("dev/attune/wire/sagemaker-operations.txt"))
                .names();

        assertThat(names)
                .hasSize(396)
                .contains("CreateEndpoint", "CreateHyperParameterTuningJob")
                .allMatch(n -> n.matches("[A-Za-z0-9]+"));
    }

    @Test
    void aServiceExceptionHasABareCodeAndAnErrorStatus() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceException("a#B", 400, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceException("B", 200, ""));
    }

    private static Operation<Library.Nothing, Void> operation(String name, Protocol... protocols) {
        return new Library.Simple<>(name, Library.Nothing.class, Set.of(protocols), (request, caller) -> null);
    }
}
