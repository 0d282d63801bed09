package dev.attune.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request and what was answered, in short; all texts are bounded and of one line.
 *
 * @param operation as it was asked for; method and path where the request names none
 * @param status the HTTP status; null where the client was not answered
 * @param refusal the code and message of an answer that is an error; null for a success
 * @param fault the name of what disturbed it; empty for nothing
 */
public record Exchange(
        Caller caller,
        String operation,
        @Nullable Integer status,
        @Nullable Refusal refusal,
        String fault) {
    /**
     * An answer that is an error.
     *
     * @param violations the constraints that the request broke, as the message lists them
     */
    public record Refusal(String code, String message, List<String> violations) {
        private static final int LONGEST_MESSAGE = 1000;
        private static final int LONGEST_VIOLATION = 300;
        private static final int MOST_VIOLATIONS = 20;

        public Refusal {
            violations = List.copyOf(violations);
        }

        static Refusal of(ServiceException refusal) {
            var violations = refusal instanceof BrokenConstraintsException broken
                    ? broken.violations().stream()
                            .limit(MOST_VIOLATIONS)
                            .map(text -> shown(text, LONGEST_VIOLATION))
                            .toList()
                    : List.<String>of();
            return new Refusal(refusal.code(), shown(refusal.explanation(), LONGEST_MESSAGE), violations);
        }

        private static String shown(String text, int most) {
            return Text.visible(Text.cut(text, most));
        }
    }
}
