package dev.attune.search.gp;

/** How a process predicts each of its targets from all the others. */
public final class LeaveOneOut {
    private static final double LOG_ROOT_TWO_PI = 0.9189385332046727;

    private final double[] residuals;
    private final double[] variances;

    LeaveOneOut(double[] residuals, double[] variances) {
        this.residuals = residuals;
        this.variances = variances;
    }

    /** Target i less its prediction. */
    public double residual(int i) {
        return residuals[i];
    }

    /** The variance of the prediction of target i; positive. */
    public double variance(int i) {
        return variances[i];
    }

    /** ln of the predicted density at target i. */
    public double logDensity(int i) {
        return -(residuals[i] * residuals[i] / variances[i] + StrictMath.log(variances[i])) / 2 - LOG_ROOT_TWO_PI;
    }
}
