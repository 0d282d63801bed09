package dev.attune.training.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text that an expression matches, in pieces: literal text, places for the value, and places for a running count. */
public record Example(List<Piece> pieces) {
    public Example {
        pieces = List.copyOf(pieces);
    }

    /** The text with the places filled. */
    public String fill(String value, int count) {
        var text = new StringBuilder();
        pieces.forEach(piece -> piece.append(text, value, count));
        return text.toString();
    }

    /**
     * What is left of this text when a beginning that it shares with {@code other} is taken off; empty where they share no count, such as
     * {@code [3]}.
     */
    public Optional<Example> without(Example other) {
        int shared = 0;
        var most = Math.min(pieces.size(), other.pieces.size());
        while (shared < most && pieces.get(shared).equals(other.pieces.get(shared))) {
            shared++;
        }
        if (shared == most || !pieces.subList(0, shared).contains(new Count())) {
            return Optional.empty();
        }
        var rest = new ArrayList<Piece>();
        rest.add(pieces.get(shared).without(other.pieces.get(shared)));
        rest.addAll(pieces.subList(shared + 1, pieces.size()));
        return Optional.of(new Example(rest));
    }

    /** A piece of the text. */
    public sealed interface Piece {
        void append(StringBuilder out, String value, int count);

        /** This piece without the beginning that it shares with the other. */
        default Piece without(Piece other) {
            return this;
        }
    }

    /** Literal text. */
    public record Text(String text) implements Piece {
        @Override
        public void append(StringBuilder out, String value, int count) {
            out.append(text);
        }

        @Override
        public Piece without(Piece other) {
            return other instanceof Text beside ? new Text(text.substring(shared(beside.text))) : this;
        }

        private int shared(String beside) {
            int length = 0;
            while (length < Math.min(text.length(), beside.length()) && text.charAt(length) == beside.charAt(length)) {
                length++;
            }
            return length;
        }
    }

    /** The place of the value. */
    public record Value() implements Piece {
        @Override
        public void append(StringBuilder out, String value, int count) {
            out.append(value);
        }
    }

    /** The place of a number that counts up, such as the epoch. */
    public record Count() implements Piece {
        @Override
        public void append(StringBuilder out, String value, int count) {
            out.append(count);
        }
    }
}
