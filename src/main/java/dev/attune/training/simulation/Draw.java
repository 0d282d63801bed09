package dev.attune.training.simulation;

/** A random draw that is a hash of what it is for: the same words, the same draw, in any order and on any machine. */
public record Draw(long hash) {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** A draw for these words and numbers. */
    public static Draw of(Object... words) {
        var draw = new Draw(FNV_OFFSET);
        for (var word : words) {
            draw = draw.with(word);
        }
        return draw;
    }

    /** Another draw, for one word more. */
    public Draw with(Object word) {
        var text = String.valueOf(word);
        var h = hash;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * FNV_PRIME;
        }
        return new Draw((h ^ 0xffff_ffffL) * FNV_PRIME);
    }

    /** In [0, 1), in steps of 2⁻⁵³. */
    public double uniform() {
        return (mixed(hash) >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low, high). */
    public double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Standard normal, by Box and Muller (1958). */
    public double gaussian() {
        var radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * with("angle").uniform());
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long h) {
        h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
        h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
        return h ^ (h >>> 31);
    }
}
