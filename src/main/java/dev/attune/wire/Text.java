package dev.attune.wire;

/** Hostile text made fit to be shown: one line, visible characters, bounded length. */
final class Text {
    private static final int MAX_QUOTE = 100;
    private static final int MAX_CAUSES = 5;
    private static final String CUT = "…";

    private Text() {}

    /** The text in brackets, cut at 100 characters. */
    static String quoted(String text) {
        return "[" + visible(cut(text, MAX_QUOTE)) + "]";
    }

    /** The first {@code max} characters, with … in place of the rest; never half of a surrogate pair. */
    static String cut(CharSequence text, int max) {
        if (text.length() <= max) {
            return text.toString();
        }
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.subSequence(0, end) + CUT;
    }

    /** Control, format, separator and lone surrogate characters written as their escapes. */
    static String visible(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> shown.append(String.format("\\u%04x", c));
                default -> shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** A stack trace whose only line breaks are ours: a message cannot forge a line of the log. */
    static String trace(Throwable thrown) {
        var lines = new StringBuilder();
        var cause = thrown;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            lines.append(i == 0 ? "" : "\nCaused by: ").append(cause.getClass().getName());
            if (cause.getMessage() != null) {
                lines.append(": ").append(visible(cut(cause.getMessage(), 1000)));
            }
            for (var frame : cause.getStackTrace()) {
                lines.append("\n\tat ").append(frame);
            }
            cause = cause.getCause();
        }
        return lines.toString();
    }
}
