package dev.attune.search;

/**
 * A strictly rising map from a numeric range to the unit interval and back; what is left of a {@link Scaling} once AUTO is
 * decided. Both directions are exact at the ends and never leave the range. Uses {@link StrictMath}, so that histories are equal
 * on every machine.
 */
enum Scale {
    LINEAR("linear") {
        @Override
        double stretch(double value) {
            return value;
        }

        @Override
        double shrink(double stretched) {
            return stretched;
        }
    },
    LOG("log") {
        @Override
        double stretch(double value) {
            return StrictMath.log(value);
        }

        @Override
        double shrink(double stretched) {
            return StrictMath.exp(stretched);
        }
    },
    REVERSE_LOG("reverse log") {
        @Override
        double stretch(double value) {
            return -StrictMath.log1p(-value);
        }

        @Override
        double shrink(double stretched) {
            return -StrictMath.expm1(-stretched);
        }
    };

    /** AUTO reads a positive range on a log scale from this ratio of its ends on: three decades. */
    private static final double AUTO_LOG_RATIO = 1000;

    /** A range this narrow is the same on every scale, to rounding. */
    private static final double NARROW_RATIO = 1 + 1e-9;

    final String word;

    Scale(String word) {
        this.word = word;
    }

    abstract double stretch(double value);

    abstract double shrink(double stretched);

    /** The scale for the range [min, max], which is legal for the scaling. */
    static Scale of(Scaling scaling, double min, double max) {
        return switch (scaling) {
            case AUTO -> min > 0 && max / min >= AUTO_LOG_RATIO ? LOG : LINEAR;
            case LINEAR -> LINEAR;
            case LOGARITHMIC -> max / min > NARROW_RATIO ? LOG : LINEAR;
            case REVERSE_LOGARITHMIC -> (1 - min) / (1 - max) > NARROW_RATIO ? REVERSE_LOG : LINEAR;
        };
    }

    /**
     * Where the value stands in [min, max]: 0 at min, 1 at max. Halving first keeps the widest ranges finite; a range too narrow to be
     * halved has only its ends.
     */
    double position(double value, double min, double max) {
        double low = stretch(min) / 2;
        double width = stretch(max) / 2 - low;
        double position = width > 0 ? (stretch(value) / 2 - low) / width : value > min ? 1 : 0;
        return Math.min(1, Math.max(0, position));
    }

    /** The value at a position in [0, 1]; always within [min, max]. */
    double value(double position, double min, double max) {
        if (position <= 0 || position >= 1) {
            return position <= 0 ? min : max;
        }
        double value = shrink(stretch(min) * (1 - position) + stretch(max) * position);
        return Math.min(max, Math.max(min, value));
    }
}
