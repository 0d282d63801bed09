package dev.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Both listings: order, filters, pages, tokens, and the constraints of their requests and of the other small ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListingIT extends LiveServer {
    private static final String LIMITS = "TuningJobConfig.ResourceLimits";
    private static final String IMAGE = "TrainingJobDefinition.AlgorithmSpecification.TrainingImage";
    private static final List<String> NAMES = List.of("a1", "B1", "a2", "c", "b-3");

    private final String account = freshAccount();

    @BeforeAll
    void fiveJobsOneOfThemWithFailures() {
        for (var name : NAMES) {
            var request = job(account, name);
            create(
                    name.equals("b-3")
                            ? Body.sometimesFailing(request).with(LIMITS + ".MaxNumberOfTrainingJobs", 24)
                            : request);
            pause();
        }
        NAMES.forEach(name -> describeEnded(account, name));
    }

    @AfterEach
    void letTimeRunAgain() {
        clock("{\"mode\":\"instant\"}");
    }

    private static Body job(String account, String name) {
        return Body.createTuningJob().with("AwsAccountId", account).with("TuningJobName", name);
    }

    /** So that no two jobs are created in one millisecond. */
    private static void pause() {
        try {
            Thread.sleep(3);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Body jobs() {
        return Body.empty().with("AwsAccountId", account);
    }

    private Body trainingJobs() {
        return Body.tuningJob(account, "b-3");
    }

    private List<String> names(Body request) {
        return pages("ListTuningJobs", "TuningJobSummaries", request).stream()
                .map(job -> job.path("TuningJobName").stringValue())
                .toList();
    }

    private List<JsonNode> summaries(Body request) {
        return pages("ListTrainingJobsForTuningJob", "TrainingJobSummaries", request);
    }

    /** All items, page by page. */
    private List<JsonNode> pages(String operation, String member, Body request) {
        var items = new ArrayList<JsonNode>();
        var next = request;
        while (true) {
            var page = ask(operation, next);
            items.addAll(page.path(member).values());
            if (!page.has("NextToken")) {
                return items;
            }
            assertThat(page.path(member)).isNotEmpty();
            next = request.with("NextToken", page.path("NextToken").stringValue());
        }
    }

    static Stream<Arguments> orders() {
        var byName = List.of("a1", "a2", "b-3", "B1", "c");
        return Stream.of(
                Arguments.of("{}", byName),
                Arguments.of("{\"SortBy\":\"Name\"}", byName),
                Arguments.of("{\"SortOrder\":\"Ascending\"}", byName),
                Arguments.of("{\"SortBy\":\"Name\",\"SortOrder\":\"Descending\"}", reversed(byName)),
                Arguments.of("{\"SortBy\":\"CreationTime\"}", NAMES),
                Arguments.of("{\"SortBy\":\"CreationTime\",\"SortOrder\":\"Descending\"}", reversed(NAMES)),
                Arguments.of("{\"SortBy\":\"Status\"}", byName),
                Arguments.of("{\"SortBy\":\"Status\",\"SortOrder\":\"Descending\"}", reversed(byName)));
    }

    private static <T> List<T> reversed(List<T> list) {
        var copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }

    @ParameterizedTest
    @MethodSource("orders")
    void ordersTuningJobsWhateverThePage(String request, List<String> expected) {
        var body = Body.of(request).with("AwsAccountId", account);

        assertThat(names(body)).isEqualTo(expected);
        for (int size = 1; size <= 5; size++) {
            assertThat(names(body.with("MaxResults", size))).isEqualTo(expected);
        }
    }

    @Test
    void sortsTuningJobsByStatus() {
        var other = freshAccount();
        for (var name : List.of("a", "z")) {
            create(job(other, name));
            create(job(other, name + "-failing").with(IMAGE, "attune/failing"));
            describeEnded(other, name);
            describeEnded(other, name + "-failing");
        }
        clock("{\"mode\":\"manual\"}");
        create(job(other, "b-running"));

        var request = Body.empty()
                .with("AwsAccountId", other)
                .with("SortBy", "Status")
                .with("MaxResults", 2);
        var statuses = pages("ListTuningJobs", "TuningJobSummaries", request).stream()
                .map(job -> job.path("TuningJobStatus").stringValue())
                .toList();

        assertThat(statuses).containsExactly("Completed", "Completed", "Failed", "Failed", "InProgress");
    }

    @Test
    void summarisesATuningJob() {
        var summary = ask("ListTuningJobs", jobs().with("NameContains", "b-3")).at("/TuningJobSummaries/0");
        var described = describe(account, "b-3");

        assertThat(summary.propertyNames())
                .containsExactly(
                        "TuningJobName",
                        "TuningJobArn",
                        "TuningJobStatus",
                        "CreationTime",
                        "TuningJobEndTime",
                        "Jobs",
                        "ResourceLimits");
        assertThat(summary.path("CreationTime")).isEqualTo(described.path("TuningJobStartTime"));
        assertThat(summary.path("TuningJobEndTime")).isEqualTo(described.path("TuningJobEndTime"));
        assertThat(summary.path("Jobs")).isEqualTo(described.at("/ResourcesStats/ConsumedResources/Jobs"));
        assertThat(summary.path("ResourceLimits")).isEqualTo(described.at("/ResourcesStats/ResourceLimits"));
    }

    @Test
    void filtersTuningJobs() {
        assertThat(names(jobs().with("NameContains", "A"))).containsExactly("a1", "a2");
        assertThat(names(jobs().with("NameContains", "1"))).containsExactly("a1", "B1");
        assertThat(names(jobs().with("NameContains", "-"))).containsExactly("b-3");
        assertThat(names(jobs().with("NameContains", "zz"))).isEmpty();
        assertThat(names(jobs().with("StatusEquals", "Completed"))).hasSize(5);
        assertThat(names(jobs().with("StatusEquals", "InProgress"))).isEmpty();
        var third = describe(account, "a2").path("TuningJobStartTime");
        assertThat(names(jobs().with("CreationTimeAfter", third))).containsExactly("b-3", "c");
        assertThat(names(jobs().with("CreationTimeBefore", third))).containsExactly("a1", "B1");
        assertThat(names(jobs().with("CreationTimeBefore", third).with("NameContains", "b")))
                .containsExactly("B1");
        assertThat(names(jobs().with("CreationTimeAfter", 253402300799L))).isEmpty();
        assertThat(names(jobs().with("CreationTimeAfter", -253402300799L))).hasSize(5);
    }

    @Test
    void pagesTenTuningJobsWhereNothingIsSaid() {
        var other = freshAccount();
        for (int i = 0; i < 11; i++) {
            create(job(other, "more-" + i));
        }

        var page = ask("ListTuningJobs", Body.empty().with("AwsAccountId", other));

        assertThat(page.path("TuningJobSummaries")).hasSize(10);
        assertThat(page.path("NextToken").stringValue()).hasSizeLessThan(8192);
    }

    @Test
    void listsTrainingJobsInTheOrderOfTheirLaunch() {
        var numbers = summaries(trainingJobs()).stream()
                .map(summary -> summary.path("TrainingJobName").stringValue().substring(4, 7))
                .toList();

        assertThat(numbers).hasSize(24).isSorted().doesNotHaveDuplicates();
        for (int size : List.of(1, 7, 23, 24, 100)) {
            assertThat(summaries(trainingJobs().with("MaxResults", size))).isEqualTo(summaries(trainingJobs()));
        }
        assertThat(summaries(trainingJobs().with("SortOrder", "Descending").with("MaxResults", 5)))
                .isEqualTo(reversed(summaries(trainingJobs())));
    }

    @Test
    void sortsByObjectiveWithoutTheTrainingJobsThatHaveNone() {
        var sorted = trainingJobs().with("SortBy", "FinalObjectiveMetricValue");

        var ascending = summaries(sorted);

        assertThat(ascending)
                .hasSizeBetween(1, 23)
                .isSortedAccordingTo(Comparator.comparingDouble(ListingIT::objective))
                .containsExactlyInAnyOrderElementsOf(summaries(trainingJobs()).stream()
                        .filter(summary -> summary.has("FinalTuningJobObjectiveMetric"))
                        .toList());
        assertThat(summaries(sorted.with("MaxResults", 3))).isEqualTo(ascending);
        assertThat(summaries(sorted.with("SortOrder", "Descending").with("MaxResults", 4)))
                .isEqualTo(reversed(ascending));
    }

    private static double objective(JsonNode summary) {
        return summary.at("/FinalTuningJobObjectiveMetric/Value").doubleValue();
    }

    @Test
    void filtersTrainingJobsByStatus() {
        var byStatus = Map.of("Completed", 0, "Failed", 0, "InProgress", 0, "Stopping", 0, "Stopped", 0);
        var all = summaries(trainingJobs());

        byStatus.keySet()
                .forEach(status -> assertThat(summaries(trainingJobs()
                                .with("TrainingJobStatusEquals", status)
                                .with("MaxResults", 2)))
                        .isEqualTo(all.stream()
                                .filter(summary -> summary.path("TrainingJobStatus")
                                        .stringValue()
                                        .equals(status))
                                .toList()));
    }

    @Test
    void refusesATokenThatIsNotOfThisListing() {
        var request = trainingJobs().with("MaxResults", 2);
        var token =
                ask("ListTrainingJobsForTuningJob", request).path("NextToken").stringValue();
        var jobsToken = ask("ListTuningJobs", jobs().with("MaxResults", 1))
                .path("NextToken")
                .stringValue();
        var others = freshAccount();
        create(job(others, "b-3"));

        var bad = List.of(
                request.with("NextToken", ""),
                request.with("NextToken", "x"),
                request.with("NextToken", "x".repeat(8192)),
                request.with("NextToken", jobsToken),
                request.with("NextToken", token + "A"),
                request.with("NextToken", token.substring(1)),
                request.with("NextToken", token.toUpperCase(Locale.ROOT)),
                request.with("NextToken", token).with("SortBy", "FinalObjectiveMetricValue"),
                request.with("NextToken", token).with("SortOrder", "Descending"),
                request.with("NextToken", token).with("TrainingJobStatusEquals", "Completed"),
                request.with("NextToken", token).with("TuningJobName", "a1"),
                request.with("NextToken", token).with("AwsAccountId", others));

        bad.forEach(body -> {
            var reply = call("ListTrainingJobsForTuningJob", body);
            assertError(reply, 400, "ValidationError");
            assertThat(reply.message())
                    .isEqualTo("The NextToken is not valid for this request. Maybe it belongs to other filters.");
        });
        assertError(call("ListTuningJobs", jobs().with("NextToken", token)), 400, "ValidationError");
        assertThat(summaries(request.with("NextToken", token).with("MaxResults", 100)))
                .hasSize(22);
    }

    static Stream<Arguments> constraints() {
        var range = "Member must have value ";
        var set = "Member must satisfy enum value set: ";
        return Stream.of(
                Arguments.of("MaxResults", 0, range + "greater than or equal to 1"),
                Arguments.of("MaxResults", 101, range + "less than or equal to 100"),
                Arguments.of("MaxResults", Integer.MIN_VALUE, range + "greater than or equal to 1"),
                Arguments.of("NextToken", "x".repeat(8193), Boundary.longest(8192)),
                Arguments.of("SortOrder", "Up", set + "[Ascending, Descending]"),
                Arguments.of("AwsAccountId", "1", Boundary.pattern("[0-9]{12}")));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("constraints")
    void refusesWhatIsOutsideAConstraintOfBothListings(String member, Object value, String constraint) {
        for (var operation : List.of("ListTuningJobs", "ListTrainingJobsForTuningJob")) {
            assertRefused(operation, trainingJobs().with(member, value), member, constraint);
        }
    }

    private void assertRefused(String operation, Body body, String member, String constraint) {
        for (var route : Route.values()) {
            var reply = call(route, operation, body);
            assertError(reply, 400, "ValidationError");
            assertThat(reply.message())
                    .startsWith("1 validation error detected: Value ")
                    .endsWith(" at '" + Boundary.wirePath(member) + "' failed to satisfy constraint: " + constraint);
        }
    }

    @Test
    void refusesWhatIsOutsideAConstraintOfOneListing() {
        var set = "Member must satisfy enum value set: ";
        var statuses = set + "[InProgress, Completed, Failed, Stopping, Stopped]";

        assertRefused("ListTuningJobs", jobs().with("SortBy", "Size"), "SortBy", set + "[Name, CreationTime, Status]");
        assertRefused("ListTuningJobs", jobs().with("StatusEquals", "Gone"), "StatusEquals", statuses);
        assertRefused(
                "ListTuningJobs", jobs().with("NameContains", "a".repeat(64)), "NameContains", Boundary.longest(63));
        assertRefused(
                "ListTuningJobs",
                jobs().with("NameContains", "a%"),
                "NameContains",
                Boundary.pattern("[a-zA-Z0-9\\-]+"));
        assertRefused(
                "ListTrainingJobsForTuningJob",
                trainingJobs().with("SortBy", "Name"),
                "SortBy",
                set + "[FinalObjectiveMetricValue]");
        assertRefused(
                "ListTrainingJobsForTuningJob",
                trainingJobs().with("TrainingJobStatusEquals", "completed"),
                "TrainingJobStatusEquals",
                statuses);
        assertError(
                call("ListTuningJobs", jobs().with("CreationTimeAfter", 253402300800L)), 400, "SerializationException");
        assertError(
                call("ListTuningJobs", jobs().with("CreationTimeAfter", "2026-01-01")), 400, "SerializationException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DescribeTuningJob", "StopTuningJob", "ListTrainingJobsForTuningJob"})
    void requiresAccountAndName(String operation) {
        var missing = Boundary.NOT_NULL;
        assertRefused(operation, jobs(), "TuningJobName", missing);
        assertRefused(operation, trainingJobs().without("AwsAccountId"), "AwsAccountId", missing);
        assertRefused(operation, Body.tuningJob(account, "a".repeat(33)), "TuningJobName", Boundary.longest(32));
        assertRefused(
                operation,
                Body.tuningJob(account, "a_b"),
                "TuningJobName",
                Boundary.pattern("^[a-zA-Z0-9](-*[a-zA-Z0-9])*"));
        assertError(call(operation, Body.tuningJob(account, "a".repeat(32))), 404, "ResourceNotFound");
        assertThat(call(operation, "{}").message()).startsWith("2 validation errors detected: ");
    }
}
