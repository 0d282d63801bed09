package dev.attune.traffic;

import dev.attune.document.Field;
import dev.attune.document.Members;
import dev.attune.wire.Fault;
import dev.attune.wire.Fault.Drop;
import dev.attune.wire.ServiceException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rule does to a request.
 *
 * @param least latency; the latency is drawn evenly from here
 * @param most up to here
 */
record Effect(Duration least, Duration most, @Nullable ServiceException error, Drop drop) {
    static final List<String> ERROR_MEMBERS = List.of("code", "status", "message");
    private static final Duration LONGEST_LATENCY = Duration.ofMinutes(2);
    private static final int LONGEST_MESSAGE = 1000;
    private static final String CODE = "[A-Za-z][A-Za-z0-9]{0,99}";

    // AWS: the second and third text are those of the API reference's common errors.
    private static final Map<String, ServiceException> ERRORS = Map.of(
            "ThrottlingException", new ServiceException("ThrottlingException", 400, "Rate exceeded"),
            "InternalFailure",
                    new ServiceException(
                            "InternalFailure",
                            500,
                            "The request processing has failed because of an unknown error, exception or failure."),
            "ServiceUnavailable",
                    new ServiceException(
                            "ServiceUnavailable",
                            503,
                            "The request has failed due to a temporary failure of the server."));
    private static final List<String> ERROR_NAMES =
            ERRORS.keySet().stream().sorted().toList();
    private static final List<String> DROP_WORDS = List.of("request", "answer");

    static Effect of(Members rule) {
        if (!rule.has("error") && !rule.has("latency") && !rule.has("drop")) {
            throw rule.whole().wrong("needs one of the members error, latency and drop");
        }
        if (rule.has("error") && rule.has("drop")) {
            throw rule.require("drop").wrong("there is an error, too, which nobody would hear of");
        }
        var latency = rule.find("latency").map(Effect::latency).orElse(List.of(Duration.ZERO));
        return new Effect(
                latency.get(0),
                latency.get(latency.size() - 1),
                rule.find("error").map(Effect::error).orElse(null),
                rule.find("drop").map(Effect::drop).orElse(Drop.NOTHING));
    }

    private static List<Duration> latency(Field field) {
        var bounds = field.oneOrMore(2).stream()
                .map(bound -> bound.duration(LONGEST_LATENCY))
                .toList();
        if (bounds.isEmpty() || bounds.get(0).compareTo(bounds.get(bounds.size() - 1)) > 0) {
            throw field.wrong("must be a time, or a list of the least and the greatest");
        }
        return bounds;
    }

    private static ServiceException error(Field field) {
        if (!field.isMapping()) {
            return Objects.requireNonNull(ERRORS.get(field.oneOf(ERROR_NAMES)));
        }
        var members = field.members(ERROR_MEMBERS);
        var code = members.require("code");
        if (!code.text().matches(CODE)) {
            throw code.wrong("[" + Field.shown(code.text()) + "] must be a name of letters and digits");
        }
        return new ServiceException(
                code.text(),
                members.require("status").whole(400, 599),
                members.find("message")
                        .map(message -> message.text(LONGEST_MESSAGE))
                        .orElse(code.text()));
    }

    private static Drop drop(Field field) {
        return field.oneOf(DROP_WORDS).equals("request") ? Drop.REQUEST : Drop.ANSWER;
    }

    /** @param draw in [0, 1) */
    Fault fault(String name, double draw) {
        var spread = most.minus(least).toMillis();
        return new Fault(name, least.plusMillis((long) (draw * (spread + 1))), error, drop);
    }
}
