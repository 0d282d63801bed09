package dev.attune.search.acquisition;

/**
 * ln h(z) for h(z) = φ(z) + z·Φ(z), the expected improvement of a standard normal, accurate to rounding for every z: Ament et al.
 * 2023, "Unexpected improvements to expected improvement for Bayesian optimization" (arXiv 2310.20708) show that its plain form
 * vanishes where it is most needed.
 *
 * <p>For z ≤ −1 with t = −z, let I₀ = ∫ₜ φ, I₁ = ∫ₜ I₀ = h(z), and so on: the repeated integrals of the normal tail. They satisfy
 * I₍ₙ₋₂₎ = t·I₍ₙ₋₁₎ + n·Iₙ with all terms positive, so the ratios qₙ = Iₙ/I₍ₙ₋₁₎ follow backwards from q₍ₙ₋₁₎ = 1/(t + n·qₙ)
 * without cancellation (Abramowitz and Stegun 7.2.5; q₀ is the Mills ratio). Then h(z) = φ·q₀·q₁ and Φ/h = 1/q₁. Elsewhere Φ
 * comes from its power series ½ + φ·(z + z³/3 + z⁵/15 + …) (26.2.11), or from q₀ again where z ≥ 1.
 */
final class NormalImprovement {
    private static final double LOG_ROOT_TWO_PI = 0.9189385332046727;
    private static final double TAIL = -1;

    private final double logarithm;
    private final double slope;

    private NormalImprovement(double logarithm, double slope) {
        this.logarithm = logarithm;
        this.slope = slope;
    }

    /** ln h(z) and its derivative, for a finite z. */
    static NormalImprovement at(double z) {
        double logDensity = -z * z / 2 - LOG_ROOT_TWO_PI;
        if (z <= TAIL) {
            var ratios = ratios(-z);
            return new NormalImprovement(logDensity + StrictMath.log(ratios[0] * ratios[1]), 1 / ratios[1]);
        }
        double density = StrictMath.exp(logDensity);
        double below = z < 1 ? 0.5 + density * series(z) : 1 - density * ratios(z)[0];
        double improvement = density + z * below;
        return new NormalImprovement(StrictMath.log(improvement), below / improvement);
    }

    /** ln h(z). */
    double logarithm() {
        return logarithm;
    }

    /** d ln h/dz = Φ(z)/h(z). */
    double slope() {
        return slope;
    }

    /** q₀ and q₁ for t ≥ 1, from a guess far enough out: its error shrinks about as exp(−1.5·t·√(2·start)). */
    private static double[] ratios(double t) {
        int start = 12 + (int) (400 / (t * t));
        double ratio = 2 / (t + Math.sqrt(t * t + 4 * start));
        for (int n = start; n >= 2; n--) {
            ratio = 1 / (t + n * ratio);
        }
        return new double[] {1 / (t + ratio), ratio};
    }

    private static double series(double z) {
        double term = z;
        double sum = z;
        for (int odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
            term *= z * z / odd;
            sum += term;
        }
        return sum;
    }
}
