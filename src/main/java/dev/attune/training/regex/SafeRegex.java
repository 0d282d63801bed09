package dev.attune.training.regex;

import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A regular expression of a stranger that compiles and matches within bounds, and gives equal answers on every machine.
 *
 * <p>What RE2/J takes runs there, in linear time. What it does not take (lookaround, back references, possessive and atomic groups), or
 * would multiply out into too large an automaton, runs on java.util.regex, which may read each line only so often; a search that needs
 * more finds nothing.
 */
public final class SafeRegex {
    /** AWS's longest Regex. */
    static final int MAX_LENGTH = 500;
    /** Characters of a line that are looked at. */
    static final int MAX_LINE = 8192;
    /** Nested counted repetition beyond this is refused: RE2/J's own bound on a single one. */
    static final int MAX_EXPANSION = 1000;
    /** An automaton of this many states takes about 40 ms for the longest line; a larger one goes to java.util.regex. */
    static final int MAX_STATES = 300;
    /** Choices without reading that java.util.regex is trusted with: 2⁴ ways between two reads. */
    static final int MAX_FORKS = 4;
    /** Levels of nested repetition that java.util.regex is trusted with. */
    static final int MAX_DEPTH = 8;
    /** How often java.util.regex may read a character of one line, for one level of repetition: about 30 ms. */
    static final int READS = 800_000;

    private final Expression expression;
    private final Engine engine;

    private SafeRegex(Expression expression, Engine engine) {
        this.expression = expression;
        this.engine = engine;
    }

    /**
     * Chooses the engine that is safe for the expression.
     *
     * @throws IllegalArgumentException with the reason in a few words
     */
    public static SafeRegex compile(String regex) {
        if (regex.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("longer than " + MAX_LENGTH + " characters");
        }
        var expression = ExpressionParser.parse(regex);
        if (expression.expansion() > MAX_EXPANSION) {
            throw new IllegalArgumentException("repeats a part more than " + MAX_EXPANSION + " times");
        }
        return new SafeRegex(expression, engine(regex, expression));
    }

    private static Engine engine(String regex, Expression expression) {
        // RE2 takes Python's {,n} for literal text.
        if (expression.size() > MAX_STATES || regex.contains("{,")) {
            return backtracking(expression);
        }
        try {
            return new LinearEngine(regex);
        } catch (PatternSyntaxException e) {
            return backtracking(expression);
        }
    }

    private static Engine backtracking(Expression expression) {
        if (expression.forks() > MAX_FORKS) {
            throw new IllegalArgumentException("repeats or chooses between parts that may be empty too often");
        }
        if (expression.depth() > MAX_DEPTH) {
            throw new IllegalArgumentException("nests repetition more than " + MAX_DEPTH + " deep");
        }
        var java = new StringBuilder();
        expression.spell(java);
        return new BacktrackingEngine(java.toString(), READS / square(Math.max(1, expression.depth())));
    }

    private static int square(int n) {
        return n * n;
    }

    /** The first group of the first match, or the whole match where there is no group; empty where either is missing. */
    public Optional<String> find(String line) {
        return engine.find(line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line);
    }

    /** A short text with a place for the value, which this expression probably matches: to be tried. */
    public Example example() {
        var writer = new ExampleWriter();
        expression.write(writer);
        return writer.example();
    }
}
