package dev.attune.control;

import java.util.regex.Pattern;

/** Clients' text for lines that people and scripts read. */
final class Plain {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private Plain() {}

    /** The text without what could end the line or hide in it. */
    static String line(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }
}
