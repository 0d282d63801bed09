package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.document.Glob;
import dev.attune.training.regex.SafeRegex;

/** What a text must be like: a glob with {@code *} and {@code ?}, or a regular expression between slashes. Both are of the whole text. */
@FunctionalInterface
interface TextPattern {
    boolean matches(String text);

    static TextPattern of(Field field) {
        var text = field.text(500);
        return text.length() > 1 && text.startsWith("/") && text.endsWith("/")
                ? expression(field, text.substring(1, text.length() - 1))
                : new Glob(text)::matches;
    }

    private static TextPattern expression(Field field, String regex) {
        try {
            var safe = SafeRegex.compile("^(" + regex + ")$");
            return text -> safe.find(text).isPresent();
        } catch (IllegalArgumentException e) {
            throw field.wrong(
                    "the regular expression [%s] cannot be used: %s".formatted(Field.shown(regex), e.getMessage()));
        }
    }
}
