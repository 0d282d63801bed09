package dev.attune.api.ga;

/** Today's patterns of names, locations and free text. */
final class Names {
    static final String TUNING_JOB = "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,31}";
    static final String TRAINING_JOB = "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}";
    static final String DEFINITION = "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}";
    static final String NAME_CONTAINS = "[a-zA-Z0-9\\-]+";
    static final String ROLE = "arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+";
    static final String S3_URI = "(https|s3)://([^/]+)/?(.*)";
    static final String KMS_KEY = "[a-zA-Z0-9:/_-]*";
    static final String VPC_ID = "[-0-9a-zA-Z]+";
    static final String TAG = "([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)";
    static final String ALGORITHM =
            "(arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:[a-z\\-]*\\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)";
    static final String RESOURCE_ARN = "arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:.+";
    static final String ANY = ".*";
    static final String SOME = ".+";
    // AWS: an enum that grows every month; whatever looks like an instance type is taken for one.
    static final String INSTANCE_TYPE = "ml\\.[a-z0-9-]+\\.[a-z0-9-]+";
    static final String TRAINING_INSTANCE_TYPES = "dev/attune/api/ga/training-instance-types.txt";
    static final String PROCESSING_INSTANCE_TYPES = "dev/attune/api/ga/processing-instance-types.txt";

    private Names() {}
}
