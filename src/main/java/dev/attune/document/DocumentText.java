package dev.attune.document;

import java.io.StringReader;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** The text of a document, read as YAML without anchors, tags or deep nesting: as large in memory as on paper. JSON is YAML, too. */
public final class DocumentText {
    private static final int MOST_CHARACTERS = 8 << 20;
    private static final int MOST_VALUES = 20_000;
    private static final int DEEPEST = 12;
    private static final int LONGEST_REASON = 200;
    private static final Pattern ESCAPED_SLASH = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\/");

    private DocumentText() {}

    /** The document's root; throws DocumentException. */
    public static Field read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new DocumentException("The document is longer than [" + MOST_CHARACTERS + "] characters");
        }
        // The one escape of JSON that YAML 1.1 does not know.
        var yaml = text.stripLeading().startsWith("{")
                ? ESCAPED_SLASH.matcher(text).replaceAll("$1/")
                : text;
        try {
            yaml().parse(new StringReader(yaml)).forEach(new Watch()::look);
            var root = yaml().compose(new StringReader(yaml));
            if (root == null) {
                throw new DocumentException("The document is empty");
            }
            return new Field(root, "");
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw DocumentException.at("", mark == null ? 1 : mark.getLine() + 1, reason(e.getProblem()));
        } catch (YAMLException e) {
            throw new DocumentException("The document is no YAML: " + reason(String.valueOf(e.getMessage())));
        }
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        return new Yaml(options);
    }

    private static String reason(String message) {
        var line = message.replaceAll("\\s+", " ");
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
    }

    /** Looks at each event of the parser before a node is built of it. Used by one thread. */
    private static final class Watch {
        private int values;

        void look(Event event) {
            var line = event.getStartMark() == null ? 1 : event.getStartMark().getLine() + 1;
            if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
                throw DocumentException.at(
                        "", line, "anchors and aliases (& and *) are not allowed; maybe quote the text");
            }
            if (tagged(event)) {
                throw DocumentException.at("", line, "tags (!) are not allowed; maybe quote the text");
            }
            if (event instanceof NodeEvent && ++values > MOST_VALUES) {
                throw DocumentException.at("", line, "there are more than [" + MOST_VALUES + "] values");
            }
        }

        private static boolean tagged(Event event) {
            return event instanceof ScalarEvent scalar
                    ? scalar.getTag() != null
                    : event instanceof CollectionStartEvent start && start.getTag() != null;
        }
    }
}
