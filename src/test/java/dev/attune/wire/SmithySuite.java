package dev.attune.wire;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.Trait;
import software.amazon.smithy.protocoltests.traits.AppliesTo;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpMessageTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestsTrait;

/**
 * The protocol tests that Smithy's authors publish (github.com/smithy-lang/smithy, smithy-aws-protocol-tests), as far as they are for
 * servers of AWS JSON 1.1; and the malformed requests, which they have for REST-JSON only.
 */
final class SmithySuite {
    private static final ShapeId AWS_JSON_1_1 = ShapeId.from("aws.protocols#awsJson1_1");
    private static final Model MODEL =
            Model.assembler().discoverModels().assemble().unwrap();

    private SmithySuite() {}

    /** A case, and the name of the operation or error that it is about. */
    record Case<T>(String namespace, String shape, String id, T test) {
        @Override
        public String toString() {
            return shape + ": " + id;
        }
    }

    static Stream<Case<HttpRequestTestCase>> requests() {
        return cases(HttpRequestTestsTrait.class, HttpRequestTestsTrait::getTestCases, HttpRequestTestCase::getId)
                .filter(SmithySuite::isForServers);
    }

    /** Of operations and of errors. */
    static Stream<Case<HttpResponseTestCase>> responses() {
        return cases(HttpResponseTestsTrait.class, HttpResponseTestsTrait::getTestCases, HttpResponseTestCase::getId)
                .filter(SmithySuite::isForServers);
    }

    static Stream<Case<HttpMalformedRequestTestCase>> malformedRequests() {
        return cases(
                HttpMalformedRequestTestsTrait.class,
                HttpMalformedRequestTestsTrait::getTestCases,
                HttpMalformedRequestTestCase::getId);
    }

    private static <R extends Trait, T> Stream<Case<T>> cases(
            Class<R> trait, Function<R, List<T>> tests, Function<T, String> id) {
        return MODEL.getShapesWithTrait(trait).stream().sorted().flatMap(shape -> cases(shape, trait, tests, id));
    }

    private static <R extends Trait, T> Stream<Case<T>> cases(
            Shape shape, Class<R> trait, Function<R, List<T>> tests, Function<T, String> id) {
        var name = shape.getId();
        return tests.apply(shape.expectTrait(trait)).stream()
                .map(test -> new Case<>(name.getNamespace(), name.getName(), id.apply(test), test));
    }

    private static boolean isForServers(Case<? extends HttpMessageTestCase> any) {
        Optional<AppliesTo> side = any.test().getAppliesTo();
        return any.test().getProtocol().equals(AWS_JSON_1_1) && (side.isEmpty() || side.get() == AppliesTo.SERVER);
    }
}
