package dev.attune.api.ga;

import dev.attune.wire.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of records what their properties are looked up in. */
final class SearchDocuments {
    private SearchDocuments() {}

    /** The members of a record, with the map Metrics of the final values by metric, and with Tags as a map of the values by key. */
    static Map<String, Object> of(Object record, JsonText json) {
        var document = new LinkedHashMap<>(json.members(record));
        document.put("Metrics", pairs(document.get("FinalMetricDataList"), "MetricName", "Value"));
        document.put("Tags", pairs(document.get("Tags"), "Key", "Value"));
        return document;
    }

    private static Map<Object, Object> pairs(@Nullable Object list, String key, String value) {
        var pairs = new LinkedHashMap<Object, Object>();
        if (list instanceof List<?> elements) {
            for (var element : elements) {
                if (element instanceof Map<?, ?> members) {
                    pairs.put(members.get(key), members.get(value));
                }
            }
        }
        return pairs;
    }
}
