package dev.attune.training.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Builds an {@link Example} while an {@link Expression} is walked. Used by one thread. */
final class ExampleWriter {
    /** Counted repetition is written out up to here; what needs more is too long for a log line. */
    private static final int MAX_PIECES = 4000;

    private static final Pattern COUNTED = Pattern.compile("(?i)(?:epoch|round|step|iteration|iter|batch)\\W{0,3}$");

    private final List<Example.Piece> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<String, List<Example.Piece>> groups = new TreeMap<>();

    void text(String more) {
        text.append(more);
    }

    /** One character of a set. */
    void character(String set) {
        text.append(CharacterSet.of(set).pick(text.isEmpty() ? ' ' : text.charAt(text.length() - 1)));
    }

    /** At least so many characters of a set: a count, a word or a filler. */
    void run(String set, int least, int most) {
        var characters = CharacterSet.of(set);
        var free = least <= 1 && most == Expression.Repeat.UNBOUNDED;
        if (free && characters.isNumeric(COUNTED.matcher(text).find())) {
            place(new Example.Count());
        } else {
            text.append(characters.word(least, most));
        }
    }

    /** A capturing group: the first is the place of the value, whatever it holds. */
    void group(int number, String name, Expression body) {
        flush();
        var start = pieces.size();
        if (number == 1) {
            place(new Example.Value());
        } else {
            body.write(this);
            flush();
        }
        var written = List.copyOf(pieces.subList(start, pieces.size()));
        groups.put(String.valueOf(number), written);
        groups.put(name, written);
    }

    /** What a group wrote before. */
    void again(String group) {
        flush();
        pieces.addAll(groups.getOrDefault(group, List.of()));
    }

    private void place(Example.Piece piece) {
        flush();
        pieces.add(piece);
    }

    private void flush() {
        if (!text.isEmpty() && pieces.size() < MAX_PIECES) {
            pieces.add(new Example.Text(text.toString()));
        }
        text.setLength(0);
    }

    Example example() {
        flush();
        return new Example(pieces);
    }
}
