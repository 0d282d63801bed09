package dev.attune.search.sampling;

/**
 * Evenly spread points of the unit cube: the Sobol sequence with hash-based Owen scrambling (B. Burley 2020, "Practical
 * hash-based Owen scrambling", JCGT 9(4)). Any prefix is spread evenly, and its first 2ᵐ points put exactly one in each of 2ᵐ
 * equal slices of every axis. Dimensions beyond the table of direction numbers are plain random.
 */
public final class Sobol {
    private final long seed;
    private final int[][] directions;
    private final int[] scrambles;

    /** The sequence of that many dimensions; another seed gives another scrambling. */
    public Sobol(int dimensions, long seed) {
        this.seed = seed;
        directions = new int[Math.min(dimensions, DirectionNumbers.DIMENSIONS)][];
        scrambles = new int[dimensions];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            scrambles[dimension] = (int) SplitMix.seed(seed, dimension);
            if (dimension < directions.length) {
                directions[dimension] = DirectionNumbers.of(dimension);
            }
        }
    }

    /** The point at an index from 0; each coordinate is strictly between 0 and 1. */
    public double[] point(int index) {
        var point = new double[scrambles.length];
        for (int dimension = 0; dimension < point.length; dimension++) {
            int fraction = dimension < directions.length
                    ? scramble(fraction(directions[dimension], index), scrambles[dimension])
                    : (int) SplitMix.seed(seed, dimension, index);
            point[dimension] = (Integer.toUnsignedLong(fraction) + 0.5) * 0x1.0p-32;
        }
        return point;
    }

    private static int fraction(int[] directions, int index) {
        int fraction = 0;
        for (int bit = 0, rest = index; rest != 0; bit++, rest >>>= 1) {
            if ((rest & 1) == 1) {
                fraction ^= directions[bit];
            }
        }
        return fraction;
    }

    /** A nested uniform permutation: each bit may flip depending on the bits above it only (the paper's listing 3). */
    private static int scramble(int fraction, int seed) {
        int bits = Integer.reverse(fraction) + seed;
        bits ^= bits * 0x6c50b47c;
        bits ^= bits * 0xb82f1e52;
        bits ^= bits * 0xc7afe638;
        bits ^= bits * 0x8d22f6e6;
        return Integer.reverse(bits);
    }
}
