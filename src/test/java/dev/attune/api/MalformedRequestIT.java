package dev.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever is sent, the answer is a typed 4xx, quickly, and nothing is stored. */
class MalformedRequestIT extends LiveServer {
    private static final String DEPTH = "TuningJobConfig.ParameterRanges.IntegerParameterRanges";
    private static final String STRANGE =
            "\u00fcn\u00ef 😀 𝔘 e\u0301 \u202e \u200b \u2028 \u0001 \u0000 \u007f \t \r\n \" \\ / ' <b> %s ${x} {{y}} ; -- \ufeff";

    private final String account = freshAccount();

    private Body valid() {
        return Body.createTuningJob().with("AwsAccountId", account);
    }

    private void assertRefused(Route route, BodyPublisher body, int status, String code) {
        var start = System.nanoTime();

        var reply = send(operation(route, "CreateTuningJob").POST(body));

        assertError(reply, status, code);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(reply.text()).doesNotContain("Exception:", "dev.attune", "\tat ");
        assertThat(list(account)).isEmpty();
    }

    static Stream<Arguments> unacceptable() {
        var valid = Body.createTuningJob().toString();
        var rows = Stream.of(
                valid.substring(0, valid.length() - 1),
                valid.substring(0, valid.length() / 2),
                valid + "x",
                valid + valid,
                valid + ",",
                "[" + valid + "]",
                "null",
                "\"text\"",
                "5",
                "true",
                "{\"AwsAccountId\":\"000000000000\"," + valid.substring(1),
                "\ufeff" + valid,
                valid.replace("\"churn\"", "NaN"),
                valid.replace("\"churn\"", "'churn'"),
                valid.replace("\"churn\"", "5"),
                valid.replace("\"churn\"", "[\"churn\"]"),
                valid.replace("\"churn\"", "{\"x\":\"churn\"}"),
                valid.replace("\"churn\"", "\"\\ud800\""),
                valid.replace("\"churn\"", "\"\u0000\""),
                valid.replace("\"accuracy\"", "\"\\udc00x\""),
                valid.replace(":24", ":1e400"),
                valid.replace(":24", ":1e999999999"),
                valid.replace(":24", ":24.5"),
                valid.replace(":24", ":24.0"),
                valid.replace(":24", ":\"24\""),
                valid.replace(":24", ":true"),
                valid.replace(":24", ":2147483648"),
                valid.replace(":24", ":-2147483649"),
                valid.replace(":24", ":99999999999999999999999999"),
                valid.replace(":24", ":" + "9".repeat(129)),
                valid.replace(":24", ":024"),
                valid.replace(":24", ":[]"),
                valid.replace(":24", ":{}"),
                valid.replace("[{\"Name\":\"depth\"", "[null,{\"Name\":\"depth\""),
                valid.replace("[\"gbtree\"", "[null,\"gbtree\""),
                valid.replace("[\"gbtree\"", "[7,\"gbtree\""),
                valid.replace("[\"gbtree\",\"dart\"]", "\"gbtree\""),
                valid.replace("\"epochs\":\"5\"", "\"epochs\":5"),
                valid.replace("\"epochs\":\"5\"", "\"epochs\":null"),
                valid.replace("\"epochs\":\"5\"", "\"epochs\":{\"a\":\"b\"}"),
                valid.replace("\"epochs\":\"5\"", "\"epochs\":\"5\",\"epochs\":\"6\""),
                valid.replace("{\"objective\"", "[{\"objective\"").replace("\"5\"}", "\"5\"}]"),
                valid.replace("\"churn\"", "\"" + "a".repeat((1 << 20) + 1) + "\""),
                valid.replace("{\"TuningJobName\"", "{\"" + "k".repeat(1025) + "\":1,\"TuningJobName\""),
                "{\"X\":" + "[".repeat(200) + "]".repeat(200) + "," + valid.substring(1),
                "{\"X\":" + "{\"a\":".repeat(200) + "1" + "}".repeat(200) + "," + valid.substring(1),
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                "{\"X\":[" + "1,".repeat(100_000) + "1]," + valid.substring(1));
        return rows.map(body -> Arguments.of(body.length() > 60 ? difference(valid, body) : body, body));
    }

    /** Where the body differs from the valid one. */
    private static String difference(String valid, String body) {
        var start = IntStream.range(0, Math.min(valid.length(), body.length()))
                .filter(i -> valid.charAt(i) != body.charAt(i))
                .findFirst()
                .orElse(Math.min(valid.length(), body.length()));
        return start + ": " + body.substring(start, Math.min(body.length(), start + 30));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unacceptable")
    void refusesABodyThatIsNoRequest(String difference, String body) {
        for (var route : Route.values()) {
            assertRefused(
                    route,
                    BodyPublishers.ofString(body.replace("\"123456789012\"", "\"" + account + "\"")),
                    400,
                    "SerializationException");
        }
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        for (var encoding : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
            var body = valid().with("TuningJobConfig.TuningJobObjective.MetricName", "\u00e9")
                    .toString()
                    .getBytes(encoding);
            assertRefused(Route.TARGET, BodyPublishers.ofByteArray(body), 400, "SerializationException");
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void refusesTenMegabytesWhetherAnnouncedOrNot(Route route) {
        var body = valid().with("Unknown", "x".repeat(10_000_000)).toString().getBytes(StandardCharsets.UTF_8);

        assertRefused(route, BodyPublishers.ofByteArray(body), 413, "RequestEntityTooLargeException");
        assertRefused(
                route,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                413,
                "RequestEntityTooLargeException");
    }

    static Stream<Arguments> tooMuch() {
        return Stream.of(
                Arguments.of("TuningJobName", "a".repeat(1 << 20)),
                Arguments.of("TuningJobName", "a-".repeat(1 << 19)),
                Arguments.of("AwsAccountId", "1".repeat(1 << 20)),
                Arguments.of("TuningJobConfig.TuningJobObjective.MetricName", "m".repeat(1 << 20)),
                Arguments.of(DEPTH + "[0].MinValue", "1".repeat(1 << 20)),
                Arguments.of("TrainingJobDefinition.RoleArn", "r".repeat(1 << 20)),
                Arguments.of(
                        "TrainingJobDefinition.AlgorithmSpecification.MetricDefinitions[0].Regex",
                        "(a*)*".repeat(200_000)),
                Arguments.of("TrainingJobDefinition.StaticHyperParameters", many(30_000)),
                Arguments.of("TrainingJobDefinition.StaticHyperParameters", many(12_000)),
                Arguments.of(
                        "TuningJobConfig.ParameterRanges.CategoricalParameterRanges[0].Values", copies(60_000, "v")),
                Arguments.of(DEPTH, copies(60_000, Map.of())),
                Arguments.of("Tags", copies(60_000, Map.of())),
                Arguments.of("Tags", copies(12_000, Map.of())),
                Arguments.of("Tags[0].Value", "v".repeat(1 << 20)));
    }

    private static Map<String, String> many(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "k".repeat(257) + i, i -> "v"));
    }

    private static List<Object> copies(int count, Object value) {
        return Boundary.times(count, i -> value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooMuch")
    void refusesHugeMembersShortly(String path, Object value) {
        var start = System.nanoTime();

        var reply = call("CreateTuningJob", valid().with(path, value));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isIn("ValidationError", "SerializationException");
        assertThat(reply.text()).hasSizeLessThan(300_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(list(account)).isEmpty();
    }

    @Test
    void ignoresMembersThatItDoesNotKnow() {
        create(valid().with("Unknown", Map.of("a", List.of(1, 2.5, false)))
                .with("TuningJobConfig.Autotune", "x")
                .with("Tags[0].More", 1));

        assertThat(list(account)).hasSize(1);
    }

    @Test
    void namesAnUnknownOperation() {
        assertUnknown(call(Route.TARGET, "Nope", "{}"), 400, "SageMaker has no operation [Nope].");
        assertUnknown(call(Route.PATH, "Nope", "{}"), 404, "Nothing answers [POST /Nope].");
        assertUnknown(call(Route.PROD, "Nope", "{}"), 404, "Nothing answers [POST /Prod/Nope].");
        assertUnknown(call(Route.PATH, "createtuningjob", "{}"), 404, "Nothing answers [POST /createtuningjob].");
        assertUnknown(
                call(Route.TARGET, "createtuningjob", "{}"), 400, "SageMaker has no operation [createtuningjob].");
    }

    @Test
    void namesAnOperationOfSageMakerThatIsNotThere() {
        var message = "Attune does not implement CreateEndpoint, an operation of SageMaker.";

        assertUnknown(call(Route.TARGET, "CreateEndpoint", "{}"), 400, message);
        assertUnknown(call(Route.PATH, "CreateEndpoint", "{}"), 404, message);
    }

    private static void assertUnknown(Reply reply, int status, String message) {
        assertError(reply, status, "UnknownOperationException");
        assertThat(reply.message()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void answersOtherMethodsWithATypedRefusal(String method) {
        for (var path : List.of("/CreateTuningJob", "/Prod/DescribeTuningJob", "/")) {
            var reply = send(request(path).method(method, BodyPublishers.noBody()));

            assertThat(reply.status()).isEqualTo(405);
            assertThat(reply.header("x-amzn-ErrorType")).isEqualTo("MethodNotAllowedException");
            assertThat(reply.header("Allow")).isEqualTo("POST");
        }
    }

    /** Every free-text member, and where it is given back: D for DescribeTuningJob, T for DescribeTrainingJob. */
    static Stream<Arguments> freeTexts() {
        return Stream.of(
                Arguments.of(DEPTH + "[0].Name", "D", "ParameterRanges.IntegerParameterRanges[0].Name"),
                Arguments.of(
                        "TuningJobConfig.ParameterRanges.CategoricalParameterRanges[0].Values[0]",
                        "D",
                        "ParameterRanges.CategoricalParameterRanges[0].Values[0]"),
                Arguments.of(
                        "TrainingJobDefinition.AlgorithmSpecification.MetricDefinitions[1].Name",
                        "D",
                        "MetricDefinitions[1].Name"),
                Arguments.of("TrainingJobDefinition.StaticHyperParameters.epochs", "T", "HyperParameters.epochs"),
                Arguments.of(
                        "TrainingJobDefinition.AlgorithmSpecification.TrainingImage",
                        "T",
                        "AlgorithmSpecification.TrainingImage"),
                Arguments.of("TrainingJobDefinition.RoleArn", "T", "RoleArn"),
                Arguments.of(
                        "TrainingJobDefinition.InputDataConfig[0].DataSource.S3DataSource.S3Uri",
                        "T",
                        "InputDataConfig[0].DataSource.S3DataSource.S3Uri"),
                Arguments.of(
                        "TrainingJobDefinition.InputDataConfig[0].ContentType", "T", "InputDataConfig[0].ContentType"),
                Arguments.of("TrainingJobDefinition.OutputDataConfig.KmsKeyId", "T", "OutputDataConfig.KmsKeyId"),
                Arguments.of(
                        "TrainingJobDefinition.OutputDataConfig.S3OutputPath", "T", "OutputDataConfig.S3OutputPath"),
                Arguments.of(
                        "TrainingJobDefinition.ResourceConfig.VolumeKmsKeyId", "T", "ResourceConfig.VolumeKmsKeyId"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("freeTexts")
    void givesEveryAcceptedTextBackAsItWas(String path, String where, String answer) {
        create(valid().with(path, STRANGE));

        var job = describeEnded(account, "churn");

        assertThat(job.path("TuningJobStatus").stringValue()).isEqualTo("Completed");
        var shown = where.equals("D")
                ? job
                : trainingJob(job.at("/BestTrainingJob/TrainingJobName").stringValue());
        assertThat(Body.of(shown.toString()).text(answer)).isEqualTo(STRANGE);
    }

    @Test
    void tunesHyperparametersWithStrangeNames() {
        for (var name : List.of("", STRANGE, "a/b", "__proto__", "_tuning_objective_metric ", "x".repeat(256))) {
            var other = freshAccount();
            create(valid().with("AwsAccountId", other).with(DEPTH + "[0].Name", name));

            var best = describeEnded(other, "churn").path("BestTrainingJob");
            assertThat(best.path("HyperParameters").path(name).stringValue()).matches("[0-9]+");
        }
    }

    private JsonNode trainingJob(String name) {
        return ask("DescribeTrainingJob", Body.empty().with("TrainingJobName", name));
    }
}
