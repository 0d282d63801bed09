package dev.attune.training.regex;

import java.util.List;

/** A parsed regular expression. Its members measure themselves, write an example text, and spell themselves in Java's dialect. */
sealed interface Expression {
    /** Writes a short text that this matches. */
    void write(ExampleWriter example);

    void spell(StringBuilder java);

    /** States of an automaton that has counted repetition multiplied out, about. */
    default long size() {
        return 1;
    }

    /** The deepest product of counted repetitions. */
    default long expansion() {
        return 1;
    }

    /** Whether it can match without taking a character. */
    default boolean nullable() {
        return false;
    }

    /** How often a backtracking engine can choose between two ways on without reading a character. */
    default long forks() {
        return 0;
    }

    /** How deep repetition is nested: each level multiplies the work that a backtracking engine does for one read. */
    default int depth() {
        return 0;
    }

    /** Whether the first capturing group is in it. */
    default boolean holdsValue() {
        return false;
    }

    /** One literal character, by its code point. */
    record Literal(int codePoint) implements Expression {
        @Override
        public void write(ExampleWriter example) {
            example.text(Character.toString(codePoint));
        }

        @Override
        public void spell(StringBuilder java) {
            if (codePoint < 128 && !Character.isLetterOrDigit(codePoint)) {
                java.append('\\');
            }
            java.appendCodePoint(codePoint);
        }
    }

    /** One character of a set that {@code java} spells, for example {@code [^,]} or {@code \d}. */
    record Characters(String java) implements Expression {
        @Override
        public void write(ExampleWriter example) {
            example.character(java);
        }

        @Override
        public void spell(StringBuilder out) {
            out.append(java);
        }
    }

    /** A place, such as {@code ^} or {@code \b}, or a switch such as {@code (?i)}; takes no character. */
    record Position(String java) implements Expression {
        @Override
        public void write(ExampleWriter example) {}

        @Override
        public void spell(StringBuilder out) {
            out.append(java);
        }

        @Override
        public boolean nullable() {
            return true;
        }
    }

    /** What a group, known by number or name, matched before. */
    record Reference(String group, String java) implements Expression {
        @Override
        public void write(ExampleWriter example) {
            example.again(group);
        }

        @Override
        public void spell(StringBuilder out) {
            out.append(java);
        }

        @Override
        public boolean nullable() {
            return true;
        }
    }

    /** All parts, one after the other. */
    record Sequence(List<Expression> parts) implements Expression {
        @Override
        public void write(ExampleWriter example) {
            parts.forEach(part -> part.write(example));
        }

        @Override
        public void spell(StringBuilder java) {
            parts.forEach(part -> part.spell(java));
        }

        @Override
        public long size() {
            return parts.stream().mapToLong(Expression::size).sum();
        }

        @Override
        public long expansion() {
            return parts.stream().mapToLong(Expression::expansion).max().orElse(1);
        }

        @Override
        public int depth() {
            return parts.stream().mapToInt(Expression::depth).max().orElse(0);
        }

        @Override
        public boolean nullable() {
            return parts.stream().allMatch(Expression::nullable);
        }

        @Override
        public long forks() {
            return parts.stream().mapToLong(Expression::forks).sum();
        }

        @Override
        public boolean holdsValue() {
            return parts.stream().anyMatch(Expression::holdsValue);
        }
    }

    /** The first part that fits. */
    record Choice(List<Expression> parts) implements Expression {
        @Override
        public void write(ExampleWriter example) {
            var telling = parts.stream().filter(Expression::holdsValue).findFirst();
            telling.orElse(parts.get(0)).write(example);
        }

        @Override
        public void spell(StringBuilder java) {
            parts.get(0).spell(java);
            parts.stream().skip(1).forEach(part -> part.spell(java.append('|')));
        }

        @Override
        public long size() {
            return new Sequence(parts).size() + parts.size();
        }

        @Override
        public long expansion() {
            return new Sequence(parts).expansion();
        }

        @Override
        public int depth() {
            return new Sequence(parts).depth();
        }

        @Override
        public boolean nullable() {
            return parts.stream().anyMatch(Expression::nullable);
        }

        @Override
        public long forks() {
            var silent = parts.stream().filter(Expression::nullable).count();
            return Math.max(0, silent - 1) + new Sequence(parts).forks();
        }

        @Override
        public boolean holdsValue() {
            return new Sequence(parts).holdsValue();
        }
    }

    /**
     * The body again and again.
     *
     * @param most {@link #UNBOUNDED} where there is no end
     * @param suffix as written, for example <code>{2,3}?</code>
     */
    record Repeat(Expression body, int least, int most, String suffix) implements Expression {
        static final int UNBOUNDED = Integer.MAX_VALUE;

        @Override
        public void write(ExampleWriter example) {
            var times = Math.max(least, holdsValue() ? 1 : 0);
            if (times > 0 && body instanceof Characters set) {
                example.run(set.java(), times, most);
                return;
            }
            for (int i = 0; i < times; i++) {
                body.write(example);
            }
        }

        @Override
        public void spell(StringBuilder java) {
            body.spell(java);
            java.append(suffix);
        }

        private long count() {
            return Math.max(1, most == UNBOUNDED ? least : most);
        }

        /** Saturates, so that no nesting overflows. */
        private long times(long measure) {
            return Math.min(Integer.MAX_VALUE, measure * count());
        }

        @Override
        public long size() {
            return times(body.size() + (least == most ? 0 : 1));
        }

        @Override
        public long expansion() {
            return times(body.expansion());
        }

        @Override
        public int depth() {
            return body.depth() + (most > 1 ? 1 : 0);
        }

        @Override
        public boolean nullable() {
            return least == 0 || body.nullable();
        }

        @Override
        public long forks() {
            return times(body.forks() + (body.nullable() ? 1 : 0));
        }

        @Override
        public boolean holdsValue() {
            return body.holdsValue();
        }
    }

    /**
     * A bracketed part.
     *
     * @param open as Java writes it, for example {@code (?:} or {@code (?<name>}
     * @param number of a capturing group, from 1; 0 for a group that does not capture
     */
    record Group(String open, int number, String name, Expression body) implements Expression {
        @Override
        public void write(ExampleWriter example) {
            if (number == 0) {
                body.write(example);
            } else {
                example.group(number, name, body);
            }
        }

        @Override
        public void spell(StringBuilder java) {
            java.append(open);
            body.spell(java);
            java.append(')');
        }

        @Override
        public long size() {
            return body.size() + (number == 0 ? 0 : 2);
        }

        @Override
        public long expansion() {
            return body.expansion();
        }

        @Override
        public int depth() {
            return body.depth();
        }

        @Override
        public boolean nullable() {
            return body.nullable();
        }

        @Override
        public long forks() {
            return body.forks();
        }

        @Override
        public boolean holdsValue() {
            return number == 1 || body.holdsValue();
        }
    }

    /** A condition on what stands before or after; takes no character. */
    record Look(String open, boolean wanted, Expression body) implements Expression {
        @Override
        public void write(ExampleWriter example) {
            if (wanted) {
                body.write(example);
            }
        }

        @Override
        public void spell(StringBuilder java) {
            java.append(open);
            body.spell(java);
            java.append(')');
        }

        @Override
        public long size() {
            return body.size() + 2;
        }

        @Override
        public long expansion() {
            return body.expansion();
        }

        @Override
        public int depth() {
            return body.depth();
        }

        @Override
        public boolean nullable() {
            return true;
        }

        @Override
        public long forks() {
            return body.forks();
        }

        @Override
        public boolean holdsValue() {
            return wanted && body.holdsValue();
        }
    }
}
