package dev.attune.training.simulation.document;

import dev.attune.document.DocumentException;
import dev.attune.training.DocumentStore;
import dev.attune.training.DocumentStore.Source;
import dev.attune.training.DocumentStore.Stamp;
import dev.attune.training.WorkloadDocuments;
import dev.attune.training.simulation.Recent;
import dev.attune.training.simulation.WorkloadSource;
import dev.attune.training.simulation.Workloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The documents that are or were in force. In force is what a client put last; before that, and after a reset, the configured one; else
 * none. A version is the digest of a text, and a text is kept as long as a tuning job may need it, so that jobs keep their workloads over
 * replacements, restarts and nodes. For any thread.
 */
public final class WorkloadLibrary implements WorkloadSource, WorkloadDocuments {
    private static final String NONE = "";
    private static final Workloads BUILT_IN = Workloads.builtIn();
    private static final int RECENT_VERSIONS = 16;
    private static final String EXAMPLES = "examples";

    private final DocumentStore store;
    private final @Nullable String configured;
    private final String configuredVersion;
    private final Recent<String, Workloads> versions = new Recent<>(RECENT_VERSIONS, this::load);

    private WorkloadLibrary(DocumentStore store, @Nullable String configured) {
        this.store = store;
        this.configured = configured;
        this.configuredVersion = configured == null ? NONE : digest(configured);
    }

    /** Without a configured document. */
    public static WorkloadLibrary of(DocumentStore store) {
        return new WorkloadLibrary(store, null);
    }

    /**
     * With a configured document.
     *
     * @param file its path; {@code examples} for the ones that come with Attune
     * @throws DocumentException where it cannot be used
     */
    public static WorkloadLibrary of(DocumentStore store, String file) {
        return new WorkloadLibrary(
                store, file.equals(EXAMPLES) ? resource("examples.yaml") : WorkloadFile.read(Path.of(file)));
    }

    @Override
    public String current() {
        var stamp = store.newest();
        if (stamp.isPresent() && stamp.get().source() == Source.PUT) {
            return stamp.get().version();
        }
        if (configured != null && !store.holds(configuredVersion)) {
            store.keep(new Stamp(configuredVersion, Source.FILE), configured);
        }
        return configuredVersion;
    }

    @Override
    public Workloads version(String version) {
        return version.equals(NONE) ? BUILT_IN : versions.of(version);
    }

    /** A text that was kept was read once, and so can be read again. */
    private Workloads load(String version) {
        return store.find(version)
                .map(text -> BUILT_IN.after(WorkloadReader.read(text)))
                .orElse(BUILT_IN);
    }

    @Override
    public Listing show() {
        var version = current();
        var builtIn = BUILT_IN.names();
        var names = version(version).names();
        var own = names.subList(0, names.size() - builtIn.size());
        return new Listing(
                version,
                source(version),
                own,
                builtIn,
                version.equals(NONE) ? null : store.find(version).orElse(null));
    }

    private String source(String version) {
        if (version.equals(NONE)) {
            return "none";
        }
        return store.newest().filter(stamp -> stamp.source() == Source.PUT).isPresent() ? "put" : "file";
    }

    @Override
    public Listing replace(String document) {
        WorkloadReader.read(document);
        store.keep(new Stamp(digest(document), Source.PUT), document);
        return show();
    }

    @Override
    public void reset() {
        store.keep(new Stamp(NONE, Source.RESET), "");
    }

    @Override
    public String schema() {
        return resource("workloads.schema.json");
    }

    @Override
    public String examples() {
        return resource("examples.yaml");
    }

    private static String digest(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(WorkloadLibrary.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
