package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import java.util.Set;

/**
 * A formula over a training job: compiled once, of bounded size, without loops; StrictMath on doubles, so that it has the same bits on every
 * machine. Truth is 1 and falsehood 0. For any thread.
 *
 * @param parts how many operations it has, about
 * @param metrics the metrics that it refers to
 * @param changes whether it says of itself how it changes from epoch to epoch
 */
record Formula(Term term, int parts, Set<String> metrics, boolean changes) {
    /** Where a formula stands, which decides what it may speak of. */
    enum Place {
        /** Chooses a workload: speaks of hyperparameters alone. */
        MATCH,
        /** Decides how long and how training goes: speaks of the trial, too, and of chance. */
        JOB,
        /** The value of a metric: speaks of the epoch and of other metrics, too. */
        METRIC
    }

    Formula {
        metrics = Set.copyOf(metrics);
    }

    /** Compiles; throws DocumentException. */
    static Formula of(Field field, Place place) {
        return new FormulaCompiler(field, place).compile(field.text());
    }

    /** Compiles a length of time: its value is in seconds, and a number may have a unit, such as {@code 1.5h}. */
    static Formula ofTime(Field field) {
        return new FormulaCompiler(field, Place.JOB).compile(TimeUnits.inSeconds(field.text()));
    }

    /** The value; not always finite. Throws MissingValueException. */
    double value(Scope scope) {
        return term.value(scope);
    }

    /** Whether it holds; not where it speaks of what the job does not have. */
    boolean holds(Scope scope) {
        try {
            return Term.isTrue(term.value(scope));
        } catch (MissingValueException e) {
            return false;
        }
    }

    /** Its value in words, for who wants to know why it holds or not. */
    String shown(Scope scope) {
        try {
            return "value: " + term.value(scope);
        } catch (MissingValueException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** A part of a formula. */
    @FunctionalInterface
    interface Term {
        double value(Scope scope);

        static boolean isTrue(double value) {
            return value != 0 && !Double.isNaN(value);
        }

        static double of(boolean truth) {
            return truth ? 1 : 0;
        }
    }
}
