package dev.attune.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Lists that come as text: one value a line; blank lines and those that begin with # are left out. */
final class TextList {
    private TextList() {}

    /** The values of a resource of the class path, in their order. */
    static List<String> read(String resource) {
        return read(new ClassPathResource(resource));
    }

    /** The same of any resource. */
    static List<String> read(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list [" + resource + "]", e);
        }
    }
}
