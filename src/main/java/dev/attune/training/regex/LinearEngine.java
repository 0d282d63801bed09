package dev.attune.training.regex;

import com.google.re2j.Pattern;
import java.util.Optional;

/** RE2/J: linear in the line for every expression. */
final class LinearEngine implements Engine {
    private final Pattern pattern;

    /** @throws com.google.re2j.PatternSyntaxException where RE2 does not know the syntax */
    LinearEngine(String regex) {
        pattern = Pattern.compile(regex);
    }

    @Override
    public Optional<String> find(String line) {
        var matcher = pattern.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.ofNullable(matcher.group(Math.min(1, matcher.groupCount())));
    }
}
