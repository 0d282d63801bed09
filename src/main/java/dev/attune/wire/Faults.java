package dev.attune.wire;

/** Decides which requests are disturbed. For any thread. */
@FunctionalInterface
public interface Faults {
    /** Asked once for every request that names an operation, before anything of it is looked at. */
    Fault next(String operation);
}
