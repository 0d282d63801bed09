package dev.attune.training.simulation;

import dev.attune.training.MetricPattern;
import dev.attune.training.regex.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a line of the log is made up: parts of one or several metrics, one after the other. */
record LineFormat(List<Cell> cells) {
    /** What may stand between two metrics; the first that works is taken. */
    private static final List<String> SEPARATORS = List.of(" ", ", ", "; ", "\t");
    /** Where AWS's XGBoost has a tab. */
    private static final String ESCAPED_TAB = "#011";

    LineFormat {
        cells = List.copyOf(cells);
    }

    static LineFormat of(LinePart part) {
        return new LineFormat(List.of(new Cell(part, "", part.text())));
    }

    /** This line with another metric's part behind, if then every metric still reads its own value. */
    Optional<LineFormat> with(LinePart part, Map<String, String> samples) {
        for (var cell : candidates(part)) {
            var longer = new ArrayList<>(cells);
            longer.add(cell);
            var line = new LineFormat(longer);
            if (line.readsBack(samples, 1) && line.readsBack(samples, 10)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private List<Cell> candidates(LinePart part) {
        var candidates = new ArrayList<Cell>();
        var first = cells.get(0).text();
        var rest = part.text().without(first);
        if (rest.isPresent()) {
            if (first.fill("", 0).contains(ESCAPED_TAB)) {
                candidates.add(new Cell(part, ESCAPED_TAB, rest.get()));
            }
            SEPARATORS.forEach(separator -> candidates.add(new Cell(part, separator, rest.get())));
        }
        SEPARATORS.forEach(separator -> candidates.add(new Cell(part, separator, part.text())));
        return candidates;
    }

    /** Whether each metric of the line reads its own text, as printed. */
    boolean readsBack(Map<String, String> texts, int count) {
        var line = fill(texts, count);
        return parts().stream().allMatch(part -> part.reads(line, texts.getOrDefault(part.metric(), "")));
    }

    List<LinePart> parts() {
        return cells.stream().map(Cell::part).toList();
    }

    /** The line; metrics without a text are left out. */
    String fill(Map<String, String> texts, int count) {
        var line = new StringBuilder();
        for (var cell : cells) {
            var text = texts.get(cell.part().metric());
            if (text != null) {
                line.append(line.isEmpty() ? "" : cell.separator());
                line.append((line.isEmpty() ? cell.part().text() : cell.text()).fill(text, count));
            }
        }
        return line.toString();
    }

    boolean isReadBy(MetricPattern pattern, Map<String, String> samples) {
        return pattern.read(fill(samples, 1)).isPresent();
    }

    /** One metric's part of the line. */
    record Cell(LinePart part, String separator, Example text) {}
}
