package dev.attune.traffic;

import dev.attune.document.DocumentException;
import dev.attune.document.DocumentText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * API faults as they were written down.
 *
 * @param seed of every draw; null for the installation's
 */
record FaultDocument(String text, @Nullable Integer seed, List<FaultRule> rules) {
    static final List<String> MEMBERS = List.of("version", "seed", "api");
    private static final int MOST_RULES = 100;
    private static final long LARGEST = 1 << 20;

    FaultDocument {
        rules = List.copyOf(rules);
    }

    /** All of a document or nothing; throws DocumentException. */
    static FaultDocument read(String text) {
        var members = DocumentText.read(text).members(MEMBERS);
        members.require("version").whole(1, 1);
        var names = new HashSet<String>();
        var rules = members.require("api").items(MOST_RULES).stream()
                .map(field -> {
                    var rule = FaultRule.of(field);
                    if (!names.add(rule.name())) {
                        throw field.wrong("the name [%s] is there twice".formatted(rule.name()));
                    }
                    return rule;
                })
                .toList();
        var seed = members.find("seed").map(field -> field.whole(0, Integer.MAX_VALUE));
        return new FaultDocument(text, seed.orElse(null), rules);
    }

    /** The document in a file that the configuration names; throws DocumentException. */
    static FaultDocument read(Path file) {
        var name = "The file of API faults [" + file + "]";
        try {
            if (Files.size(file) > LARGEST) {
                throw new DocumentException(name + " is larger than [" + LARGEST + "] bytes");
            }
            return read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new DocumentException(name + " cannot be read: " + e);
        } catch (DocumentException e) {
            throw new DocumentException(name + ": " + e.getMessage());
        }
    }
}
