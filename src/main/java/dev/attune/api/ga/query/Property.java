package dev.attune.api.ga.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where in a record something stands: names of members, parted by dots. The name of a map's key may have dots itself. What stands in a list
 * is each of its elements.
 */
public record Property(String name) {
    private static final Pattern TIME = Pattern.compile("(.*\\.)?[A-Za-z]*(Time|Timestamp)");
    private static final Pattern FREE = Pattern.compile("(.*HyperParameters|Tags|Metrics|Environment)\\..*");
    private static final Pattern NUMERIC_TEXT = Pattern.compile("(.*\\.)?[A-Za-z]*HyperParameters\\..*");

    /** The member of the record in which it stands. */
    public String member() {
        return name.split("\\.", 2)[0];
    }

    /** Whether its numbers are seconds since 1970. */
    boolean isTime() {
        return TIME.matcher(name).matches() && !FREE.matcher(name).matches();
    }

    /** Whether its texts are numbers where they look like it. */
    boolean isNumericText() {
        return NUMERIC_TEXT.matcher(name).matches();
    }

    /** All that stands there; nothing for a member that is absent and for a list or map that is empty. */
    List<Object> values(Map<String, Object> document) {
        var found = new ArrayList<Object>();
        collect(document, name, found);
        return found;
    }

    /** What stands there and has members of its own. */
    @SuppressWarnings("unchecked") // JSON has no other keys
    List<Map<String, Object>> elements(Map<String, Object> document) {
        return values(document).stream()
                .filter(Map.class::isInstance)
                .map(value -> (Map<String, Object>) value)
                .toList();
    }

    private static void collect(Object node, String path, List<Object> found) {
        if (node instanceof List<?> list) {
            list.forEach(element -> collect(element, path, found));
        } else if (node instanceof Map<?, ?> map) {
            enter(map, path, found);
        } else if (path.isEmpty()) {
            found.add(node);
        }
    }

    /** Takes the whole path for a key first, then ever less of it. */
    private static void enter(Map<?, ?> map, String path, List<Object> found) {
        if (path.isEmpty()) {
            if (!map.isEmpty()) {
                found.add(map);
            }
            return;
        }
        var whole = map.get(path);
        if (whole != null) {
            collect(whole, "", found);
            return;
        }
        for (int dot = path.lastIndexOf('.', path.length() - 2); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            var member = map.get(path.substring(0, dot));
            if (member != null) {
                collect(member, path.substring(dot + 1), found);
                return;
            }
        }
    }
}
