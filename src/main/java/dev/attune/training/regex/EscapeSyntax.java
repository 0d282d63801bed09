package dev.attune.training.regex;

import java.util.regex.Pattern;

/** What a backslash and the characters after it mean, and where their text ends. */
record EscapeSyntax(Expression expression, int end) {
    private static final Pattern CLASS = Pattern.compile("\\\\(?:[dDsSwWhHvV]|[pP](?:\\{[^}]*\\}|[A-Za-z]))");
    private static final Pattern POSITION = Pattern.compile("\\\\[bBAzZG]");
    private static final Pattern NUMBERED = Pattern.compile("\\\\([1-9])");
    private static final Pattern NAMED = Pattern.compile("\\\\k<([^>]+)>");
    private static final Pattern CODE =
            Pattern.compile("\\\\(?:x\\{([0-9A-Fa-f]{1,6})\\}|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4}))");

    static EscapeSyntax at(String text, int start) {
        if (start + 1 >= text.length()) {
            throw new IllegalArgumentException("a backslash at the end");
        }
        var matcher = CLASS.matcher(text).region(start, text.length());
        if (matcher.lookingAt()) {
            return new EscapeSyntax(new Expression.Characters(matcher.group()), matcher.end());
        }
        if (matcher.usePattern(POSITION).lookingAt()) {
            // Python's \Z and RE2's \z are the very end, which Java calls \z; a log line has no line break in it.
            var java = matcher.group().replace('Z', 'z');
            return new EscapeSyntax(new Expression.Position(java), matcher.end());
        }
        if (matcher.usePattern(NUMBERED).lookingAt()
                || matcher.usePattern(NAMED).lookingAt()) {
            return new EscapeSyntax(new Expression.Reference(matcher.group(1), matcher.group()), matcher.end());
        }
        if (matcher.usePattern(CODE).lookingAt()) {
            var hex = matcher.group().replaceAll("^\\\\[xu]|[{}]", "");
            return new EscapeSyntax(new Expression.Literal(Integer.parseInt(hex, 16)), matcher.end());
        }
        return character(text, start);
    }

    private static EscapeSyntax character(String text, int start) {
        var c = text.codePointAt(start + 1);
        var end = start + 1 + Character.charCount(c);
        int meant = switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case 'a' -> 7;
            case 'e' -> 27;
            case '0' -> 0;
            default -> c;
        };
        if (meant == c && c < 128 && Character.isLetterOrDigit(c)) {
            throw new IllegalArgumentException("bad escape \\" + Character.toString(c) + " at position " + start);
        }
        return new EscapeSyntax(new Expression.Literal(meant), end);
    }
}
