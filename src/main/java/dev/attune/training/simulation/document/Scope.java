package dev.attune.training.simulation.document;

import dev.attune.document.Decimal;
import dev.attune.document.Field;
import dev.attune.training.InstanceType;
import dev.attune.training.InstanceTypes;
import dev.attune.training.TrainingJob;
import dev.attune.training.Unquoted;
import dev.attune.training.simulation.Draw;
import java.util.HashMap;
import java.util.Map;

/** What a formula can speak of: a training job at one of its epochs. Used by one thread. */
final class Scope {
    private final TrainingJob job;
    private final Map<String, Formula> formulas;
    private final int attempt;
    private final int epochs;
    private final int epoch;
    private final double progress;
    private final Map<String, Double> metrics = new HashMap<>();

    private Scope(TrainingJob job, Map<String, Formula> formulas, int attempt, int epochs, int epoch, double progress) {
        this.job = job;
        this.formulas = formulas;
        this.attempt = attempt;
        this.epochs = epochs;
        this.epoch = epoch;
        this.progress = progress;
    }

    /** Before it has begun. */
    static Scope of(TrainingJob job) {
        return new Scope(job, Map.of(), 1, 1, 0, 0);
    }

    /** As a whole, training so many epochs. */
    Scope training(int count) {
        return new Scope(job, formulas, attempt, count, epoch, progress);
    }

    /** At its n-th attempt, from 1. */
    Scope attempt(int number) {
        return new Scope(job, formulas, number, epochs, epoch, progress);
    }

    /** After an epoch, with these formulas for its metrics. */
    Scope after(int number, double part, Map<String, Formula> others) {
        return new Scope(job, others, attempt, epochs, number, part);
    }

    TrainingJob job() {
        return job;
    }

    double attempt() {
        return attempt;
    }

    double epochs() {
        return epochs;
    }

    double epoch() {
        return epoch;
    }

    double progress() {
        return progress;
    }

    boolean has(String hyperParameter) {
        return job.hyperParameters().containsKey(hyperParameter);
    }

    /** A hyperparameter's text, without the quotes that SageMaker's frameworks put around it. */
    String text(String hyperParameter) {
        var text = job.hyperParameters().get(hyperParameter);
        if (text == null) {
            throw new MissingValueException("there is no hyperparameter [" + hyperParameter + "]");
        }
        return Unquoted.of(text);
    }

    double number(String hyperParameter) {
        var text = text(hyperParameter);
        return Decimal.parse(text)
                .orElseThrow(() -> new MissingValueException(
                        "the hyperparameter [" + hyperParameter + "] is no number: [" + Field.shown(text) + "]"));
    }

    /** Where a tuned hyperparameter lies in its range, from 0 to 1. */
    double position(String hyperParameter) {
        return job.tuned().stream()
                .filter(tuned -> tuned.name().equals(hyperParameter))
                .findFirst()
                .orElseThrow(
                        () -> new MissingValueException("the hyperparameter [" + hyperParameter + "] is not tuned"))
                .position();
    }

    /** What is known of the type of its instances. */
    InstanceType instance() {
        var type = job.resources().instanceType();
        return InstanceTypes.find(type)
                .orElseThrow(() ->
                        new MissingValueException("nothing is known of the instance type [" + Field.shown(type) + "]"));
    }

    /** A metric by its formula alone, computed once. */
    double metric(String name) {
        var known = metrics.get(name);
        if (known != null) {
            return known;
        }
        var formula = formulas.get(name);
        if (formula == null) {
            throw new MissingValueException("there is no metric [" + name + "]");
        }
        var value = formula.value(this);
        metrics.put(name, value);
        return value;
    }

    /** The draw for a purpose, the same whenever it is asked for. */
    Draw draw(String purpose) {
        return Draw.of(job.seed(), job.trial(), "document", purpose);
    }
}
