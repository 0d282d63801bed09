package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.training.Explanation;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A condition as a document says it, of a training job or of one of its attempts.
 *
 * @param said as it was written
 * @param seen in words, what it is held against
 */
record Condition<T>(String said, Predicate<T> test, Function<T, String> seen) implements Predicate<T> {
    static <T> Condition<T> of(String name, Field field, Predicate<T> test, Function<T, String> seen) {
        return new Condition<>(name + ": " + Field.shown(field.text()), test, seen);
    }

    /** One that a text must be like. */
    static <T> Condition<T> text(String name, Field field, Function<T, String> text) {
        var pattern = TextPattern.of(field);
        return of(name, field, thing -> pattern.matches(text.apply(thing)), thing -> bracketed(text.apply(thing)));
    }

    /** A text as the explanation shows it. */
    static String bracketed(String text) {
        return "[" + Field.shown(text) + "]";
    }

    @Override
    public boolean test(T thing) {
        return test.test(thing);
    }

    Explanation.Condition explain(T thing) {
        return new Explanation.Condition(said, test(thing), seen.apply(thing));
    }
}
