package dev.attune.search.acquisition;

import dev.attune.search.optim.Domain;
import dev.attune.search.sampling.Sobol;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Points of a domain at which to look at an acquisition function first. */
public final class Candidates {
    private static final double WIDEST = 0.25;
    private static final double NARROWEST = 0.0015;
    /** How many coordinates a perturbation moves on average, in many dimensions. */
    private static final double MOVED = 4;

    private static final double LEAST_MOVED_SHARE = 0.15;

    private final Domain domain;
    private final RandomGenerator random;

    public Candidates(Domain domain, RandomGenerator random) {
        this.domain = domain;
        this.random = random;
    }

    /** Points spread evenly over the domain. */
    public List<double[]> spread(int count) {
        var sobol = new Sobol(domain.dimensions(), random.nextLong());
        var points = new ArrayList<double[]>();
        for (int i = 0; i < count; i++) {
            var point = sobol.point(i);
            domain.snap(point);
            points.add(point);
        }
        return points;
    }

    /**
     * Points around good ones: some coordinates of a random parent, moved by a normal step of random width (Regis and Shoemaker
     * 2013, "Combining radial basis function surrogates and dynamic coordinate search"). The parents themselves come first.
     *
     * @param parents at least one; not changed
     */
    public List<double[]> around(List<double[]> parents, int count) {
        var points = new ArrayList<double[]>();
        parents.forEach(parent -> points.add(parent.clone()));
        double share = Math.max(LEAST_MOVED_SHARE, Math.min(1, MOVED / domain.dimensions()));
        while (points.size() < count) {
            points.add(perturbed(parents.get(random.nextInt(parents.size())), share));
        }
        return points;
    }

    private double[] perturbed(double[] parent, double share) {
        var point = parent.clone();
        double width = WIDEST * StrictMath.pow(NARROWEST / WIDEST, random.nextDouble());
        int certain = random.nextInt(point.length);
        for (int coordinate = 0; coordinate < point.length; coordinate++) {
            if (coordinate == certain || random.nextDouble() < share) {
                point[coordinate] = moved(coordinate, parent[coordinate], width);
            }
        }
        domain.snap(point);
        return point;
    }

    /**
     * Reflected at the ends of [0, 1]; another level, any of them where they have no order and at least one further where they
     * do.
     */
    private double moved(int coordinate, double position, double width) {
        var levels = domain.levels(coordinate);
        if (domain.nominal(coordinate)) {
            return levels[random.nextInt(levels.length)];
        }
        double step = width * normal();
        if (!domain.continuum(coordinate)
                && domain.level(coordinate, reflect(position + step)) == domain.level(coordinate, position)) {
            int next = domain.level(coordinate, position) + (step < 0 ? -1 : 1);
            return levels[Math.min(levels.length - 1, Math.max(0, next))];
        }
        return reflect(position + step);
    }

    private static double reflect(double position) {
        double inside = position < 0 ? -position : position > 1 ? 2 - position : position;
        return Math.min(1, Math.max(0, inside));
    }

    private double normal() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
