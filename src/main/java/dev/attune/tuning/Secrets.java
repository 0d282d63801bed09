package dev.attune.tuning;

/** What only this installation knows: made once, kept over restarts, the same on all nodes. */
public interface Secrets {
    /** The key that page tokens are signed with; 32 bytes. */
    byte[] tokenKey();
}
