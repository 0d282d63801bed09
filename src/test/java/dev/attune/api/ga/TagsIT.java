package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** AddTags, ListTags and DeleteTags, of tuning jobs and of the training jobs that they launch. */
class TagsIT extends GaServer {
    private static final Map<String, String> SIX = numbered(6);

    @AfterEach
    void letTimeRunAgain() {
        clock("{\"mode\":\"instant\"}");
    }

    private String arn(String resource) {
        return "arn:aws:sagemaker:us-east-1:" + account + ":" + resource;
    }

    private String tuningJob(String name) {
        return arn("hyper-parameter-tuning-job/" + name);
    }

    private void create(String name, Map<String, String> tags) {
        answer(
                "CreateHyperParameterTuningJob",
                least().with("HyperParameterTuningJobName", name).with("Tags", shapes(tags)));
    }

    private Body of(String arn) {
        return Body.empty().with("ResourceArn", arn);
    }

    private Map<String, String> tags(String arn) {
        return read(answer("ListTags", of(arn)));
    }

    private Map<String, String> add(String arn, Map<String, String> tags) {
        return read(answer("AddTags", of(arn).with("Tags", shapes(tags))));
    }

    private JsonNode delete(String arn, String... keys) {
        return answer("DeleteTags", of(arn).with("TagKeys", List.of(keys)));
    }

    private void refused(String operation, Body request, String message) {
        var reply = tell(operation, request);
        assertError(reply, 400, "ValidationException");
        assertThat(reply.json().path("message").stringValue()).isEqualTo(message);
    }

    private static List<Map<String, String>> shapes(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
                .toList();
    }

    private static Map<String, String> read(JsonNode answer) {
        var tags = new LinkedHashMap<String, String>();
        for (var tag : answer.path("Tags").values()) {
            tags.put(tag.path("Key").stringValue(), tag.path("Value").stringValue());
        }
        return tags;
    }

    private static Map<String, String> numbered(int count) {
        var tags = new LinkedHashMap<String, String>();
        for (int i = 0; i < count; i++) {
            tags.put("key-" + i, "" + i);
        }
        return tags;
    }

    /** The names of the training jobs of a tuning job, in the order of their launches. */
    private List<String> trainingJobs(String name) {
        var names = new ArrayList<String>();
        for (var summary : pages("ListTrainingJobsForHyperParameterTuningJob", "TrainingJobSummaries", named(name))) {
            names.add(summary.path("TrainingJobName").stringValue());
        }
        return names;
    }

    @Test
    void listsTheTagsOfTheCreation() {
        create("churn", SIX);

        assertThat(tags(tuningJob("churn"))).containsExactlyEntriesOf(SIX);
        create("bare", Map.of());
        assertThat(answer("ListTags", of(tuningJob("bare"))).toString()).isEqualTo("{\"Tags\":[]}");
    }

    @Test
    void addsAndOverwrites() {
        create("churn", Map.of("team", "ml"));

        var all = add(tuningJob("churn"), Map.of("team", ""));

        assertThat(all).containsExactly(Map.entry("team", ""));
        assertThat(add(tuningJob("churn"), Map.of("ключ", "値")))
                .containsExactly(Map.entry("team", ""), Map.entry("ключ", "値"));
        assertThat(add(tuningJob("churn"), Map.of())).hasSize(2);
        assertThat(tags(tuningJob("churn"))).hasSize(2);
    }

    @Test
    void deletesWhatIsThere() {
        create("churn", Map.of("team", "ml"));

        assertThat(delete(tuningJob("churn"), "nothing", "TEAM").toString()).isEqualTo("{}");
        assertThat(tags(tuningJob("churn"))).containsOnlyKeys("team");
        delete(tuningJob("churn"), "team", "nothing");

        assertThat(tags(tuningJob("churn"))).isEmpty();
        delete(tuningJob("churn"), "team");
    }

    @Test
    void aTrainingJobHasTheTagsOfItsLaunch() {
        clock("{\"mode\":\"manual\"}");
        create("churn", Map.of("team", "ml"));
        eventually(() -> trainingJobs("churn"), names -> names.size() == 1);

        add(tuningJob("churn"), Map.of("stage", "late"));
        delete(tuningJob("churn"), "team");
        clock("{\"mode\":\"instant\"}");
        describeEnded("churn");

        var names = trainingJobs("churn");
        assertThat(names).hasSize(2);
        assertThat(tags(arn("training-job/" + names.get(0)))).containsExactly(Map.entry("team", "ml"));
        assertThat(tags(arn("training-job/" + names.get(1)))).containsExactly(Map.entry("stage", "late"));
    }

    @Test
    void changesTheTagsOfOneTrainingJob() {
        create("churn", Map.of("team", "ml"));
        describeEnded("churn");
        var names = trainingJobs("churn");
        var first = arn("training-job/" + names.get(0));

        assertThat(add(first, Map.of("good", "yes"))).containsOnlyKeys("team", "good");
        delete(first, "team");

        assertThat(tags(first)).containsOnlyKeys("good");
        assertThat(tags(arn("training-job/" + names.get(1)))).containsOnlyKeys("team");
        assertThat(tags(tuningJob("churn"))).containsOnlyKeys("team");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hyper-parameter-tuning-job/churn", "tuning-job/Churn", "hyper-parameter-tuning-job/CHURN"})
    void findsATuningJobByEveryFormOfItsArn(String resource) {
        create("Churn", Map.of("team", "ml"));

        assertThat(tags(arn(resource))).containsOnlyKeys("team");
    }

    @Test
    void theTagsOfThePreviewShow() {
        var request = Body.createTuningJob()
                .with("AwsAccountId", account)
                .with("TuningJobName", "Churn")
                .with("Tags", shapes(Map.of("team", "ml")))
                .with("TrainingJobDefinition.Tags", shapes(Map.of("kind", "training")));

        var arn = ask("CreateTuningJob", request).path("TuningJobArn").stringValue();
        describeEnded(account, "Churn");

        var body = of(arn);
        assertThat(read(callAs(account, region(arn), "ListTags", body).json())).containsOnlyKeys("team");
        var training = callAs(account, region(arn), "ListTrainingJobsForHyperParameterTuningJob", named("Churn"))
                .json()
                .path("TrainingJobSummaries")
                .path(0)
                .path("TrainingJobArn")
                .stringValue();
        assertThat(read(callAs(account, region(arn), "ListTags", of(training)).json()))
                .containsExactly(Map.entry("team", "ml"), Map.entry("kind", "training"));
    }

    private static String region(String arn) {
        return arn.split(":", 5)[3];
    }

    @Test
    void someoneWithoutAnAccountFindsWhatTheArnNames() {
        create("churn", Map.of("team", "ml"));

        assertThat(read(callAs("AKIAEXAMPLE", "us-east-1", "ListTags", of(tuningJob("churn")))
                        .json()))
                .containsOnlyKeys("team");
        assertThat(read(ask("ListTags", of(tuningJob("churn"))))).containsOnlyKeys("team");
    }

    @Test
    void fiftyTagsAreTheMost() {
        create("churn", numbered(50));

        refused(
                "AddTags",
                of(tuningJob("churn")).with("Tags", shapes(Map.of("one", "more"))),
                "The resource would have [51] tags. It can have at most 50.");
        add(tuningJob("churn"), Map.of("key-7", "new"));

        assertThat(tags(tuningJob("churn"))).hasSize(50).containsEntry("key-7", "new");
        assertThat(answer("ListTags", of(tuningJob("churn")).with("MaxResults", 1000))
                        .path("Tags"))
                .hasSize(50);
    }

    @Test
    void listsMoreThanFiftyInPages() {
        var request = Body.createTuningJob()
                .with("AwsAccountId", account)
                .with("TuningJobName", "churn")
                .with("Tags", shapes(numbered(50)))
                .with("TrainingJobDefinition.Tags", shapes(Map.of("kind", "training")));
        callAs(account, "us-east-1", "CreateTuningJob", request);
        describeEnded("churn");
        var training = of(arn("training-job/" + trainingJobs("churn").get(0)));

        var first = answer("ListTags", training);

        assertThat(first.path("Tags")).hasSize(50);
        assertThat(pages("ListTags", "Tags", training)).hasSize(51);
        var token = first.path("NextToken").stringValue();
        var elsewhere = of(tuningJob("churn")).with("NextToken", token);
        refused(
                "ListTags",
                elsewhere,
                "The NextToken is not valid for this request. Maybe it belongs to other filters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws:team", "AWS:team", "aWs:"})
    void refusesKeysThatAreForAws(String key) {
        create("churn", Map.of());
        var message = "System prefix 'aws:' reserved for AWS usage in tag key: " + key;
        var tags = shapes(Map.of(key, "x"));

        refused("AddTags", of(tuningJob("churn")).with("Tags", tags), message);
        refused("DeleteTags", of(tuningJob("churn")).with("TagKeys", List.of(key)), message);
        refused(
                "CreateHyperParameterTuningJob",
                least().with("HyperParameterTuningJobName", "other").with("Tags", tags),
                message);
    }

    @Test
    void refusesAKeyThatIsGivenTwice() {
        create("churn", Map.of());

        refused(
                "AddTags",
                of(tuningJob("churn"))
                        .with("Tags", List.of(Map.of("Key", "a", "Value", "1"), Map.of("Key", "a", "Value", "2"))),
                "The tag key [a] is given more than once. Tag keys must be unique.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AddTags", "ListTags", "DeleteTags"})
    void refusesWhatIsNotThere(String operation) {
        create("churn", Map.of());

        for (var resource : List.of(
                "hyper-parameter-tuning-job/nobody", "tuning-job/nobody", "training-job/churn", "training-job/")) {
            refused(operation, complete(arn(resource)), "Requested resource not found.");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                arn:aws:sagemaker:eu-west-1:ACCOUNT:training-job/a | is not of the region [us-east-1] that the request is for
                arn:aws-cn:sagemaker:us-east-1:ACCOUNT:training-job/a | is not of the region [us-east-1] that the request is for
                arn:aws:sagemaker:us-east-1:111111111111:training-job/a | is not of the account [ACCOUNT] that the request is of
                arn:aws:sagemaker:us-east-1:ACCOUNT:training-job | names no resource
                arn:aws:sagemaker:us-east-1:ACCOUNT:endpoint/a | is of the type [endpoint], which Attune does not implement. Tags are of resources hyper-parameter-tuning-job and training-job
                """)
    void refusesArnsOfOthers(String arn, String why) {
        for (var operation : List.of("AddTags", "ListTags", "DeleteTags")) {
            var own = arn.replace("ACCOUNT", account);
            refused(operation, complete(own), "The ResourceArn [" + own + "] " + why.replace("ACCOUNT", account) + ".");
        }
    }

    /** Whatever any of the operations needs. */
    private Body complete(String arn) {
        return of(arn).with("Tags", List.of()).with("TagKeys", List.of("a"));
    }

    @Test
    void changesTheTagsOfASingleTrainingJob() {
        var request = full().at(TRAINING);
        answer(
                "CreateTrainingJob",
                Body.empty()
                        .with("TrainingJobName", "Single")
                        .with("AlgorithmSpecification", request.path("AlgorithmSpecification"))
                        .with("RoleArn", request.path("RoleArn"))
                        .with("OutputDataConfig", request.path("OutputDataConfig"))
                        .with("ResourceConfig", request.path("ResourceConfig"))
                        .with("StoppingCondition", Map.of("MaxRuntimeInSeconds", 3600))
                        .with("Tags", shapes(Map.of("team", "ml"))));
        var single = arn("training-job/single");

        assertThat(add(single, Map.of("stage", "test"))).containsOnlyKeys("team", "stage");
        delete(single, "team");

        assertThat(tags(single)).containsExactly(Map.entry("stage", "test"));
        var found = answer(
                "Search",
                Body.empty()
                        .with("Resource", "TrainingJob")
                        .with("SearchExpression", Map.of("Filters", List.of(Map.of("Name", "Tags.stage")))));
        assertThat(found.path("TotalHits").path("Value").intValue()).isEqualTo(1);
        var record = found.path("Results").path(0).path("TrainingJob");
        assertThat(read(record)).containsExactly(Map.entry("stage", "test"));
        assertThat(record.path("TrainingJobName").stringValue()).isEqualTo("Single");
        assertThat(record.has("TuningJobArn")).isFalse();
    }

    @Test
    void tagsGoWithTheirJob() {
        create("Churn", SIX);
        describeEnded("churn");
        var training = arn("training-job/" + trainingJobs("churn").get(0).toUpperCase(Locale.ROOT));
        assertThat(tags(training)).hasSize(6);

        tell("DeleteHyperParameterTuningJob", named("churn"));

        refused("ListTags", of(tuningJob("churn")), "Requested resource not found.");
        refused("ListTags", of(training), "Requested resource not found.");
    }
}
