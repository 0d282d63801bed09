package dev.attune.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** AWS's built-in algorithms, from the table {@code built-in-algorithms.txt}, which says how it is written and where it is from. */
final class BuiltInAlgorithms {
    private static final String TABLE = "built-in-algorithms.txt";
    private static final String PREFIX = "sagemaker-";
    private static final String ANY = "*";
    private static final String ARROW = " -> ";
    private static final Map<String, BuiltInAlgorithm> BY_REPOSITORY = read();

    private BuiltInAlgorithms() {}

    /** The algorithm of an image; empty where the image is none of AWS's. */
    static Optional<BuiltInAlgorithm> of(ImageName image) {
        var repository = image.repository();
        var exact = BY_REPOSITORY.get(repository);
        return exact == null && repository.startsWith(PREFIX)
                ? Optional.ofNullable(BY_REPOSITORY.get(repository.substring(PREFIX.length())))
                : Optional.ofNullable(exact);
    }

    private static Map<String, BuiltInAlgorithm> read() {
        try (var table = BuiltInAlgorithms.class.getResourceAsStream(TABLE)) {
            return algorithms(sections(Objects.requireNonNull(table, TABLE)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read [" + TABLE + "]", e);
        }
    }

    /** The lines of each algorithm, split into name and expression, by the algorithm's names. */
    private static Map<String, Map<String, String>> sections(InputStream table) throws IOException {
        var sections = new LinkedHashMap<String, Map<String, String>>();
        Map<String, String> section = new LinkedHashMap<>();
        for (var line :
                new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(" ")) {
                var parts = line.strip().split("\\s+", 2);
                section.put(parts[0], parts[1]);
            } else {
                section = new LinkedHashMap<>();
                sections.put(line, section);
            }
        }
        return sections;
    }

    private static Map<String, BuiltInAlgorithm> algorithms(Map<String, Map<String, String>> sections) {
        var form = Objects.requireNonNull(sections.remove(ANY)).get(ANY);
        var algorithms = new HashMap<String, BuiltInAlgorithm>();
        sections.forEach((names, metrics) -> {
            var own = metrics.remove(ANY);
            var parts = names.split(ARROW, 2);
            var algorithm = new BuiltInAlgorithm(
                    metrics, parts.length == 1 ? null : parts[1], Objects.requireNonNull(own == null ? form : own));
            for (var name : parts[0].split(" ")) {
                algorithms.put(name, algorithm);
            }
        });
        return Map.copyOf(algorithms);
    }
}
