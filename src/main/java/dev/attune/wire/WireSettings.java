package dev.attune.wire;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The settings {@code attune.wire.*}.
 *
 * @param service the prefix of X-Amz-Target
 * @param knownOperations the names of all operations of the imitated service, one a line
 * @param maxBodyBytes the largest body that is read
 * @param prefixes where REST-JSON operations are found besides {@code /}
 */
@ConfigurationProperties("attune.wire")
record WireSettings(
        @DefaultValue("SageMaker") String service,

        @DefaultValue("classpath:dev/attune/wire/sagemaker-operations.txt")
        Resource knownOperations,

        @DefaultValue("8388608") int maxBodyBytes,
        @DefaultValue("/Prod/") List<String> prefixes) {
    WireSettings {
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("attune.wire.max-body-bytes [" + maxBodyBytes + "] must be positive");
        }
        prefixes = List.copyOf(prefixes);
        for (var prefix : prefixes) {
            if (!prefix.startsWith("/") || !prefix.endsWith("/")) {
                throw new IllegalArgumentException(
                        "attune.wire.prefixes [" + prefix + "] must begin and end with a slash");
            }
        }
    }
}
