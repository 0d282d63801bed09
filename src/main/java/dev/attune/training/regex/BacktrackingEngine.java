package dev.attune.training.regex;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** java.util.regex under a budget of reads; a search that would need more, or a deeper stack, finds nothing. */
final class BacktrackingEngine implements Engine {
    private final Pattern pattern;
    private final int reads;

    BacktrackingEngine(String java, int reads) {
        this.reads = reads;
        try {
            pattern = Pattern.compile(java, Pattern.UNIX_LINES);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e.getDescription(), e);
        }
    }

    @Override
    public Optional<String> find(String line) {
        try {
            var matcher = pattern.matcher(new CountedText(line, reads));
            if (!matcher.find()) {
                return Optional.empty();
            }
            return Optional.ofNullable(matcher.group(Math.min(1, matcher.groupCount())));
        } catch (CountedText.Exhausted | StackOverflowError e) {
            return Optional.empty();
        }
    }
}
