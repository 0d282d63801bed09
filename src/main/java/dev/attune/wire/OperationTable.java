package dev.attune.wire;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which operation answers a target or a path; built once. */
final class OperationTable {
    private final KnownOperations known;
    private final Set<String> services = new TreeSet<>();
    private final Map<String, Operation<?, ?>> byTarget = new HashMap<>();
    private final Map<String, Operation<?, ?>> byPath = new HashMap<>();

    /**
     * @param prefixes where REST-JSON is found besides {@code /}, each with a slash at both ends
     * @throws IllegalStateException if two operations claim the same target or path
     */
    OperationTable(KnownOperations known, List<String> prefixes, Collection<? extends Operation<?, ?>> operations) {
        this.known = known;
        for (var operation : operations) {
            if (!operation.name().matches("[A-Za-z][A-Za-z0-9]*")) {
                throw new IllegalStateException("operation name [" + operation.name() + "] must be letters and digits");
            }
            if (operation.protocols().contains(Protocol.AWS_JSON)) {
                var service = operation.service() == null ? known.service() : operation.service();
                services.add(service);
                claim(byTarget, service + "." + operation.name(), operation);
            }
            if (operation.protocols().contains(Protocol.REST_JSON)) {
                claim(byPath, "/" + operation.name(), operation);
                for (var prefix : prefixes) {
                    claim(byPath, prefix + operation.name(), operation);
                }
            }
        }
    }

    private static void claim(Map<String, Operation<?, ?>> table, String key, Operation<?, ?> operation) {
        var other = table.put(key, operation);
        if (other != null && !other.equals(operation)) {
            throw new IllegalStateException("[" + key + "] is claimed by both "
                    + other.getClass().getName() + " and "
                    + operation.getClass().getName());
        }
    }

    @Nullable Operation<?, ?> atPath(String path) {
        return byPath.get(path);
    }

    @Nullable Operation<?, ?> byTarget(@Nullable String target) {
        return target == null ? null : byTarget.get(target);
    }

    /** @throws ServiceException UnknownOperationException, which names an operation that exists elsewhere */
    Operation<?, ?> atTarget(@Nullable String target) {
        if (target == null || target.isEmpty()) {
            throw Refusals.unknownOperation(
                    400,
                    "The header X-Amz-Target is missing. It names the operation: " + known.service() + ".<Operation>");
        }
        var operation = byTarget.get(target);
        if (operation != null) {
            return operation;
        }
        var prefix = known.service() + ".";
        var other = target.substring(0, Math.max(0, target.indexOf('.')));
        if (!other.equals(known.service()) && services.contains(other)) {
            throw Refusals.unknownOperation(
                    400,
                    "Attune does not implement " + Text.quoted(target.substring(other.length() + 1)) + " of " + other
                            + ".");
        }
        if (!target.startsWith(prefix)) {
            throw Refusals.unknownOperation(
                    400, "Unknown target " + Text.quoted(target) + ". Targets here begin with " + prefix);
        }
        throw unknown(400, target.substring(prefix.length()));
    }

    /** The refusal of a path that nobody serves. */
    ServiceException unknownPath(String method, String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        if (known.names().contains(name) || byTarget.containsKey(known.service() + "." + name)) {
            return unknown(404, name);
        }
        return Refusals.unknownOperation(404, "Nothing answers " + Text.quoted(method + " " + path) + ".");
    }

    private ServiceException unknown(int httpStatus, String name) {
        if (byTarget.containsKey(known.service() + "." + name)) {
            return Refusals.unknownOperation(
                    httpStatus, name + " is reached by POST / with X-Amz-Target: " + known.service() + "." + name);
        }
        if (byPath.containsKey("/" + name)) {
            return Refusals.unknownOperation(httpStatus, name + " is reached by POST /" + name);
        }
        if (known.names().contains(name)) {
            return Refusals.unknownOperation(
                    httpStatus, "Attune does not implement " + name + ", an operation of " + known.service() + ".");
        }
        return Refusals.unknownOperation(httpStatus, known.service() + " has no operation " + Text.quoted(name) + ".");
    }
}
