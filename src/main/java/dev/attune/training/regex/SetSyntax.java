package dev.attune.training.regex;

import java.util.Locale;

/**
 * A bracketed set of characters, spelled for Java, and where its text ends. Java alone gives {@code [} and {@code &&} a meaning inside a
 * set, and Python and RE2 alone let {@code ]} stand first.
 */
record SetSyntax(String java, int end) {
    static SetSyntax at(String text, int start) {
        var java = new StringBuilder("[");
        var at = start + 1;
        if (text.startsWith("^", at)) {
            java.append('^');
            at++;
        }
        var first = at;
        while (at >= text.length() || text.charAt(at) != ']' || at == first) {
            if (at >= text.length()) {
                throw new IllegalArgumentException("missing ] for the set at position " + start);
            }
            at = member(text, at, java);
        }
        return new SetSyntax(java.append(']').toString(), at + 1);
    }

    private static int member(String text, int at, StringBuilder java) {
        var c = text.charAt(at);
        var posix = text.indexOf(":]", at);
        if (text.startsWith("[:", at) && posix > 0) {
            return posix(text.substring(at + 2, posix), posix + 2, java);
        }
        if (c == '\\' && at + 1 < text.length()) {
            java.append(text, at, at + 2);
            return at + 2;
        }
        java.append("[]&".indexOf(c) >= 0 ? "\\" : "").append(c);
        return at + 1;
    }

    private static int posix(String name, int end, StringBuilder java) {
        var plain = name.replace("^", "");
        java.append(name.startsWith("^") ? "\\P{" : "\\p{");
        switch (plain) {
            case "word" -> java.append("IsWord");
            case "xdigit" -> java.append("XDigit");
            case "ascii" -> java.append("ASCII");
            case "" -> throw new IllegalArgumentException("empty class name [:" + name + ":]");
            default ->
                java.append(plain.substring(0, 1).toUpperCase(Locale.ROOT)).append(plain, 1, plain.length());
        }
        java.append('}');
        return end;
    }
}
