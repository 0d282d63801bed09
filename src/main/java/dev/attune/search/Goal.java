package dev.attune.search;

/** Which direction of the objective is better. */
public enum Goal {
    MINIMIZE,
    MAXIMIZE;

    /** Whether {@code left} is strictly better than {@code right}. */
    public boolean better(double left, double right) {
        return this == MINIMIZE ? left < right : left > right;
    }
}
