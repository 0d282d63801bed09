package dev.attune.api;

import dev.attune.tuning.Scope;
import dev.attune.tuning.TuningJob;
import java.util.Locale;

/** Amazon Resource Names. */
public final class Arns {
    private Arns() {}

    /** The preview's form: {@code arn:aws:sagemaker:<region>:<account>:tuning-job/<name>}, always in partition aws. */
    public static String tuningJob(TuningJob job) {
        return arn("aws", job.key().scope(), "tuning-job/" + job.name());
    }

    // AWS: the name part is lower-cased, as recorded answers show.
    /** Today's form: {@code arn:<partition>:sagemaker:<region>:<account>:hyper-parameter-tuning-job/<name>}. */
    public static String hyperParameterTuningJob(TuningJob job) {
        var scope = job.key().scope();
        return arn(
                partition(scope.region()),
                scope,
                "hyper-parameter-tuning-job/" + job.key().name());
    }

    // AWS: lower-cased too.
    public static String trainingJob(Scope scope, String name) {
        return arn(partition(scope.region()), scope, "training-job/" + name.toLowerCase(Locale.ROOT));
    }

    // AWS: lower-cased too.
    /** An algorithm's, of its name; of an ARN the same. */
    public static String algorithm(Scope scope, String name) {
        return name.startsWith("arn:")
                ? name
                : arn(partition(scope.region()), scope, "algorithm/" + name.toLowerCase(Locale.ROOT));
    }

    /** The partition that a region belongs to. */
    public static String partition(String region) {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    private static String arn(String partition, Scope scope, String resource) {
        return String.join(":", "arn", partition, "sagemaker", scope.region(), scope.account(), resource);
    }
}
