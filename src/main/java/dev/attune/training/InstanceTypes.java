package dev.attune.training;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of instances that are known, from the table {@code instance-types.csv}. docs/DECISIONS.md says where it is from. */
public final class InstanceTypes {
    private static final Map<String, InstanceType> BY_NAME = read();

    private InstanceTypes() {}

    /** All of them, in the order of their families and sizes. */
    public static List<InstanceType> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** Empty where nothing is known of the type. */
    public static Optional<InstanceType> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Map<String, InstanceType> read() {
        var types = new LinkedHashMap<String, InstanceType>();
        for (var row : Csv.rows(Csv.resource("instance-types.csv"))) {
            var type = type(row);
            types.put(type.name(), type);
        }
        return types;
    }

    private static InstanceType type(NamedCsvRecord row) {
        var gpu = row.getField("gpu");
        return new InstanceType(
                row.getField("instanceType"),
                Integer.parseInt(row.getField("vCpus")),
                Double.parseDouble(row.getField("memoryGiB")),
                Integer.parseInt(row.getField("gpus")),
                gpu.isEmpty() ? null : gpu);
    }
}
