package dev.attune.api.ga;

import dev.attune.api.Arns;
import dev.attune.tuning.Scope;
import dev.attune.tuning.Tagged;
import dev.attune.tuning.Tagged.Kind;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import dev.attune.wire.Caller;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the ARN of something that can carry tags; the words of the refusals are ours. */
final class TaggedArn {
    private static final String PREVIEW = "tuning-job";
    private static final Pattern PARTS = Pattern.compile("arn:(?<partition>[^:]*):sagemaker:(?<region>[^:]*)"
            + ":(?<account>[0-9]{12}):(?<type>[^/]*)(?:/(?<name>.*))?");

    private TaggedArn() {}

    /**
     * What an ARN names, which is of the caller's region and, where he says which is his, account.
     *
     * @throws TuningException INVALID
     */
    static Tagged read(String arn, Caller caller) {
        var parts = PARTS.matcher(arn);
        if (!parts.matches() || parts.group("name") == null) {
            throw invalid(arn, "names no resource");
        }
        var scope = new Scope(parts.group("account"), parts.group("region"));
        if (!scope.region().equals(caller.region()) || !partition(parts)) {
            throw invalid(arn, "is not of the region [" + caller.region() + "] that the request is for");
        }
        if (caller.account() != null && !scope.account().equals(caller.account())) {
            throw invalid(arn, "is not of the account [" + caller.account() + "] that the request is of");
        }
        return new Tagged(kind(arn, parts.group("type")), scope, parts.group("name"));
    }

    // AWS: the preview knew one partition only.
    private static boolean partition(Matcher parts) {
        var expected = PREVIEW.equals(parts.group("type")) ? "aws" : Arns.partition(parts.group("region"));
        return expected.equals(parts.group("partition"));
    }

    private static Kind kind(String arn, String type) {
        return switch (type) {
            case PREVIEW, "hyper-parameter-tuning-job" -> Kind.TUNING_JOB;
            case "training-job" -> Kind.TRAINING_JOB;
            default ->
                throw invalid(
                        arn,
                        "is of the type [" + type + "], which Attune does not implement. Tags are of resources"
                                + " hyper-parameter-tuning-job and training-job");
        };
    }

    private static TuningException invalid(String arn, String why) {
        return new TuningException(TuningError.INVALID, "The ResourceArn [" + arn + "] " + why + ".");
    }
}
