package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** ListTrainingJobs over single training jobs and those of a tuning job. */
class ListTrainingJobsIT extends GaServer {
    private static final String PLAN = "arn:aws:sagemaker:us-east-1:123456789012:training-plan/plan-1";

    @AfterEach
    void letTimeRunAgain() {
        clock("{\"mode\":\"instant\"}");
    }

    private void create(String name) {
        create(name, "churn:1");
    }

    private void create(String name, String image) {
        answer(
                "CreateTrainingJob",
                Body.resource("/requests/create-training-job.json")
                        .with("TrainingJobName", name)
                        .with("AlgorithmSpecification.TrainingImage", image));
        eventually(
                () -> answer("DescribeTrainingJob", Body.empty().with("TrainingJobName", name)),
                job -> job.has("TrainingEndTime"));
    }

    /** The names of the two training jobs that a tuning job launched. */
    private List<String> tune() {
        answer("CreateHyperParameterTuningJob", full());
        describeEnded("Churn");
        return answer("ListTrainingJobsForHyperParameterTuningJob", named("Churn"))
                .path("TrainingJobSummaries")
                .values()
                .stream()
                .map(ListTrainingJobsIT::name)
                .toList();
    }

    private static String name(JsonNode summary) {
        return summary.path("TrainingJobName").stringValue();
    }

    private List<String> names(Body request) {
        return pages("ListTrainingJobs", "TrainingJobSummaries", request).stream()
                .map(ListTrainingJobsIT::name)
                .toList();
    }

    @Test
    void listsBothKindsTheLatestFirst() {
        var launched = tune();
        create("b-own");
        create("a-own");

        var listed = names(Body.empty());

        assertThat(listed).hasSize(4).containsAll(launched).containsSubsequence("a-own", "b-own");
        assertThat(pages("ListTrainingJobs", "TrainingJobSummaries", Body.empty()))
                .extracting(summary -> summary.path("CreationTime").asDouble())
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(names(Body.empty().with("SortBy", "CreationTime")))
                .isEqualTo(reversed(names(Body.empty().with("SortOrder", "Descending"))));
        assertThat(names(Body.empty().with("SortBy", "Name")))
                .containsExactly("a-own", "b-own", launched.get(0), launched.get(1));
    }

    @Test
    void aSummaryTellsWhatDescribeTells() {
        create("Train");

        var summary =
                answer("ListTrainingJobs", "{}").path("TrainingJobSummaries").path(0);

        var job = answer("DescribeTrainingJob", Body.empty().with("TrainingJobName", "Train"));
        for (var member : List.of(
                "TrainingJobName",
                "TrainingJobArn",
                "CreationTime",
                "TrainingEndTime",
                "LastModifiedTime",
                "TrainingJobStatus",
                "SecondaryStatus")) {
            assertThat(summary.path(member)).as(member).isEqualTo(job.path(member));
        }
        assertThat(summary.path("TrainingPlanArn").stringValue()).isEqualTo(PLAN);
    }

    @ParameterizedTest
    @CsvSource({
        "Name,Ascending",
        "Name,Descending",
        "CreationTime,Ascending",
        "CreationTime,Descending",
        "Status,Ascending"
    })
    void pagesHoldEveryJobOnce(String sortBy, String sortOrder) {
        tune();
        for (var name : List.of("c", "a", "b")) {
            create(name);
        }
        var request = Body.empty().with("SortBy", sortBy).with("SortOrder", sortOrder);

        var whole = names(request.with("MaxResults", 100));

        assertThat(Set.copyOf(whole)).hasSize(5);
        assertThat(names(request.with("MaxResults", 2))).isEqualTo(whole);
        assertThat(names(request.with("MaxResults", 1))).isEqualTo(whole);
    }

    @Test
    void aTokenIsGoodThoughJobsComeAndGoAndForItsOwnRequestOnly() {
        for (var name : List.of("a", "b", "c")) {
            create(name);
        }
        var request = Body.empty().with("SortBy", "Name").with("MaxResults", 2);
        var first = answer("ListTrainingJobs", request);
        var token = first.path("NextToken").stringValue();
        create("aa");
        answerNothing("DeleteTrainingJob", "b");

        var second = answer("ListTrainingJobs", request.with("NextToken", token));

        assertThat(second.path("TrainingJobSummaries").values())
                .extracting(ListTrainingJobsIT::name)
                .containsExactly("c");
        assertError(
                tell("ListTrainingJobs", request.with("NextToken", token).with("NameContains", "c")),
                400,
                "ValidationException");
    }

    // AWS: MaxResults jobs are retrieved first, whatever their status.
    @Test
    void aStatusIsLookedAtAfterThePageWasTaken() {
        create("a", "attune/failing");
        create("b");
        create("c", "attune/failing");
        var request = Body.empty().with("SortBy", "Name").with("StatusEquals", "Completed");

        var first = answer("ListTrainingJobs", request.with("MaxResults", 1));
        var second = answer(
                "ListTrainingJobs",
                request.with("MaxResults", 1)
                        .with("NextToken", first.path("NextToken").stringValue()));

        assertThat(first.path("TrainingJobSummaries")).isEmpty();
        assertThat(second.path("TrainingJobSummaries").values())
                .extracting(ListTrainingJobsIT::name)
                .containsExactly("b");
        assertThat(second.has("NextToken")).isTrue();
        assertThat(names(request.with("StatusEquals", "Deleting"))).isEmpty();
    }

    @Test
    void filtersByNameTimeAndPlan() {
        var launched = tune();
        create("own-1");
        var created = answer("DescribeTrainingJob", Body.empty().with("TrainingJobName", "own-1"))
                .path("CreationTime")
                .decimalValue();
        var ended = answer("DescribeTrainingJob", Body.empty().with("TrainingJobName", "own-1"))
                .path("TrainingEndTime")
                .decimalValue();

        assertThat(names(Body.empty().with("NameContains", "OWN-"))).containsExactly("own-1");
        assertThat(names(Body.empty().with("CreationTimeAfter", created))).doesNotContain("own-1");
        assertThat(names(Body.empty().with("CreationTimeBefore", created))).doesNotContain("own-1");
        assertThat(names(Body.empty().with("LastModifiedTimeAfter", ended))).doesNotContain("own-1");
        assertThat(names(Body.empty().with("LastModifiedTimeAfter", created).with("NameContains", "own")))
                .containsExactly("own-1");
        assertThat(names(Body.empty().with("TrainingPlanArnEquals", PLAN))).containsExactly("own-1");
        assertThat(names(Body.empty().with("TrainingPlanArnEquals", PLAN + "0")))
                .isEmpty();
        assertThat(names(Body.empty().with("WarmPoolStatusEquals", "Available")))
                .isEmpty();
        assertThat(names(Body.empty())).contains("own-1", launched.get(0));
    }

    @Test
    void showsHowARunningTrainingJobStands() {
        clock("{\"mode\":\"manual\"}");
        answer(
                "CreateTrainingJob",
                Body.resource("/requests/create-training-job.json").with("TrainingJobName", "running"));

        var summary =
                answer("ListTrainingJobs", "{}").path("TrainingJobSummaries").path(0);

        assertThat(summary.path("TrainingJobStatus").stringValue()).isEqualTo("InProgress");
        assertThat(summary.path("SecondaryStatus").stringValue()).isEqualTo("Starting");
        assertThat(summary.has("TrainingEndTime")).isFalse();
        clock("{\"mode\":\"instant\"}");
    }

    private void answerNothing(String operation, String name) {
        var reply = tell(operation, Body.empty().with("TrainingJobName", name));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private static List<String> reversed(List<String> names) {
        var copy = new ArrayList<>(names);
        Collections.reverse(copy);
        return copy;
    }
}
