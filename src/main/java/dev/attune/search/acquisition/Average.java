package dev.attune.search.acquisition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The vote of several acquisition functions: the logarithm of their weighted mean after each was divided by its own largest value
 * among the points that were valued first. A model that is unsure everywhere expects large improvements everywhere; without the
 * division its voice alone would be heard. Not for sharing between threads.
 */
public final class Average implements Acquisition {
    private final List<Acquisition> members;
    private final double[] logWeights;
    private double @Nullable [] largest;

    /**
     * At least one member.
     *
     * @param logWeights of the members' votes, finite, one each; not copied
     */
    public Average(List<? extends Acquisition> members, double[] logWeights) {
        this.members = List.copyOf(members);
        this.logWeights = logWeights;
    }

    @Override
    public double[] values(double[][] points) {
        var all = new double[members.size()][];
        for (int m = 0; m < all.length; m++) {
            all[m] = members.get(m).values(points);
        }
        var reference = largest == null ? largest(all) : largest;
        largest = reference;
        var values = new double[points.length];
        var column = new double[all.length];
        for (int i = 0; i < points.length; i++) {
            for (int m = 0; m < all.length; m++) {
                column[m] = all[m][i] - reference[m] + logWeights[m];
            }
            values[i] = logMeanExp(column);
        }
        return values;
    }

    /** After {@link #values} was called once. */
    @Override
    public double value(double[] point, double[] gradient) {
        var reference = largest == null ? new double[members.size()] : largest;
        var values = new double[members.size()];
        var gradients = new double[members.size()][gradient.length];
        for (int m = 0; m < values.length; m++) {
            values[m] = members.get(m).value(point, gradients[m]) - reference[m] + logWeights[m];
        }
        double value = logMeanExp(values);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = 0;
            for (int m = 0; m < values.length; m++) {
                gradient[i] += StrictMath.exp(values[m] - value) / values.length * gradients[m][i];
            }
        }
        return value;
    }

    private static double[] largest(double[][] all) {
        var largest = new double[all.length];
        for (int m = 0; m < all.length; m++) {
            largest[m] = Double.NEGATIVE_INFINITY;
            for (double value : all[m]) {
                largest[m] = Math.max(largest[m], value);
            }
        }
        return largest;
    }

    /** ln of the mean of the exponentials of finite values. */
    public static double logMeanExp(double[] values) {
        double top = values[0];
        for (double value : values) {
            top = Math.max(top, value);
        }
        double sum = 0;
        for (double value : values) {
            sum += StrictMath.exp(value - top);
        }
        return top + StrictMath.log(sum / values.length);
    }
}
