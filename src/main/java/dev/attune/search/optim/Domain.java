package dev.attune.search.optim;

/** What the coordinates of the unit cube may be: a continuum or one of some levels, in order or not. */
public final class Domain {
    private final double[][] levels;
    private final boolean[] nominal;

    /**
     * Neither array is copied.
     *
     * @param levels for each coordinate the values that it may take, rising; empty for all of [0, 1]
     * @param nominal whether the order of a coordinate's levels means nothing
     */
    public Domain(double[][] levels, boolean[] nominal) {
        this.levels = levels;
        this.nominal = nominal;
    }

    public int dimensions() {
        return nominal.length;
    }

    public boolean nominal(int coordinate) {
        return nominal[coordinate];
    }

    /** The values that the coordinate may take; not copied. */
    public double[] levels(int coordinate) {
        return levels[coordinate];
    }

    public boolean continuum(int coordinate) {
        return levels[coordinate].length == 0;
    }

    /** Whether every coordinate has levels. */
    public boolean discrete() {
        for (var values : levels) {
            if (values.length == 0) {
                return false;
            }
        }
        return true;
    }

    /** Moves each coordinate of the point to its nearest level, or into [0, 1]. */
    public void snap(double[] point) {
        for (int coordinate = 0; coordinate < point.length; coordinate++) {
            point[coordinate] = continuum(coordinate)
                    ? Math.min(1, Math.max(0, point[coordinate]))
                    : levels[coordinate][level(coordinate, point[coordinate])];
        }
    }

    /** The index of the level nearest to a position. */
    public int level(int coordinate, double position) {
        var values = levels[coordinate];
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (position > (values[middle] + values[middle + 1]) / 2) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
