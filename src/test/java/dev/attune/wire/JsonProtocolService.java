package dev.attune.wire;

import dev.attune.wire.SampleShapes.Contents;
import dev.attune.wire.SampleShapes.Documents;
import dev.attune.wire.SampleShapes.EncodedData;
import dev.attune.wire.SampleShapes.Enums;
import dev.attune.wire.SampleShapes.HostLabel;
import dev.attune.wire.SampleShapes.IntEnums;
import dev.attune.wire.SampleShapes.KitchenSink;
import dev.attune.wire.SampleShapes.Nothing;
import dev.attune.wire.SampleShapes.OneInteger;
import dev.attune.wire.SampleShapes.OneString;
import dev.attune.wire.SampleShapes.Scalars;
import dev.attune.wire.SampleShapes.SimpleStruct;
import dev.attune.wire.SampleShapes.SparseNulls;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Smithy's sample service of AWS JSON 1.1, on the stage. */
@TestComponent
@SpringBootConfiguration
@WireServer
@Import(JsonProtocolService.Operations.class)
class JsonProtocolService {
    /** All operations but the three that have cases for clients only. */
    static final Map<String, Stage.Act<?, ?>> ACTS = Stream.of(
                    new Stage.Act<>("ContentTypeParameters", OneInteger.class, Nothing.class),
                    new Stage.Act<>("EmptyOperation", Nothing.class, Void.class),
                    new Stage.Act<>("EndpointOperation", Nothing.class, Void.class),
                    new Stage.Act<>("EndpointWithHostLabelOperation", HostLabel.class, Void.class),
                    new Stage.Act<>("GreetingWithErrors", Nothing.class, Nothing.class),
                    new Stage.Act<>("JsonEnums", Enums.class, Enums.class),
                    new Stage.Act<>("JsonIntEnums", IntEnums.class, IntEnums.class),
                    new Stage.Act<>("JsonUnions", Contents.class, Contents.class),
                    new Stage.Act<>("KitchenSinkOperation", KitchenSink.class, KitchenSink.class),
                    new Stage.Act<>("NullOperation", OneString.class, OneString.class),
                    new Stage.Act<>("OperationWithOptionalInputOutput", SimpleStruct.class, SimpleStruct.class),
                    new Stage.Act<>("PutAndGetInlineDocuments", Documents.class, Documents.class),
                    new Stage.Act<>("PutWithContentEncoding", EncodedData.class, Void.class),
                    new Stage.Act<>("SimpleScalarProperties", Scalars.class, Scalars.class),
                    new Stage.Act<>("SparseNullsOperation", SparseNulls.class, SparseNulls.class))
            .collect(Collectors.toMap(Stage.Act::name, Function.identity()));

    static final class Operations extends Stage.Programme {
        @Override
        List<Stage.Act<?, ?>> acts() {
            return List.copyOf(ACTS.values());
        }
    }

    /** One case is about the id. */
    @Bean
    @Primary
    WireEndpoint.RequestIds fixedRequestId() {
        return () -> "amazon-uniq-request-id";
    }
}
