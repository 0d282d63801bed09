package dev.attune;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Turns {@code attune.data-dir} into the URL of an H2 file, before anything asks for one. A data source that is named outright wins.
 *
 * <p>WRITE_DELAY=0: an acknowledged request survives the death of the process; H2's default loses half a second. RETENTION_TIME=0 keeps the
 * file small under that setting.
 */
final class DataDirectory implements EnvironmentPostProcessor {
    private static final String FILE = "jdbc:h2:file:%s;WRITE_DELAY=0;RETENTION_TIME=0";
    private static final String MEMORY = "jdbc:h2:mem:attune;DB_CLOSE_DELAY=-1";
    private static final String URL = "spring.datasource.url";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty(URL) == null) {
            var directory = environment.getProperty("attune.data-dir", "");
            var url = directory.isBlank() ? MEMORY : FILE.formatted(file(directory));
            environment.getPropertySources().addLast(new MapPropertySource("attune-data-dir", Map.of(URL, url)));
        }
    }

    private static Path file(String directory) {
        if (directory.contains(";")) {
            throw new IllegalArgumentException("attune.data-dir [" + directory + "] must not contain a semicolon");
        }
        try {
            return Path.of(directory).toAbsolutePath().normalize().resolve("attune");
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("attune.data-dir [" + directory + "] is not a path", e);
        }
    }
}
