package dev.attune.document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value of a document, and where it is. Its methods throw DocumentException where it is no such value.
 *
 * @param path for example {@code workloads[0].metrics.validation:auc}
 */
public record Field(Node node, String path) {
    private static final int LONGEST_SHOWN = 80;
    private static final int LONGEST_NAME = 256;
    private static final Pattern TIME = Pattern.compile("([0-9.]{1,20}) ?(ms|s|m|h|d|)");
    private static final Map<String, Double> SECONDS =
            Map.of("ms", 0.001, "s", 1.0, "", 1.0, "m", 60.0, "h", 3600.0, "d", 86_400.0);

    public DocumentException wrong(String reason) {
        return DocumentException.at(path, node.getStartMark().getLine() + 1, reason);
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public boolean isSequence() {
        return node instanceof SequenceNode;
    }

    /** A scalar as it is written; a number is a text, too. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong("must be a text or a number, is a " + (isMapping() ? "mapping" : "list"));
    }

    /** A text of so many characters at the most. */
    public String text(int most) {
        var text = text();
        if (text.isEmpty() || text.length() > most) {
            throw wrong("must have 1 to [%d] characters, has [%d]".formatted(most, text.length()));
        }
        return text;
    }

    public double number() {
        return Decimal.parse(text()).orElseThrow(() -> wrong("[%s] must be a number".formatted(shown(text()))));
    }

    public int whole(int least, int most) {
        var number = number();
        if (number != Math.rint(number) || number < least || number > most) {
            throw wrong("[%s] must be a whole number from [%d] to [%d]".formatted(shown(text()), least, most));
        }
        return (int) number;
    }

    /** A number from 0 to 1, or a percentage. */
    public double share() {
        var text = text().strip();
        var percent = text.endsWith("%");
        var number = Decimal.parse(percent ? text.substring(0, text.length() - 1) : text)
                .orElse(-1);
        var share = percent ? number / 100 : number;
        if (!(share >= 0 && share <= 1)) {
            throw wrong("[%s] must be a number from 0 to 1, or a percentage".formatted(shown(text)));
        }
        return share;
    }

    /** A time from 0 to {@code most} in whole milliseconds: a number with ms, s, m, h or d behind it, or of seconds. */
    public Duration duration(Duration most) {
        var matcher = TIME.matcher(text().strip());
        var number = matcher.matches() ? Decimal.parse(matcher.group(1)).orElse(-1) : -1;
        var seconds = matcher.matches() ? number * SECONDS.getOrDefault(matcher.group(2), 1.0) : -1;
        if (!(seconds >= 0 && seconds <= most.toSeconds())) {
            throw wrong("[%s] must be a time such as 200ms, 30s or 5m, at most [%d] seconds"
                    .formatted(shown(text()), most.toSeconds()));
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    public boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("[%s] must be true or false".formatted(shown(text())));
        };
    }

    /** The one of these words that it is. */
    public String oneOf(List<String> words) {
        if (!words.contains(text())) {
            throw wrong("[%s] must be one of %s".formatted(shown(text()), words));
        }
        return text();
    }

    /** The items of a list of so many at the most. */
    public List<Field> items(int most) {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("must be a list");
        }
        var items = new ArrayList<Field>();
        for (var item : sequence.getValue()) {
            items.add(new Field(item, path + "[" + items.size() + "]"));
        }
        if (items.size() > most) {
            throw wrong("has [%d] items, more than [%d]".formatted(items.size(), most));
        }
        return items;
    }

    /** A list's items, or this alone. */
    public List<Field> oneOrMore(int most) {
        return isSequence() ? items(most) : List.of(this);
    }

    /** The members of a mapping with names of the author's choice, of so many at the most, in his order. */
    public Map<String, Field> entries(int most) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("must be a mapping");
        }
        var entries = new LinkedHashMap<String, Field>();
        for (var tuple : mapping.getValue()) {
            var name = new Field(tuple.getKeyNode(), path + "'s name").text(LONGEST_NAME);
            var entry = new Field(tuple.getValueNode(), path.isEmpty() ? name : path + "." + shown(name));
            if (entries.put(name, entry) != null) {
                throw new Field(tuple.getKeyNode(), entry.path).wrong("is there twice");
            }
        }
        if (entries.size() > most) {
            throw wrong("has [%d] members, more than [%d]".formatted(entries.size(), most));
        }
        return entries;
    }

    /** The members of a mapping that has no others than these. */
    public Members members(List<String> known) {
        var entries = entries(Integer.MAX_VALUE);
        entries.forEach((name, entry) -> {
            if (!known.contains(name)) {
                throw entry.wrong(
                        "there is no member [%s]. Members are %s".formatted(shown(name), String.join(", ", known)));
            }
        });
        return new Members(this, entries);
    }

    /** A text for a message, cut where it is long. */
    public static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }
}
