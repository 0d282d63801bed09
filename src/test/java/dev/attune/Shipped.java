package dev.attune;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the repository that are made from the code: a test says what each must be, and writes it on demand. */
public final class Shipped {
    private static final String WRITE = "attune.write";

    private Shipped() {}

    /**
     * Asserts that a file says what the code says; with {@code -Dattune.write} writes it.
     *
     * @param path from the repository's root
     * @param test the test that writes it
     */
    public static void assertUpToDate(String path, String content, Class<?> test) {
        var file = Path.of(path);
        try {
            if (System.getProperty(WRITE) != null) {
                Files.writeString(file, content);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as(
                            "%s is made from the code, and the code says something else now. Write it anew:%n"
                                    + "    ./mvnw test -Dtest=%s -D%s%n",
                            path, test.getSimpleName(), WRITE)
                    .isEqualTo(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
