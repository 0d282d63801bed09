package dev.attune.training.regex;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Chooses readable characters out of a set that is spelled as Java spells it. */
final class CharacterSet {
    private static final String READABLE = " .=:-_a0A,;/#()[]<>\"'\t";
    private static final List<String> WORDS = List.of("algo-1", "algo", "value", "a");

    private final Predicate<String> contains;

    private CharacterSet(Predicate<String> contains) {
        this.contains = contains;
    }

    static CharacterSet of(String java) {
        try {
            return new CharacterSet(Pattern.compile(java).asMatchPredicate());
        } catch (PatternSyntaxException e) {
            return new CharacterSet(c -> c.equals("a"));
        }
    }

    /** A readable member; never a space after a space, where there is a choice. */
    String pick(char before) {
        return READABLE.chars()
                .mapToObj(Character::toString)
                .filter(c -> before != ' ' || !c.equals(" "))
                .filter(contains)
                .findFirst()
                .orElseGet(this::any);
    }

    private String any() {
        for (int c = ' '; c < 0x3000; c++) {
            if (contains.test(Character.toString(c))) {
                return Character.toString(c);
            }
        }
        return "";
    }

    /** Whether a count may stand here: all digits are members, and letters are not, unless the words before ask for a count. */
    boolean isNumeric(boolean asked) {
        return "0123456789".chars().allMatch(c -> contains.test(Character.toString(c)))
                && (asked || !contains.test("a"));
    }

    String word(int least, int most) {
        return WORDS.stream()
                .filter(word -> word.length() >= least && word.length() <= most && !contains.test(" "))
                .filter(word -> word.chars().allMatch(c -> contains.test(Character.toString(c))))
                .findFirst()
                .orElseGet(() -> pick('x').repeat(Math.min(least, 1000)));
    }
}
