package dev.attune.search.acquisition;

import org.jspecify.annotations.Nullable;

/**
 * An acquisition function times the probability that a trial at the point succeeds. The probability is a vote of the finished
 * trials, each with the weight exp(−s/2) of its distance, together with a weak vote for the overall rate of success. The
 * distances are those of the unit cube, not those of a model: what makes a trial fail need not be what makes it good.
 */
public final class FailureAware implements Acquisition {
    private static final double PRIOR_VOTES = 0.5;
    private static final double REACH = 0.2;

    private final Acquisition inner;
    private final double[][] succeeded;
    private final double[][] failed;
    private final boolean[] nominal;
    private final double rate;

    /** Arrays are not copied; their rows are points of d coordinates. */
    public FailureAware(Acquisition inner, double[][] succeeded, double[][] failed, boolean[] nominal) {
        this.inner = inner;
        this.succeeded = succeeded;
        this.failed = failed;
        this.nominal = nominal;
        rate = (succeeded.length + 1.0) / (succeeded.length + failed.length + 2.0);
    }

    @Override
    public double[] values(double[][] points) {
        var values = inner.values(points);
        for (int i = 0; i < points.length; i++) {
            values[i] += logProbability(points[i], null);
        }
        return values;
    }

    @Override
    public double value(double[] point, double[] gradient) {
        double value = inner.value(point, gradient);
        return value + logProbability(point, gradient);
    }

    private double logProbability(double[] point, double @Nullable [] gradient) {
        double[] good = new double[point.length];
        double[] bad = new double[point.length];
        double votesFor = PRIOR_VOTES * rate + votes(succeeded, point, good);
        double votesAgainst = PRIOR_VOTES * (1 - rate) + votes(failed, point, bad);
        if (gradient != null) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += good[i] / votesFor - (good[i] + bad[i]) / (votesFor + votesAgainst);
            }
        }
        return StrictMath.log(votesFor / (votesFor + votesAgainst));
    }

    /** The sum of the voters' weights; its derivatives are added to the gradient. */
    private double votes(double[][] voters, double[] point, double[] gradient) {
        double precision = 1 / (REACH * REACH * Math.max(1, point.length));
        double sum = 0;
        for (var voter : voters) {
            double distance = 0;
            for (int i = 0; i < point.length; i++) {
                double difference = nominal[i] ? (voter[i] == point[i] ? 0 : 1) : voter[i] - point[i];
                distance += difference * difference * precision;
            }
            double weight = StrictMath.exp(-distance / 2);
            sum += weight;
            for (int i = 0; i < point.length; i++) {
                gradient[i] += nominal[i] ? 0 : weight * precision * (voter[i] - point[i]);
            }
        }
        return sum;
    }
}
