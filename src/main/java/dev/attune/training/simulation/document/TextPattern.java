package dev.attune.training.simulation.document;

import dev.attune.training.regex.SafeRegex;

/** What a text must be like: a glob with {@code *} and {@code ?}, or a regular expression between slashes. Both are of the whole text. */
@FunctionalInterface
interface TextPattern {
    boolean matches(String text);

    static TextPattern of(Field field) {
        var text = field.text(500);
        return text.length() > 1 && text.startsWith("/") && text.endsWith("/")
                ? expression(field, text.substring(1, text.length() - 1))
                : candidate -> globMatches(text, candidate);
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

    /** At most glob × text comparisons: after a mismatch only the last star takes one character more. */
    private static boolean globMatches(String glob, String text) {
        int g = 0;
        int t = 0;
        int star = -1;
        int taken = 0;
        while (t < text.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                star = g++;
                taken = t;
            } else if (g < glob.length() && (glob.charAt(g) == '?' || glob.charAt(g) == text.charAt(t))) {
                g++;
                t++;
            } else if (star >= 0) {
                g = star + 1;
                t = ++taken;
            } else {
                return false;
            }
        }
        while (g < glob.length() && glob.charAt(g) == '*') {
            g++;
        }
        return g == glob.length();
    }
}
