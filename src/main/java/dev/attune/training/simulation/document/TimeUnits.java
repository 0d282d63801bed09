package dev.attune.training.simulation.document;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units of time. */
final class TimeUnits {
    private static final Pattern NUMBER_WITH_UNIT =
            Pattern.compile("('[^']*'|\"[^\"]*\")|(?<![A-Za-z0-9_.])([0-9]+(?:\\.[0-9]+)?) ?(ms|s|m|h|d)\\b");
    private static final Map<String, String> SECONDS =
            Map.of("ms", "0.001", "s", "1", "m", "60", "h", "3600", "d", "86400");

    private TimeUnits() {}

    /** The same formula with plain numbers of seconds; quoted texts stay as they are. */
    static String inSeconds(String formula) {
        return NUMBER_WITH_UNIT
                .matcher(formula)
                .replaceAll(found -> found.group(1) != null
                        ? Matcher.quoteReplacement(found.group(1))
                        : "(" + found.group(2) + "*" + SECONDS.get(found.group(3)) + ")");
    }
}
