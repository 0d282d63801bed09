package dev.attune.training.simulation.document;

import dev.attune.training.DocumentStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@link DocumentStore} without a database. */
public final class MemoryDocumentStore implements DocumentStore {
    private final Map<String, String> texts = new HashMap<>();
    private @Nullable Stamp newest;

    @Override
    public Optional<Stamp> newest() {
        return Optional.ofNullable(newest);
    }

    @Override
    public boolean holds(String version) {
        return texts.containsKey(version);
    }

    @Override
    public Optional<String> find(String version) {
        return Optional.ofNullable(texts.get(version));
    }

    @Override
    public void keep(Stamp stamp, String document) {
        texts.put(stamp.version(), document);
        newest = stamp.source() == Source.FILE ? newest : stamp;
    }
}
