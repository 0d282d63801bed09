package dev.attune.search.gp;

/** What is supposed of how the dimensions act together. */
public enum Structure {
    /** In any way; see {@link Matern}. */
    JOINT {
        @Override
        Kernel kernel(double[] logarithms, Inputs inputs) {
            return Matern.of(logarithms, inputs.dimensions());
        }

        @Override
        Prior prior(Inputs inputs) {
            return Prior.joint(inputs);
        }
    },
    /** Mostly each for itself; see {@link Additive}. */
    ADDITIVE {
        @Override
        Kernel kernel(double[] logarithms, Inputs inputs) {
            return Additive.of(logarithms, inputs.dimensions());
        }

        @Override
        Prior prior(Inputs inputs) {
            return Prior.additive(inputs);
        }

        @Override
        public boolean suits(Inputs inputs) {
            return inputs.dimensions() > 1;
        }
    },
    /** Numbers in a way that changes with each category; see {@link Mixed}. */
    MIXED {
        @Override
        Kernel kernel(double[] logarithms, Inputs inputs) {
            return Mixed.of(logarithms, inputs);
        }

        @Override
        Prior prior(Inputs inputs) {
            return Prior.mixed(inputs);
        }

        @Override
        public boolean suits(Inputs inputs) {
            return inputs.nominals() > 0 && inputs.nominals() < inputs.dimensions();
        }
    };

    /** The kernel of hyperparameters θ. */
    abstract Kernel kernel(double[] logarithms, Inputs inputs);

    abstract Prior prior(Inputs inputs);

    /** Whether points of these dimensions can have this structure, and a simpler one would not do. */
    public boolean suits(Inputs inputs) {
        return true;
    }
}
