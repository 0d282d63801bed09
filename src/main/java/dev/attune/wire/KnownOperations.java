package dev.attune.wire;

import java.util.Set;
import org.springframework.core.io.Resource;

/**
 * The operations that the imitated service has, so that one which is not implemented can be refused by name.
 *
 * @param service the prefix of X-Amz-Target, such as {@code SageMaker}
 */
public record KnownOperations(String service, Set<String> names) {
    public KnownOperations {
        if (!service.matches("[A-Za-z][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("service [" + service + "] must be a name");
        }
        names = Set.copyOf(names);
    }

    /** Reads one name a line; blank lines and those that begin with # are left out. */
    public static KnownOperations load(String service, Resource list) {
        return new KnownOperations(service, Set.copyOf(TextList.read(list)));
    }
}
