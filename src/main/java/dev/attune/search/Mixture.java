package dev.attune.search;

import java.util.List;

/** The estimate that several estimates make together, each with its share of the judgement. */
final class Mixture {
    private Mixture() {}

    /** The mean and deviation of the mixture of distributions with these means and deviations; finite where they are. */
    static Estimate of(double[] shares, List<Estimate> estimates) {
        double sum = 0;
        for (int m = 0; m < shares.length; m++) {
            sum += shares[m] * estimates.get(m).mean();
        }
        double mean = finite(sum);
        return new Estimate(mean, deviation(shares, estimates, mean));
    }

    /** Shares sum to 1 to rounding only, so that a mean of the largest numbers can pass beyond them. */
    static double finite(double sum) {
        return Math.min(Double.MAX_VALUE, Math.max(-Double.MAX_VALUE, sum));
    }

    /** Scaled, so that no square overflows. */
    private static double deviation(double[] shares, List<Estimate> estimates, double mean) {
        double size = 0;
        for (var estimate : estimates) {
            size = Math.max(size, Math.max(Math.abs(estimate.mean() / 2 - mean / 2), estimate.deviation()));
        }
        double squares = 0;
        for (int m = 0; m < shares.length && size > 0; m++) {
            double offset = (estimates.get(m).mean() / 2 - mean / 2) / size * 2;
            double deviation = estimates.get(m).deviation() / size;
            squares += shares[m] * (offset * offset + deviation * deviation);
        }
        return Math.min(Double.MAX_VALUE, size * Math.sqrt(squares));
    }
}
