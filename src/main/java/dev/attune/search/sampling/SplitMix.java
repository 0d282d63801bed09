package dev.attune.search.sampling;

import java.util.random.RandomGenerator;

/**
 * The SplitMix64 generator (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"). Its derived draws are
 * written out here because the defaults of {@link RandomGenerator} may change between Java versions. Not for sharing between
 * threads.
 */
public final class SplitMix implements RandomGenerator {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    public SplitMix(long seed) {
        state = seed;
    }

    /** A seed that hashes all the parts, in their order: one for each purpose of each trial of each job. */
    public static long seed(long... parts) {
        long hash = 0;
        for (long part : parts) {
            hash = mix(hash * GOLDEN + mix(part + GOLDEN));
        }
        return hash;
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform on the multiples of 2⁻⁵³ in [0, 1). */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform on 0 … bound − 1, to within 2⁻³². */
    @Override
    public int nextInt(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
