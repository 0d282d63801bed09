package dev.attune.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents that say how simulated training behaves, for whoever wants to look or to change them. For any thread. */
public interface WorkloadDocuments {
    /** What is in force. */
    Listing show();

    /**
     * Puts a document in the place of what is in force, for the tuning jobs that are created from now on.
     *
     * @throws IllegalArgumentException with place, line and reason, where anything in it is wrong: then nothing changes
     */
    Listing replace(String document);

    /** Puts the configured document, or none, in force again. */
    void reset();

    /** The JSON Schema of a document. */
    String schema();

    /** A document with examples. */
    String examples();

    /**
     * What is in force.
     *
     * @param version a digest of the document; empty where there is none
     * @param source {@code put}, {@code file} or {@code none}
     * @param workloads names, in the order in which they are tried
     * @param builtIn names of those that are tried after them
     */
    record Listing(
            String version,
            String source,
            List<String> workloads,
            List<String> builtIn,
            @Nullable String document) {
        public Listing {
            workloads = List.copyOf(workloads);
            builtIn = List.copyOf(builtIn);
        }
    }
}
