package dev.attune.training.regex;

/**
 * A line that may be read only so often: the deterministic brake on a backtracking engine. Used by one thread, for one match.
 */
final class CountedText implements CharSequence {
    private final CharSequence text;
    private final int[] left;

    CountedText(CharSequence text, int reads) {
        this(text, new int[] {reads});
    }

    private CountedText(CharSequence text, int[] left) {
        this.text = text;
        this.left = left;
    }

    @Override
    public char charAt(int index) {
        if (--left[0] < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new CountedText(text.subSequence(start, end), left);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The budget is spent. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super(null, null, false, false);
        }
    }
}
