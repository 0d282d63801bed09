package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Today's two listings: order, filters, pages and tokens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HyperParameterTuningJobListingIT extends GaServer {
    private static final String JOBS = "ListHyperParameterTuningJobs";
    private static final String TRAINING_JOBS = "ListTrainingJobsForHyperParameterTuningJob";
    private static final List<String> NAMES = List.of("a1", "B1", "a2", "c", "b-3");
    /** The one with failures. */
    private static final String LONG = "c";

    @BeforeAll
    void fiveJobsOneOfThemWithFailures() {
        for (var name : NAMES) {
            var request = least().with("HyperParameterTuningJobName", name);
            answer("CreateHyperParameterTuningJob", name.equals(LONG) ? flaky(request) : request);
            describeEnded(name);
        }
    }

    @AfterEach
    void letTimeRunAgain() {
        clock("{\"mode\":\"instant\"}");
    }

    private static Body flaky(Body request) {
        return request.with(TRAINING + ".AlgorithmSpecification.TrainingImage", "attune/flaky")
                .with(LIMITS + ".MaxNumberOfTrainingJobs", 100)
                .with(LIMITS + ".MaxParallelTrainingJobs", 10)
                .with(CONFIG + ".Strategy", "Random");
    }

    private List<String> names(Body request) {
        return pages(JOBS, "HyperParameterTuningJobSummaries", request).stream()
                .map(job -> job.path("HyperParameterTuningJobName").stringValue())
                .toList();
    }

    private List<JsonNode> trainingJobs(Body filters) {
        return pages(TRAINING_JOBS, "TrainingJobSummaries", filters.with("HyperParameterTuningJobName", LONG));
    }

    private static List<String> texts(List<JsonNode> items, String member) {
        return items.stream().map(item -> item.path(member).stringValue()).toList();
    }

    private static <T> List<T> reversed(List<T> list) {
        var copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }

    static Stream<Arguments> orders() {
        var byName = List.of("a1", "a2", "b-3", "B1", "c");
        return Stream.of(
                Arguments.of("{}", byName),
                Arguments.of("{\"SortOrder\":\"Descending\"}", reversed(byName)),
                Arguments.of("{\"SortBy\":\"Name\"}", byName),
                Arguments.of("{\"SortBy\":\"CreationTime\"}", NAMES),
                Arguments.of("{\"SortBy\":\"CreationTime\",\"SortOrder\":\"Descending\"}", reversed(NAMES)),
                Arguments.of("{\"SortBy\":\"Status\"}", byName));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void ordersTuningJobsWhateverThePage(String request, List<String> expected) {
        for (int size = 1; size <= 6; size++) {
            assertThat(names(Body.of(request).with("MaxResults", size))).isEqualTo(expected);
        }
    }

    @Test
    void aSummaryHasTheMembersOfTheModel() {
        var summary = answer(JOBS, Body.empty().with("NameContains", "a1"))
                .path("HyperParameterTuningJobSummaries")
                .path(0);

        assertThat(members(summary))
                .containsExactly(
                        "HyperParameterTuningJobName",
                        "HyperParameterTuningJobArn",
                        "HyperParameterTuningJobStatus",
                        "Strategy",
                        "CreationTime",
                        "HyperParameterTuningEndTime",
                        "LastModifiedTime",
                        "TrainingJobStatusCounters",
                        "ObjectiveStatusCounters",
                        "ResourceLimits");
        assertThat(summary.path("ResourceLimits").toString())
                .isEqualTo("{\"MaxNumberOfTrainingJobs\":2,\"MaxParallelTrainingJobs\":1}");
        var described = describe("a1");
        for (var member : List.of("CreationTime", "LastModifiedTime", "TrainingJobStatusCounters")) {
            assertThat(summary.path(member)).isEqualTo(described.path(member));
        }
    }

    @Test
    void filtersTuningJobs() {
        var created = describe("a2").path("CreationTime");
        var modified = describe("B1").path("LastModifiedTime");

        assertThat(names(Body.of("{\"NameContains\":\"B\"}"))).containsExactly("b-3", "B1");
        assertThat(names(Body.of("{\"StatusEquals\":\"Completed\"}"))).hasSize(5);
        assertThat(names(Body.of("{\"StatusEquals\":\"Stopped\"}"))).isEmpty();
        assertThat(names(Body.of("{\"StatusEquals\":\"DeleteFailed\"}"))).isEmpty();
        assertThat(names(Body.empty().with("CreationTimeBefore", created))).containsExactly("a1", "B1");
        assertThat(names(Body.empty().with("CreationTimeAfter", created))).containsExactly("b-3", "c");
        assertThat(names(Body.empty().with("LastModifiedTimeAfter", modified))).doesNotContain("B1");
        assertThat(names(Body.empty().with("LastModifiedTimeBefore", modified))).doesNotContain("B1");
    }

    @Test
    void showsTenWhereNothingElseIsAsked() {
        var page = answer(TRAINING_JOBS, named(LONG));

        assertThat(page.path("TrainingJobSummaries")).hasSize(10);
        assertThat(page.path("NextToken").stringValue()).isNotEmpty();
        assertThat(answer(TRAINING_JOBS, named(LONG).with("MaxResults", 100)).has("NextToken"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Name, Ascending", "CreationTime, Ascending", "Name, Descending"})
    void ordersTrainingJobsByLaunch(String sort, String order) {
        var found = trainingJobs(Body.empty().with("SortBy", sort).with("SortOrder", order));

        var names = texts(found, "TrainingJobName");
        assertThat(names).hasSize(100).doesNotHaveDuplicates();
        assertThat(order.equals("Ascending") ? names : reversed(names)).isSorted();
    }

    @Test
    void ordersTrainingJobsByStatus() {
        var statuses = texts(trainingJobs(Body.of("{\"SortBy\":\"Status\",\"MaxResults\":7}")), "TrainingJobStatus");

        assertThat(statuses).hasSize(100).isSorted().contains("Completed", "Failed");
    }

    @Test
    void ordersByObjectiveOnlyThoseThatHaveOne() {
        var found = trainingJobs(
                Body.of("{\"SortBy\":\"FinalObjectiveMetricValue\",\"SortOrder\":\"Descending\",\"MaxResults\":9}"));

        var succeeded = describe(LONG).at("/ObjectiveStatusCounters/Succeeded").intValue();
        assertThat(found).hasSize(succeeded).hasSizeLessThan(100);
        assertThat(found.get(0)).isEqualTo(describe(LONG).path("BestTrainingJob"));
        assertThat(found.stream()
                        .map(job -> job.at("/FinalHyperParameterTuningJobObjectiveMetric/Value")
                                .doubleValue())
                        .toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void countsWhatFailedByTheServicesFaultAsRetryable() {
        var failed = trainingJobs(Body.of("{\"StatusEquals\":\"Failed\"}"));
        var counters = describe(LONG).path("TrainingJobStatusCounters");

        assertThat(failed).isNotEmpty().allSatisfy(job -> {
            assertThat(job.path("FailureReason").stringValue()).startsWith("InternalServerError: ");
            assertThat(job.path("ObjectiveStatus").stringValue()).isEqualTo("Failed");
            assertThat(job.has("FinalHyperParameterTuningJobObjectiveMetric")).isFalse();
        });
        assertThat(counters.path("RetryableError").intValue()).isEqualTo(failed.size());
        assertThat(counters.path("NonRetryableError").intValue()).isZero();
    }

    @Test
    void listsNoneOfAStatusThatNeverShows() {
        assertThat(trainingJobs(Body.of("{\"StatusEquals\":\"Deleting\"}"))).isEmpty();
    }

    @Test
    void aRunningTrainingJobHasNoEndAndNoValue() {
        clock("{\"mode\":\"manual\"}");
        answer("CreateHyperParameterTuningJob", least().with("HyperParameterTuningJobName", "later"));

        var running = eventually(
                        () -> answer(TRAINING_JOBS, named("later")).path("TrainingJobSummaries"),
                        list -> list.size() == 1)
                .path(0);

        assertThat(members(running))
                .containsExactly(
                        "TrainingJobName",
                        "TrainingJobArn",
                        "CreationTime",
                        "TrainingJobStatus",
                        "TunedHyperParameters",
                        "ObjectiveStatus");
        assertThat(running.path("ObjectiveStatus").stringValue()).isEqualTo("Pending");
        clock("{\"mode\":\"instant\"}");
        describeEnded("later");
        assertThat(tell("DeleteHyperParameterTuningJob", named("later")).status())
                .isEqualTo(200);
    }

    @Test
    void refusesATokenOfOtherFilters() {
        var token =
                answer(JOBS, Body.of("{\"MaxResults\":1}")).path("NextToken").stringValue();

        var reply = tell(JOBS, Body.of("{\"SortBy\":\"Status\"}").with("NextToken", token));

        assertError(reply, 400, "ValidationException");
        assertError(tell(TRAINING_JOBS, named(LONG).with("NextToken", token)), 400, "ValidationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"MaxResults\":101}", "{\"MaxResults\":0}", "{\"SortBy\":\"Size\"}", "{\"NameContains\":\"_\"}"
            })
    void refusesWhatTheModelForbids(String request) {
        var reply = tell(JOBS, request);

        assertError(reply, 400, "ValidationException");
        assertThat(reply.message()).startsWith("1 validation error detected: Value '");
    }

    @Test
    void listsTheTrainingJobsOfNoUnknownJob() {
        assertError(tell(TRAINING_JOBS, named("nobody")), 400, "ResourceNotFound");
    }
}
