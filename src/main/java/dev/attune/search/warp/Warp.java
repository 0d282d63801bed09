package dev.attune.search.warp;

/** A transform of the objective's values before they are modelled. It rises, and its results have mean 0 and variance 1. */
public enum Warp {
    /** Moved and scaled; see {@link Standardised}. */
    STANDARDISED {
        @Override
        double[] transform(double[] raw) {
            return Standardised.of(raw).values();
        }
    },
    /** With the bad tail pressed and the skewness taken out; see {@link Tamed}. */
    TAMED {
        @Override
        double[] transform(double[] raw) {
            return Tamed.of(raw);
        }
    },
    /** With nothing but the order left of the worse half; see {@link Ranked}. */
    RANKED {
        @Override
        double[] transform(double[] raw) {
            return Ranked.of(raw);
        }
    };

    abstract double[] transform(double[] raw);

    /** Transforms finite values of any size, at least one; lower is better before and after. */
    public Warped of(double[] raw) {
        return new Warped(this, raw, transform(raw));
    }
}
