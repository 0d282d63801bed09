package dev.attune.training.simulation;

import dev.attune.training.TrainingJob;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How fast instances train, relative to one ml.m4.xlarge. Rough: the ratio of families follows what benchmarks of deep networks and boosted
 * trees show to one digit, and neither size nor number of instances speeds training up in proportion.
 */
final class InstanceSpeed {
    private static final Pattern TYPE =
            Pattern.compile("ml\\.([a-z]+)([0-9]*)[a-z0-9-]*\\.([0-9]*)(x?large|medium|metal)");
    private static final Map<String, Double> FAMILIES = Map.ofEntries(
            Map.entry("m4", 1.0),
            Map.entry("m5", 1.2),
            Map.entry("c4", 1.2),
            Map.entry("c5", 1.4),
            Map.entry("r5", 1.2),
            Map.entry("g4", 4.0),
            Map.entry("g5", 7.0),
            Map.entry("p2", 4.0),
            Map.entry("p3", 7.0),
            Map.entry("p4", 4.5),
            Map.entry("p5", 9.0));
    /** By the first letter, for families that are not listed. */
    private static final Map<String, Double> KINDS =
            Map.of("t", 0.6, "c", 1.5, "m", 1.2, "r", 1.2, "g", 6.0, "p", 8.0, "trn", 8.0);
    /** Speed grows with size to this power, and with the number of instances. */
    private static final double SCALING = 0.75;

    private InstanceSpeed() {}

    static double of(TrainingJob.Resources resources) {
        var count = Math.max(1, resources.instanceCount());
        return one(resources.instanceType()) * StrictMath.pow(count, SCALING);
    }

    private static double one(String type) {
        var matcher = TYPE.matcher(type);
        if (!matcher.matches()) {
            return 1;
        }
        var size = size(matcher.group(3), matcher.group(4));
        return family(matcher.group(1), matcher.group(2)) * StrictMath.pow(size, SCALING);
    }

    private static double family(String kind, String generation) {
        for (var key : List.of(kind + generation, kind, kind.substring(0, 1))) {
            var speed = FAMILIES.getOrDefault(key, KINDS.get(key));
            if (speed != null) {
                return speed;
            }
        }
        return 1;
    }

    /** In multiples of an xlarge. */
    private static double size(String number, String word) {
        return switch (word) {
            case "medium" -> 0.25;
            case "large" -> 0.5;
            case "metal" -> 24;
            default -> number.isEmpty() || number.length() > 3 ? 1 : Math.max(1, Integer.parseInt(number));
        };
    }
}
