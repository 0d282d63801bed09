package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Search: records, expressions, order and pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIT extends GaServer {
    private static final String TRAINING_JOB = "TrainingJob";
    private static final String TUNING_JOB = "HyperParameterTuningJob";

    /** With failures, and of the first twenty training jobs with tags. */
    private static final String LONG = "Long";

    private List<JsonNode> trainingJobs = List.of();

    @BeforeAll
    void threeJobs() {
        create("Full", full().with("Tags", List.of(Map.of("Key", "team.a", "Value", "ml"))));
        create("least", least());
        create(
                LONG,
                full().with(TRAINING + ".AlgorithmSpecification.TrainingImage", "attune/flaky")
                        .with(LIMITS + ".MaxNumberOfTrainingJobs", 150)
                        .with(LIMITS + ".MaxParallelTrainingJobs", 10)
                        .with(CONFIG + ".TuningJobCompletionCriteria", Map.of())
                        .with(CONFIG + ".Strategy", "Random")
                        .with("Tags", List.of(Map.of("Key", "team.a", "Value", "ops"))));
        trainingJobs = found(TRAINING_JOB, Body.empty());
    }

    private void create(String name, Body request) {
        answer("CreateHyperParameterTuningJob", request.with("HyperParameterTuningJobName", name));
        describeEnded(name);
    }

    private List<JsonNode> found(String resource, Body request) {
        return pages("Search", "Results", request.with("Resource", resource).with("MaxResults", 100)).stream()
                .map(record -> record.path(resource))
                .toList();
    }

    private List<JsonNode> found(String resource, Object... filters) {
        return found(resource, Body.empty().with("SearchExpression", Map.of("Filters", List.of(filters))));
    }

    private static Map<String, String> filter(String name, String operator, String value) {
        return Map.of("Name", name, "Operator", operator, "Value", value);
    }

    private static List<String> names(List<JsonNode> records) {
        return records.stream()
                .map(record -> record.has("TrainingJobName")
                        ? record.path("TrainingJobName").stringValue()
                        : record.path("HyperParameterTuningJobName").stringValue())
                .toList();
    }

    private void refused(Body request, String message) {
        var reply = tell("Search", request);
        assertError(reply, 400, "ValidationException");
        assertThat(reply.json().path("message").stringValue()).isEqualTo(message);
    }

    private static Body expression(Object expression) {
        return Body.empty().with("Resource", TRAINING_JOB).with("SearchExpression", expression);
    }

    private static JsonNode withoutTags(JsonNode record) {
        return ((ObjectNode) record.deepCopy()).without("Tags");
    }

    /** A description as the shapes of Search have it. */
    private static JsonNode searched(JsonNode description) {
        return ((ObjectNode) description.deepCopy())
                .without(List.of(
                        "ProfilerRuleConfigurations",
                        "ProfilingStatus",
                        "RemoteDebugConfig",
                        "InfraCheckConfig",
                        "MlflowConfig",
                        "Autotune"));
    }

    @Test
    void aTuningJobsRecordIsItsDescriptionWithItsTags() {
        for (var record : found(TUNING_JOB, Body.empty())) {
            var name = record.path("HyperParameterTuningJobName").stringValue();
            assertThat(withoutTags(record)).isEqualTo(searched(describe(name)));
            assertThat(record.path("Tags").values())
                    .extracting(tag -> tag.path("Value").stringValue())
                    .isEqualTo(name.equals("least") ? List.of() : List.of(name.equals(LONG) ? "ops" : "ml"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TrainingJobName", "SecondaryStatus"})
    void aTrainingJobsRecordIsItsDescriptionWithItsTags(String property) {
        var records = found(TRAINING_JOB, Map.of("Name", property, "Operator", "Exists"));

        assertThat(records).hasSize(154);
        for (var record : records) {
            var name = record.path("TrainingJobName").stringValue();
            assertThat(withoutTags(record))
                    .isEqualTo(
                            searched(answer("DescribeTrainingJob", Body.empty().with("TrainingJobName", name))));
            assertThat(record.path("Tags")).hasSize(name.startsWith("least") ? 0 : 1);
        }
    }

    @Test
    void findsEverythingWithoutAnExpression() {
        var answer = answer("Search", Body.empty().with("Resource", TRAINING_JOB));

        assertThat(answer.path("Results")).hasSize(10);
        assertThat(answer.path("TotalHits").toString()).isEqualTo("{\"Value\":154,\"Relation\":\"EqualTo\"}");
        assertThat(new HashSet<>(names(trainingJobs))).hasSize(154);
        assertThat(names(found(TUNING_JOB, Body.empty()))).containsExactlyInAnyOrder("Full", "least", LONG);
    }

    @Test
    void theDefaultOrderIsThatOfTheLastChange() {
        assertThat(trainingJobs)
                .extracting(job -> job.path("LastModifiedTime").decimalValue())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                filtered(
                        "TrainingJobStatus",
                        "Equals",
                        "Failed",
                        job -> text(job, "TrainingJobStatus").equals("Failed")),
                filtered(
                        "TrainingJobName",
                        "Contains",
                        "-00",
                        job -> text(job, "TrainingJobName").contains("-00")),
                filtered("FailureReason", "NotEquals", "x", job -> true),
                filtered(
                        "Tags.team.a",
                        "Equals",
                        "ops",
                        job -> text(job, "TrainingJobName").startsWith(LONG)),
                filtered(
                        "Tags.team.a",
                        "In",
                        "ml, dev",
                        job -> text(job, "TrainingJobName").startsWith("Full")),
                filtered(
                        "SecondaryStatus",
                        "Equals",
                        "Completed",
                        job -> text(job, "SecondaryStatus").equals("Completed")),
                filtered("ResourceConfig.InstanceCount", "LessThan", "1", job -> false),
                filtered(
                        "EnableNetworkIsolation",
                        "Equals",
                        "true",
                        job -> job.path("EnableNetworkIsolation").booleanValue()),
                filtered("HyperParameters._tuning_objective_metric", "Equals", "accuracy", job -> true),
                filtered("CreationTime", "GreaterThan", "2001-01-01T00:00:00", job -> true),
                filtered("CreationTime", "LessThan", "2001-01-01T00:00:00", job -> false),
                filtered(
                        "TrainingTimeInSeconds",
                        "GreaterThanOrEqualTo",
                        "200",
                        job -> job.path("TrainingTimeInSeconds").asLong(0) >= 200));
    }

    private static Arguments filtered(String name, String operator, String value, Predicate<JsonNode> expected) {
        return Arguments.of(filter(name, operator, value), expected);
    }

    private static String text(JsonNode job, String member) {
        return job.path(member).asString("");
    }

    @ParameterizedTest
    @MethodSource("filters")
    void filters(Map<String, String> filter, Predicate<JsonNode> expected) {
        var found = found(TRAINING_JOB, filter);

        assertThat(names(found))
                .isEqualTo(names(trainingJobs.stream().filter(expected).toList()));
    }

    // One of them is the objective's.
    @ParameterizedTest
    @ValueSource(strings = {"accuracy", "loss"})
    void filtersAndSortsByMetrics(String metric) {
        Function<JsonNode, List<Double>> value = job -> job.path("FinalMetricDataList").values().stream()
                .filter(data -> data.path("MetricName").stringValue().equals(metric))
                .map(data -> data.path("Value").doubleValue())
                .toList();
        var all = trainingJobs.stream()
                .flatMap(job -> value.apply(job).stream())
                .sorted()
                .toList();
        assertThat(all).hasSizeGreaterThan(2);
        var middle = all.get(all.size() / 2);

        var found = found(
                TRAINING_JOB,
                Body.empty()
                        .with("SortBy", "Metrics." + metric)
                        .with("SortOrder", "Ascending")
                        .with(
                                "SearchExpression",
                                Map.of(
                                        "Filters",
                                        List.of(filter("Metrics." + metric, "LessThanOrEqualTo", "" + middle)))));

        assertThat(found.stream().flatMap(job -> value.apply(job).stream()))
                .isEqualTo(all.stream().filter(one -> one <= middle).toList());
    }

    @Test
    void findsTheTrainingJobsOfATuningJob() {
        var found = found(
                TRAINING_JOB, filter("TuningJobArn", "Equals", text(describe("Full"), "HyperParameterTuningJobArn")));

        assertThat(found)
                .hasSize(2)
                .allSatisfy(job -> assertThat(text(job, "TrainingJobName")).startsWith("Full-"));
        var or = Map.of(
                "Operator",
                "Or",
                "Filters",
                List.of(filter("TuningJobArn", "Equals", "x"), filter("TrainingJobName", "Contains", "Full")));
        assertThat(found(TRAINING_JOB, Body.empty().with("SearchExpression", or)))
                .hasSize(2);
    }

    @Test
    void nestedFiltersAreOfOneElement() {
        var channel = text(
                found(TRAINING_JOB, filter("TrainingJobName", "Contains", "Full"))
                        .get(0)
                        .path("InputDataConfig")
                        .path(0),
                "ChannelName");
        var name = filter("InputDataConfig.ChannelName", "Equals", channel);
        var s3 = filter("InputDataConfig.DataSource.S3DataSource.S3Uri", "Contains", "s3://");
        var nothing = filter("InputDataConfig.ContentType", "Equals", "nothing");

        assertThat(found(TRAINING_JOB, Body.empty().with("SearchExpression", nested(name, s3))))
                .hasSize(152);
        assertThat(found(TRAINING_JOB, Body.empty().with("SearchExpression", nested(name, nothing))))
                .isEmpty();
    }

    private static Object nested(Object... filters) {
        return Map.of(
                "NestedFilters", List.of(Map.of("NestedPropertyName", "InputDataConfig", "Filters", List.of(filters))));
    }

    @Test
    void subExpressionsHaveOperatorsOfTheirOwn() {
        var some = Map.of(
                "Operator",
                "Or",
                "Filters",
                List.of(
                        filter("HyperParameterTuningJobName", "Equals", "Full"),
                        filter("HyperParameterTuningJobName", "Equals", "least")));
        var both = Map.of(
                "SubExpressions",
                List.of(some),
                "Filters",
                List.of(filter("TrainingJobStatusCounters.Completed", "Equals", "2")));

        assertThat(names(found(TUNING_JOB, Body.empty().with("SearchExpression", both))))
                .containsExactlyInAnyOrder("Full", "least");
        var either = Map.of(
                "Operator",
                "Or",
                "SubExpressions",
                List.of(some),
                "Filters",
                List.of(filter("HyperParameterTuningJobStatus", "Equals", "Completed")));
        assertThat(found(TUNING_JOB, Body.empty().with("SearchExpression", either)))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "TrainingJobName, Ascending", "TrainingJobName, Descending", "HyperParameters.depth, Ascending",
        "FailureReason, Descending", "TrainingStartTime, Ascending", "Metrics.none, Descending"
    })
    void pagesAreTheSameWhateverTheirSize(String sortBy, String sortOrder) {
        var request = Body.empty().with("SortBy", sortBy).with("SortOrder", sortOrder);
        var expected = names(found(TRAINING_JOB, request));

        for (var size : List.of(1 + expected.size() / 7, 50, 77)) {
            var records = pages(
                    "Search", "Results", request.with("Resource", TRAINING_JOB).with("MaxResults", size));
            assertThat(records)
                    .extracting(record -> text(record.path(TRAINING_JOB), "TrainingJobName"))
                    .isEqualTo(expected);
        }
        assertThat(new HashSet<>(expected)).hasSize(154);
        if (sortBy.equals("TrainingJobName")) {
            var sorted = new ArrayList<>(expected);
            sorted.sort(sortOrder.equals("Ascending") ? Comparator.naturalOrder() : Collections.reverseOrder());
            assertThat(expected).isEqualTo(sorted);
        }
    }

    @Test
    void aTokenIsForItsOwnSearch() {
        var request = Body.empty().with("Resource", TRAINING_JOB);
        var token = answer("Search", request).path("NextToken").stringValue();

        for (var other : List.of(
                request.with("Resource", TUNING_JOB),
                request.with("SortBy", "CreationTime"),
                request.with("SearchExpression", Map.of("Filters", List.of(Map.of("Name", "FailureReason")))))) {
            refused(
                    other.with("NextToken", token),
                    "The NextToken is not valid for this request. Maybe it belongs to other filters.");
        }
    }

    @Test
    void visibilityConditionsHideOtherValues() {
        var condition = List.of(Map.of("Key", "Tags.team.a", "Value", "ml"));

        var found = found(TUNING_JOB, Body.empty().with("VisibilityConditions", condition));

        assertThat(names(found)).containsExactlyInAnyOrder("Full", "least");
        for (var broken : List.of(Map.of("Key", "team", "Value", "x"), Map.of("Key", "Tags.", "Value", "x"))) {
            refused(
                    expression(nested(filter("InputDataConfig.ChannelName", "Equals", "x")))
                            .with("VisibilityConditions", List.of(broken)),
                    "The Key [" + broken.get("Key")
                            + "] of the VisibilityConditions must be of the form Tags.<key>, and have a Value.");
        }
    }

    @Test
    void otherAccountsShowNothing() {
        var cross = answer(
                "Search", Body.empty().with("Resource", TUNING_JOB).with("CrossAccountFilterOption", "CrossAccount"));

        assertThat(cross.toString()).isEqualTo("{\"Results\":[],\"TotalHits\":{\"Value\":0,\"Relation\":\"EqualTo\"}}");
        assertThat(found(TUNING_JOB, Body.empty().with("CrossAccountFilterOption", "SameAccount")))
                .hasSize(3);
        assertThat(callAs(freshAccount(), "us-east-1", "Search", Body.empty().with("Resource", TUNING_JOB))
                        .json()
                        .path("Results"))
                .isEmpty();
        assertThat(callAs(account, "eu-west-1", "Search", Body.empty().with("Resource", TUNING_JOB))
                        .json()
                        .path("Results"))
                .isEmpty();
    }

    @Test
    void refusesWhatItCannotFind() {
        refused(
                Body.empty().with("Resource", "Model"),
                "Attune does not implement the search of the Resource [Model]. Use HyperParameterTuningJob or"
                        + " TrainingJob.");
    }

    static Stream<Arguments> flaws() {
        var contains = filter("TrainingJobName", "Contains", "a");
        var many = IntStream.range(0, 17)
                .mapToObj(i -> filter("TrainingJobName", "Equals", "a" + i))
                .toList();
        var part = Map.of("Filters", many);
        return Stream.of(
                Arguments.of(
                        Map.of(),
                        "A SearchExpression must have at least one of Filters, NestedFilters and SubExpressions."),
                Arguments.of(
                        Map.of("Filters", List.of(filter("Colour", "Equals", "red"))),
                        "The property [Colour] is not one of the Resource [TrainingJob]."),
                Arguments.of(
                        Map.of("Filters", List.of(contains, contains)),
                        "'CONTAINS' operator usage limit of 1 exceeded."),
                Arguments.of(
                        Map.of("SubExpressions", List.of(part, part, part)),
                        "A SearchExpression can have at most 50 Filters, NestedFilters and SubExpressions in all."),
                Arguments.of(
                        Map.of("Filters", List.of(Map.of("Name", "TrainingJobName", "Operator", "Equals"))),
                        "The Operator [Equals] of the property [TrainingJobName] needs a Value."),
                Arguments.of(
                        Map.of("Filters", List.of(filter("CreationTime", "LessThan", "now"))),
                        "The Value [now] of the property [CreationTime] must be a time of the form"
                                + " YYYY-mm-ddTHH:MM:SS."),
                Arguments.of(
                        Map.of("Filters", List.of(filter("TrainingJobName", "LessThan", "b"))),
                        "The Value [b] of the property [TrainingJobName] must be a number: the Operator [LessThan] is"
                                + " not supported for text."),
                Arguments.of(
                        nested(filter("ChannelName", "Equals", "a")),
                        "The property [ChannelName] must begin with the NestedPropertyName [InputDataConfig] and a"
                                + " dot."));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void refusesExpressionsThatMakeNoSense(Object expression, String message) {
        refused(expression(expression), message);
    }

    @Test
    void refusesAnUnknownSortBy() {
        refused(
                Body.empty().with("Resource", TUNING_JOB).with("SortBy", "Metrics.loss"),
                "The property [Metrics.loss] is not one of the Resource [HyperParameterTuningJob].");
    }

    @Test
    void deepExpressionsAreAnswered() {
        Object expression = Map.of("Filters", List.of(filter("TrainingJobName", "Equals", "x")));
        for (int i = 0; i < 29; i++) {
            expression = Map.of("SubExpressions", List.of(expression));
        }

        assertThat(tell("Search", expression(expression)).status()).isEqualTo(200);
    }

    @Test
    void findsRunningTrainingJobs() {
        clock("{\"mode\":\"manual\"}");
        try {
            var other = freshAccount();
            callAs(other, "us-east-1", "CreateHyperParameterTuningJob", least());
            var request = expression(Map.of("Filters", List.of(filter("TrainingJobStatus", "Equals", "InProgress"))));
            var found = eventually(
                    () -> callAs(other, "us-east-1", "Search", request).json().path("Results"),
                    results -> !results.isEmpty());
            assertThat(found).hasSize(1);
            assertThat(found.path(0).path(TRAINING_JOB).has("TrainingEndTime")).isFalse();
        } finally {
            clock("{\"mode\":\"instant\"}");
        }
    }
}
