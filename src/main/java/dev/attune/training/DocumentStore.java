package dev.attune.training;

import java.util.Optional;

/** Keeps workload documents, for all nodes and over restarts. A document is known by its version for as long as a job needs it. */
public interface DocumentStore {
    /** What was last put or reset, without the text; empty where nothing ever was. */
    Optional<Stamp> newest();

    /** Whether it has the text of a version. */
    boolean holds(String version);

    /** The text of a version. */
    Optional<String> find(String version);

    /** Keeps a document; it is then the newest, unless it is a file's. */
    void keep(Stamp stamp, String document);

    /** Which document, and where it came from. */
    record Stamp(String version, Source source) {}

    /** Where a document came from. */
    enum Source {
        /** The configuration. */
        FILE,
        /** A client. */
        PUT,
        /** Nowhere: what was put before is no longer in force. */
        RESET
    }
}
