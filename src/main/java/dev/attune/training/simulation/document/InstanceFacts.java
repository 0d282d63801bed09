package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.training.InstanceType;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** What a formula can ask of an instance type. */
final class InstanceFacts {
    private static final Map<String, ToDoubleFunction<InstanceType>> FACTS =
            Map.of("vcpus", InstanceType::vCpus, "memory", InstanceType::memoryGiB, "gpus", InstanceType::gpus);

    private InstanceFacts() {}

    static ToDoubleFunction<InstanceType> of(Field field, String name) {
        var fact = FACTS.get(name);
        if (fact == null) {
            throw field.wrong(
                    "an instance has no [%s], but %s".formatted(Field.shown(name), new TreeSet<>(FACTS.keySet())));
        }
        return fact;
    }
}
