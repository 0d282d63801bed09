package dev.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What several members of CreateTuningJob can only break together, and requests that break many constraints at once. */
class CreateTuningJobRulesIT extends LiveServer {
    private static final String LIMITS = "TuningJobConfig.ResourceLimits";
    private static final String RANGES = "TuningJobConfig.ParameterRanges";
    private static final String INTEGERS = RANGES + ".IntegerParameterRanges";
    private static final String CONTINUOUS = RANGES + ".ContinuousParameterRanges";
    private static final String CATEGORICAL = RANGES + ".CategoricalParameterRanges";
    private static final String ALGORITHM = "TrainingJobDefinition.AlgorithmSpecification";
    private static final String NO_METRIC =
            "A metric is required for this hyperparameter tuning job objective. Provide a metric in the metric definitions.";

    private final String account = freshAccount();

    private Body valid() {
        return Body.createTuningJob().with("AwsAccountId", account);
    }

    private Reply create(UnaryOperator<Body> change) {
        return call("CreateTuningJob", change.apply(valid()));
    }

    private void assertRefused(UnaryOperator<Body> change, String message) {
        var reply = create(change);

        assertError(reply, 400, "ValidationError");
        assertThat(reply.message()).isEqualTo(message);
        assertThat(call(Route.PROD, "CreateTuningJob", change.apply(valid())).message())
                .isEqualTo(message);
        assertThat(list(account)).isEmpty();
    }

    private void assertStored(UnaryOperator<Body> change) {
        var reply = create(change);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    @Test
    void reportsAllBrokenConstraintsInDocumentOrder() {
        var reply = create(body -> body.with("TuningJobName", "_".repeat(33))
                .without("TuningJobConfig.TuningJobObjective.Type")
                .with(LIMITS + ".MaxParallelTrainingJobs", 0)
                .with(INTEGERS + "[0].Type", "Whole")
                .with("TrainingJobDefinition.RoleArn", "short")
                .with("TrainingJobDefinition.ResourceConfig.InstanceType", "ml.x1.large")
                .with("Tags[0].Key", ""));

        assertError(reply, 400, "ValidationError");
        assertThat(reply.message().split("(: |; )Value ", -1))
                .extracting(part -> part.replaceFirst(" failed to satisfy.*", ""))
                .containsExactly(
                        "8 validation errors detected",
                        "'" + "_".repeat(33) + "' at 'tuningJobName'",
                        "'" + "_".repeat(33) + "' at 'tuningJobName'",
                        "null at 'tuningJobConfig.tuningJobObjective.type'",
                        "'0' at 'tuningJobConfig.resourceLimits.maxParallelTrainingJobs'",
                        "'Whole' at 'tuningJobConfig.parameterRanges.integerParameterRanges.1.member.type'",
                        "'short' at 'trainingJobDefinition.roleArn'",
                        "'ml.x1.large' at 'trainingJobDefinition.resourceConfig.instanceType'",
                        "'' at 'tags.1.member.key'");
    }

    @Test
    void reportsEveryMissingMemberOfAnEmptyRequest() {
        assertThat(call("CreateTuningJob", "{}").message())
                .isEqualTo(
                        "4 validation errors detected: Value null at 'tuningJobName' failed to satisfy constraint: Member"
                                + " must not be null; Value null at 'awsAccountId' failed to satisfy constraint: Member must not"
                                + " be null; Value null at 'tuningJobConfig' failed to satisfy constraint: Member must not be"
                                + " null; Value null at 'trainingJobDefinition' failed to satisfy constraint: Member must not be"
                                + " null");
        assertThat(call("CreateTuningJob", "").message()).startsWith("4 validation errors detected: ");
    }

    @Test
    void treatsAnExplicitNullAsAbsence() {
        assertThat(create(body -> body.with("TuningJobConfig", null)).message())
                .isEqualTo("1 validation error detected: Value null at 'tuningJobConfig' failed to satisfy constraint:"
                        + " Member must not be null");
        assertStored(body -> body.with("Tags", null).with("TuningJobConfig.Strategy", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Integer", "Continuous", "Categorical"})
    void refusesARangeWhoseTypeIsNotThatOfItsList(String list) {
        var wrong = list.equals("Integer") ? "Continuous" : "Integer";
        var path = RANGES + "." + list + "ParameterRanges[0]";

        assertRefused(
                body -> body.with(path + ".Type", wrong),
                "The Type [" + wrong + "] of the hyperparameter range [" + valid().text(path + ".Name")
                        + "] does not match its list: ranges in " + list + "ParameterRanges must be of Type " + list
                        + ".");
    }

    @Test
    void refusesMinAboveMaxAndTakesMinEqualToMax() {
        assertRefused(
                body -> body.with(INTEGERS + "[0].MinValue", "13"),
                "The MinValue [13] of the hyperparameter range [depth] must be less than or equal to its MaxValue [12].");
        assertRefused(
                body -> body.with(CONTINUOUS + "[0].MinValue", "1.0001"),
                "The MinValue [1.0001] of the hyperparameter range [rate] must be less than or equal to its MaxValue [1.0].");
        assertStored(body -> body.with(INTEGERS + "[0].MinValue", "12").with(CONTINUOUS + "[0].MinValue", "1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 5", "5 ", "NaN", "Infinity", "1e400", "0x10", "1_000", "٣", "1e999999999"})
    void refusesABoundThatIsNoNumber(String text) {
        assertRefused(
                body -> body.with(CONTINUOUS + "[0].MaxValue", text),
                "The MaxValue [" + text
                        + "] of the continuous hyperparameter range [rate] must be a finite decimal number.");
        assertRefused(
                body -> body.with(INTEGERS + "[0].MinValue", text),
                "The MinValue [" + text
                        + "] of the integer hyperparameter range [depth] must be an integer of at most 64 bits.");
    }

    @Test
    void refusesOneNameInTwoLists() {
        assertRefused(
                body -> body.with(CATEGORICAL + "[0].Name", "depth"),
                "The hyperparameter [depth] has more than one range. Hyperparameter names must be unique over all ranges.");
    }

    @Test
    void refusesANameThatIsStaticToo() {
        assertRefused(
                body -> body.with("TrainingJobDefinition.StaticHyperParameters.depth", "3"),
                "The hyperparameter [depth] is both static and tunable. Remove it from the static hyperparameters or from"
                        + " the ranges.");
    }

    @Test
    void takesTwentyRangesInAllAndNoMore() {
        assertRefused(
                body -> body.with(INTEGERS, numeric("i", "Integer", 10))
                        .with(CONTINUOUS, numeric("c", "Continuous", 10)),
                "The number of hyperparameter ranges [21] must be less than or equal to 20.");
        assertStored(body ->
                body.with(INTEGERS, numeric("i", "Integer", 10)).with(CONTINUOUS, numeric("c", "Continuous", 9)));
    }

    private static List<Object> numeric(String prefix, String type, int count) {
        return Boundary.times(
                count, i -> Map.of("Name", prefix + i, "Type", type, "MinValue", "0", "MaxValue", "" + i));
    }

    @Test
    void refusesARequestWithoutAnyRange() {
        assertRefused(body -> body.with(RANGES, Map.of()), "Provide at least one hyperparameter range to tune.");
        assertRefused(
                body -> body.with(INTEGERS, List.of())
                        .with(CONTINUOUS, List.of())
                        .with(CATEGORICAL, List.of()),
                "Provide at least one hyperparameter range to tune.");
    }

    @Test
    void refusesAnObjectiveThatNoMetricMeasures() {
        assertRefused(body -> body.with("TuningJobConfig.TuningJobObjective.MetricName", "Accuracy"), NO_METRIC);
        assertRefused(body -> body.without(ALGORITHM + ".MetricDefinitions"), NO_METRIC);
        assertRefused(body -> body.with(ALGORITHM + ".MetricDefinitions", List.of()), NO_METRIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "433757028032.dkr.ecr.us-west-2.amazonaws.com/xgboost:1",
                "246618743249.dkr.ecr.us-west-2.amazonaws.com/sagemaker-xgboost:1.7-1",
                "174872318107.dkr.ecr.us-west-2.amazonaws.com/linear-learner:latest",
                "attune/branin",
                "123456789012.dkr.ecr.us-east-1.amazonaws.com/attune/sphere@sha256:0000"
            })
    void takesImagesThatBringTheirMetrics(String image) {
        assertStored(body -> body.with(ALGORITHM + ".TrainingImage", image)
                .without(ALGORITHM + ".MetricDefinitions")
                .with("TuningJobConfig.TuningJobObjective.MetricName", "validation:accuracy"));

        var metrics = describe(account, "churn").path("MetricDefinitions");
        assertThat(metrics.values().stream().map(metric -> metric.path("Name").stringValue()))
                .contains("validation:accuracy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a)", "[", "[z-a]", "*", "a{2,1}", "(?<n>", "\\", "\\p{Nope}", "a**b("})
    void refusesARegexThatDoesNotCompile(String regex) {
        var reply = create(body -> body.with(ALGORITHM + ".MetricDefinitions[1].Regex", regex));

        assertError(reply, 400, "ValidationError");
        assertThat(reply.message())
                .startsWith("The regular expression [" + regex + "] of the metric [loss] cannot be used: ");
        assertThat(list(account)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((((a{1,100}){1,100}){1,100}){1,100})",
                "(a{1000}){1000}",
                "((a*)*)*\\1",
                "(?=(a?)*(b?)*(c?)*(d?)*(e?)*(f?)*)\\1",
                "a{1001}",
                "(((((((((((a*)*)*)*)*)*)*)*)*)*)*)\\1",
                "x{999999999}"
            })
    void answersACostlyRegexFast(String regex) {
        var start = System.nanoTime();

        var reply = create(body -> body.with(ALGORITHM + ".MetricDefinitions[0].Regex", regex));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        if (reply.status() == 200) {
            assertThat(describeEnded(account, "churn").path("TuningJobStatus").stringValue())
                    .isIn("Completed", "Failed");
        } else {
            assertError(reply, 400, "ValidationError");
            assertThat(reply.message()).contains("cannot be used: ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accuracy=(([0-9]+\\.?)*[0-9]*)",
                "(?:.*)*accuracy=([0-9.]+)",
                "((a|b)+|acc)+uracy=([0-9.]+)",
                "^(\\s*\\S+)*accuracy=([0-9.]+)",
                "(?<=accuracy=)[0-9.]+",
                "accuracy[:=]\\s*([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)"
            })
    void takesHarmlessNestedQuantifiers(String regex) {
        assertStored(body -> body.with(ALGORITHM + ".MetricDefinitions[0].Regex", regex));
    }

    @Test
    void refusesMoreParallelThanAllTrainingJobs() {
        assertRefused(
                body -> body.with(LIMITS + ".MaxParallelTrainingJobs", 2),
                "The MaxParallelTrainingJobs [2] must be less than or equal to the MaxNumberOfTrainingJobs [1].");
    }

    @Test
    void refusesAJobThatNothingBounds() {
        assertRefused(
                body -> body.with(LIMITS, Map.of("MaxParallelTrainingJobs", 1)),
                "The ResourceLimits must have MaxNumberOfTrainingJobs or MaxClockTimeInHours.");
    }

    @Test
    void refusesTooFewCombinationsInAwsWords() {
        assertRefused(
                body -> body.without(CONTINUOUS)
                        .without(CATEGORICAL)
                        .with(INTEGERS + "[0].MaxValue", "4")
                        .with(LIMITS + ".MaxNumberOfTrainingJobs", 10),
                "You don't have enough combinations of hyperparameter ranges. The total number of hyperparameter"
                        + " combinations for the provided ranges [3.0] must be equal or greater than the value of"
                        + " MaxNumberOfJobs, [10]. Provide additional ranges.");
        assertStored(body -> body.without(CONTINUOUS)
                .without(CATEGORICAL)
                .with(INTEGERS + "[0].MaxValue", "4")
                .with(LIMITS + ".MaxNumberOfTrainingJobs", 3));
    }

    @Test
    void refusesATagKeyThatIsThereTwice() {
        var twice = List.of(Map.of("Key", "k", "Value", "1"), Map.of("Key", "K"), Map.of("Key", "k", "Value", "2"));

        assertRefused(
                body -> body.with("Tags", twice), "The tag key [k] is given more than once. Tag keys must be unique.");
        assertStored(body -> body.with("Tags", twice.subList(0, 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"churn", "Churn", "CHURN"})
    void refusesANameThatIsInUseInAnyCase(String name) {
        assertStored(body -> body);

        for (var route : Route.values()) {
            var reply = call(route, "CreateTuningJob", valid().with("TuningJobName", name));

            assertError(reply, 400, "ResourceInUse");
            assertThat(reply.message())
                    .isEqualTo("A hyperparameter tuning job with the name, " + name
                            + ", already exists. Choose a different name.");
        }
        assertThat(list(account)).hasSize(1);
    }

    @Test
    void reportsABrokenConstraintBeforeANameThatIsInUse() {
        assertStored(body -> body);

        assertError(create(body -> body.with(LIMITS + ".MaxParallelTrainingJobs", 0)), 400, "ValidationError");
    }

    static Stream<Arguments> accessKeys() {
        return Stream.of(
                Arguments.of("222222222222", true),
                Arguments.of("AKIAIOSFODNN7EXAMPLE", false),
                Arguments.of("22222222222", false),
                Arguments.of("test", false));
    }

    @ParameterizedTest
    @MethodSource("accessKeys")
    void believesATwelveDigitAccessKeyBeforeAwsAccountId(String accessKey, boolean believed) {
        var name = "n" + account;

        var reply = callAs(accessKey, "eu-west-1", "CreateTuningJob", valid().with("TuningJobName", name));

        assertThat(reply.json().path("TuningJobArn").stringValue())
                .isEqualTo("arn:aws:sagemaker:eu-west-1:" + (believed ? accessKey : account) + ":tuning-job/" + name);
    }
}
