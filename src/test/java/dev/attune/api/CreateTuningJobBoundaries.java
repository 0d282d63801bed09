package dev.attune.api;

import static dev.attune.api.Boundary.accepts;
import static dev.attune.api.Boundary.atLeast;
import static dev.attune.api.Boundary.longest;
import static dev.attune.api.Boundary.oneOf;
import static dev.attune.api.Boundary.optional;
import static dev.attune.api.Boundary.pattern;
import static dev.attune.api.Boundary.refuses;
import static dev.attune.api.Boundary.refusesUnseen;
import static dev.attune.api.Boundary.required;
import static dev.attune.api.Boundary.shortest;
import static dev.attune.api.Boundary.text;
import static dev.attune.api.Boundary.times;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Each constraint of the preview's CreateTuningJob, from both of its sides. */
final class CreateTuningJobBoundaries {
    private static final String NAME_PATTERN = pattern("^[a-zA-Z0-9](-*[a-zA-Z0-9])*");
    private static final String ACCOUNT_PATTERN = pattern("[0-9]{12}");
    private static final String TAG_PATTERN = pattern("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$");
    private static final String MAP_VALUE =
            "Map value must satisfy constraint: [" + longest(256) + ", " + shortest(0) + "]";
    private static final String MAP_KEYS =
            "Map keys must satisfy constraint: [" + longest(256) + ", " + shortest(0) + "]";

    private static final String OBJECTIVE = "TuningJobConfig.TuningJobObjective";
    private static final String LIMITS = "TuningJobConfig.ResourceLimits";
    private static final String RANGES = "TuningJobConfig.ParameterRanges";
    private static final String INTEGERS = RANGES + ".IntegerParameterRanges";
    private static final String CONTINUOUS = RANGES + ".ContinuousParameterRanges";
    private static final String CATEGORICAL = RANGES + ".CategoricalParameterRanges";
    private static final String TRAINING = "TrainingJobDefinition";
    private static final String STATIC = TRAINING + ".StaticHyperParameters";
    private static final String ALGORITHM = TRAINING + ".AlgorithmSpecification";
    private static final String METRICS = ALGORITHM + ".MetricDefinitions";
    private static final String CHANNELS = TRAINING + ".InputDataConfig";
    private static final String S3 = CHANNELS + "[0].DataSource.S3DataSource";
    private static final String OUTPUT = TRAINING + ".OutputDataConfig";
    private static final String CLUSTER = TRAINING + ".ResourceConfig";
    private static final String RUNTIME = TRAINING + ".StoppingCondition.MaxRuntimeInSeconds";

    private CreateTuningJobBoundaries() {}

    static Stream<Boundary> all() {
        return Stream.of(
                        identity(),
                        presence(),
                        objective(),
                        limits(),
                        ranges(),
                        categories(),
                        hyperParameters(),
                        algorithm(),
                        channels(),
                        rest(),
                        tags("Tags"),
                        tags(TRAINING + ".Tags"))
                .flatMap(rows -> rows);
    }

    private static Stream<Boundary> identity() {
        return Stream.of(
                accepts("TuningJobName", "a"),
                accepts("TuningJobName", "A".repeat(32)),
                accepts("TuningJobName", "a--b-9"),
                refuses("TuningJobName", "a".repeat(33), longest(32)),
                refuses("TuningJobName", "", NAME_PATTERN, shortest(1)),
                refuses("TuningJobName", "-a", NAME_PATTERN),
                refuses("TuningJobName", "a-", NAME_PATTERN),
                refuses("TuningJobName", "a_b", NAME_PATTERN),
                refuses("TuningJobName", "a\n", NAME_PATTERN),
                refuses("TuningJobName", "ä", NAME_PATTERN),
                refuses("TuningJobName", "_".repeat(33), NAME_PATTERN, longest(32)),
                accepts("AwsAccountId", "999999999999"),
                refuses("AwsAccountId", "99999999999", ACCOUNT_PATTERN),
                refuses("AwsAccountId", "9999999999999", ACCOUNT_PATTERN, longest(12)),
                refuses("AwsAccountId", "", ACCOUNT_PATTERN, shortest(1)),
                refuses("AwsAccountId", "٣٣٣٣٣٣٣٣٣٣٣٣", ACCOUNT_PATTERN));
    }

    private static Stream<Boundary> presence() {
        var required = Stream.of(
                "TuningJobName",
                "AwsAccountId",
                "TuningJobConfig",
                OBJECTIVE,
                OBJECTIVE + ".Type",
                OBJECTIVE + ".MetricName",
                LIMITS,
                RANGES,
                INTEGERS + "[0].Name",
                INTEGERS + "[0].Type",
                INTEGERS + "[0].MinValue",
                INTEGERS + "[0].MaxValue",
                CONTINUOUS + "[0].Name",
                CONTINUOUS + "[0].Type",
                CONTINUOUS + "[0].MinValue",
                CONTINUOUS + "[0].MaxValue",
                CATEGORICAL + "[0].Name",
                CATEGORICAL + "[0].Type",
                CATEGORICAL + "[0].Values",
                TRAINING,
                ALGORITHM,
                ALGORITHM + ".TrainingImage",
                ALGORITHM + ".TrainingInputMode",
                METRICS + "[0].Name",
                METRICS + "[0].Regex",
                TRAINING + ".RoleArn",
                CHANNELS,
                CHANNELS + "[0].ChannelName",
                CHANNELS + "[0].DataSource",
                S3,
                S3 + ".S3DataType",
                S3 + ".S3Uri",
                OUTPUT,
                OUTPUT + ".S3OutputPath",
                CLUSTER,
                CLUSTER + ".InstanceType",
                CLUSTER + ".InstanceCount",
                CLUSTER + ".VolumeSizeInGB",
                TRAINING + ".StoppingCondition",
                RUNTIME,
                TRAINING + ".Tags[0].Key",
                "Tags[0].Key");
        var optional = Stream.of(
                "TuningJobConfig.Strategy",
                LIMITS + ".MaxNumberOfTrainingJobs",
                LIMITS + ".MaxParallelTrainingJobs",
                LIMITS + ".MaxClockTimeInHours",
                INTEGERS,
                CONTINUOUS,
                CATEGORICAL,
                STATIC,
                METRICS + "[1]",
                S3 + ".S3DataDistributionType",
                CHANNELS + "[0].ContentType",
                CHANNELS + "[0].CompressionType",
                CHANNELS + "[0].RecordWrapperType",
                OUTPUT + ".KmsKeyId",
                CLUSTER + ".VolumeKmsKeyId",
                TRAINING + ".Tags",
                TRAINING + ".Tags[0].Value",
                "Tags",
                "Tags[0].Value");
        return Stream.concat(required.map(Boundary::required), optional.map(CreateTuningJobBoundaries::absent));
    }

    /** Without MaxNumberOfTrainingJobs the job is bounded by its space, which is made small. */
    private static Boundary absent(String path) {
        return path.endsWith(".MaxNumberOfTrainingJobs")
                ? accepts(
                        "absence of " + path,
                        body -> body.without(path).without(CONTINUOUS).with(INTEGERS + "[0].MaxValue", "2"))
                : optional(path);
    }

    private static Stream<Boundary> objective() {
        return Stream.of(
                        oneOf("TuningJobConfig.Strategy", List.of("Bayesian")),
                        oneOf(OBJECTIVE + ".Type", List.of("Maximize", "Minimize")),
                        Stream.of(
                                accepts("an objective of 255 characters", body -> named(body, "m".repeat(255))),
                                accepts("an objective of 1 character", body -> named(body, "m")),
                                refuses(OBJECTIVE + ".MetricName", "m".repeat(256), longest(255)),
                                refuses(OBJECTIVE + ".MetricName", "", shortest(1))))
                .flatMap(rows -> rows);
    }

    private static Body named(Body body, String metric) {
        return body.with(OBJECTIVE + ".MetricName", metric).with(METRICS + "[0].Name", metric);
    }

    private static Stream<Boundary> limits() {
        return Stream.concat(
                atLeast(LIMITS + ".MaxClockTimeInHours", 1),
                Stream.of("MaxNumberOfTrainingJobs", "MaxParallelTrainingJobs")
                        .map(member -> LIMITS + "." + member)
                        .flatMap(path -> Stream.of(
                                accepts(path, 1),
                                refuses(path, 0, "Member must have value greater than or equal to 1"),
                                refuses(
                                        path,
                                        Integer.MIN_VALUE,
                                        "Member must have value greater than or equal to 1"))));
    }

    private static Stream<Boundary> ranges() {
        var types = "Member must satisfy enum value set: [Integer, Continuous, Categorical]";
        return Stream.of(
                        Stream.of(INTEGERS, CONTINUOUS, CATEGORICAL)
                                .flatMap(list -> Stream.concat(
                                        text(list + "[0].Name", 0, 256, "n"),
                                        Stream.of(refuses(list + "[0].Type", "integer", types)))),
                        Stream.of(INTEGERS, CONTINUOUS)
                                .flatMap(list -> Stream.of(
                                        accepts(list + "[0].MinValue", "0".repeat(255) + "1"),
                                        refuses(list + "[0].MinValue", "0".repeat(256) + "1", longest(256)),
                                        accepts(list + "[0].MaxValue", "0".repeat(254) + "12"),
                                        refuses(list + "[0].MaxValue", "0".repeat(255) + "12", longest(256)),
                                        accepts("20 of " + list, body -> only(body, list, 20)),
                                        refuses(
                                                "21 of " + list,
                                                body -> only(body, list, 21),
                                                " at '" + Boundary.wirePath(list) + "' failed to satisfy constraint: "
                                                        + longest(20)),
                                        accepts(list, List.of()))))
                .flatMap(rows -> rows);
    }

    private static Body only(Body body, String list, int count) {
        var type = list.equals(INTEGERS) ? "Integer" : "Continuous";
        return body.with(RANGES, Map.of())
                .with(list, times(count, i -> Map.of("Name", "n" + i, "Type", type, "MinValue", "0", "MaxValue", "9")));
    }

    private static Stream<Boundary> categories() {
        var values = CATEGORICAL + "[0].Values";
        var element = "Member must satisfy constraint: [" + longest(256) + ", " + shortest(0) + "]";
        return Stream.of(
                accepts(CATEGORICAL, List.of()),
                accepts("20 of " + CATEGORICAL, body -> categories(body, 20)),
                refuses(
                        "21 of " + CATEGORICAL,
                        body -> categories(body, 21),
                        " at '" + Boundary.wirePath(CATEGORICAL) + "' failed to satisfy constraint: " + longest(20)),
                accepts(values, List.of("")),
                accepts(values, times(20, i -> "v" + i)),
                refuses(values, times(21, i -> "v" + i), longest(20)),
                refuses(values, List.of(), shortest(1)),
                accepts(values, List.of("v".repeat(256))),
                refuses(values, List.of("v".repeat(257)), element));
    }

    private static Body categories(Body body, int count) {
        return body.with(RANGES, Map.of())
                .with(
                        CATEGORICAL,
                        times(count, i -> Map.of("Name", "n" + i, "Type", "Categorical", "Values", List.of("a", "b"))));
    }

    private static Stream<Boundary> hyperParameters() {
        return Stream.of(
                accepts(STATIC, Map.of()),
                accepts(STATIC, Map.of("k".repeat(256), "v".repeat(256))),
                accepts(STATIC, Map.of("", "")),
                refuses(STATIC, Map.of("k".repeat(257), "v"), MAP_KEYS),
                refuses(STATIC, Map.of("k", "v".repeat(257)), MAP_VALUE));
    }

    private static Stream<Boundary> algorithm() {
        return Stream.of(
                        text(ALGORITHM + ".TrainingImage", 0, 255, "i"),
                        oneOf(ALGORITHM + ".TrainingInputMode", List.of("Pipe", "File")),
                        text(METRICS + "[1].Name", 1, 255, "m"),
                        text(METRICS + "[1].Regex", 1, 100, "r"),
                        Stream.of(
                                accepts(METRICS, times(20, i -> metric(i == 7 ? "accuracy" : "m" + i))),
                                refusesUnseen(METRICS, times(21, i -> metric("m" + i)), longest(20)),
                                accepts(
                                        "no metrics for an image that brings its own",
                                        body -> body.with(METRICS, List.of())
                                                .with(ALGORITHM + ".TrainingImage", "xgboost"))))
                .flatMap(rows -> rows);
    }

    private static Map<String, String> metric(String name) {
        return Map.of("Name", name, "Regex", name + "=([0-9.]+)");
    }

    private static Stream<Boundary> channels() {
        var name = CHANNELS + "[0].ChannelName";
        var namePattern = pattern("[A-Za-z0-9\\.\\-_]+");
        return Stream.of(
                        Stream.of(
                                accepts(name, "a"),
                                accepts(name, "A.-_9".repeat(12) + "abcd"),
                                refuses(name, "a".repeat(65), longest(64)),
                                refuses(name, "", namePattern, shortest(1)),
                                refuses(name, "a b", namePattern),
                                refuses(name, "a/b", namePattern),
                                accepts("8 channels", body -> channels(body, 8)),
                                refuses(
                                        "9 channels",
                                        body -> channels(body, 9),
                                        " at '" + Boundary.wirePath(CHANNELS) + "' failed to satisfy constraint: "
                                                + longest(8)),
                                refuses(CHANNELS, List.of(), shortest(1))),
                        oneOf(S3 + ".S3DataType", List.of("ManifestFile", "S3Prefix")),
                        text(S3 + ".S3Uri", 0, 1024, "u"),
                        oneOf(S3 + ".S3DataDistributionType", List.of("FullyReplicated", "ShardedByS3Key")),
                        text(CHANNELS + "[0].ContentType", 0, 256, "c"),
                        oneOf(CHANNELS + "[0].CompressionType", List.of("None", "Gzip")),
                        oneOf(CHANNELS + "[0].RecordWrapperType", List.of("None", "RecordIO")))
                .flatMap(rows -> rows);
    }

    private static Body channels(Body body, int count) {
        return body.with(
                CHANNELS,
                times(
                        count,
                        i -> Map.of(
                                "ChannelName",
                                "c" + i,
                                "DataSource",
                                Map.of("S3DataSource", Map.of("S3DataType", "S3Prefix", "S3Uri", "s3://b/" + i)))));
    }

    private static Stream<Boundary> rest() {
        return Stream.of(
                        text(TRAINING + ".RoleArn", 20, 2048, "r"),
                        text(OUTPUT + ".KmsKeyId", 0, 2048, "k"),
                        text(OUTPUT + ".S3OutputPath", 0, 1024, "p"),
                        oneOf(CLUSTER + ".InstanceType", INSTANCE_TYPES),
                        atLeast(CLUSTER + ".InstanceCount", 1),
                        atLeast(CLUSTER + ".VolumeSizeInGB", 1),
                        text(CLUSTER + ".VolumeKmsKeyId", 0, 2048, "k"),
                        atLeast(RUNTIME, 1))
                .flatMap(rows -> rows);
    }

    private static final List<String> INSTANCE_TYPES = List.of(
            "ml.m4.xlarge",
            "ml.m4.4xlarge",
            "ml.m4.10xlarge",
            "ml.c4.xlarge",
            "ml.c4.2xlarge",
            "ml.c4.8xlarge",
            "ml.p2.xlarge",
            "ml.p2.8xlarge",
            "ml.p2.16xlarge",
            "ml.p3.2xlarge",
            "ml.p3.8xlarge",
            "ml.p3.16xlarge",
            "ml.c5.xlarge",
            "ml.c5.2xlarge",
            "ml.c5.4xlarge",
            "ml.c5.9xlarge",
            "ml.c5.18xlarge");

    private static Stream<Boundary> tags(String list) {
        var key = list + "[0].Key";
        var value = list + "[0].Value";
        return Stream.of(
                accepts(list, List.of()),
                accepts(list, times(50, i -> Map.of("Key", "k" + i, "Value", "v"))),
                refusesUnseen(list, times(51, i -> Map.of("Key", "k" + i, "Value", "v")), longest(50)),
                accepts(key, "k".repeat(128)),
                accepts(key, "𝔘".repeat(128)),
                accepts(key, "é ٣_.:/=+-@"),
                refuses(key, "k".repeat(129), longest(128)),
                refuses(key, "", shortest(1)),
                refuses(key, "𝔘".repeat(129), longest(128)),
                refuses(key, "a#b", TAG_PATTERN),
                refuses(key, "a\nb", TAG_PATTERN),
                accepts(value, ""),
                accepts(value, "v".repeat(256)),
                accepts(value, "𝔘".repeat(256)),
                refuses(value, "v".repeat(257), longest(256)),
                refuses(value, "😀", TAG_PATTERN));
    }
}
