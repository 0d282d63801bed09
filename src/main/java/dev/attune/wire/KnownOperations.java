package dev.attune.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
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
        try {
            var names = list.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
            return new KnownOperations(service, names);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the operation names of [" + service + "]", e);
        }
    }
}
