package dev.attune.document;

/** A pattern of a whole text: {@code *} stands for any characters, {@code ?} for one. */
public record Glob(String pattern) {
    /** Whether it is of this text. At most pattern × text comparisons: after a mismatch only the last star takes one character more. */
    public boolean matches(String text) {
        int g = 0;
        int t = 0;
        int star = -1;
        int taken = 0;
        while (t < text.length()) {
            if (g < pattern.length() && pattern.charAt(g) == '*') {
                star = g++;
                taken = t;
            } else if (g < pattern.length() && (pattern.charAt(g) == '?' || pattern.charAt(g) == text.charAt(t))) {
                g++;
                t++;
            } else if (star >= 0) {
                g = star + 1;
                t = ++taken;
            } else {
                return false;
            }
        }
        while (g < pattern.length() && pattern.charAt(g) == '*') {
            g++;
        }
        return g == pattern.length();
    }
}
