package dev.attune.tuning;

import java.util.List;
import java.util.OptionalLong;

/**
 * The events of all jobs in one order, which is that in which they were kept: an event is kept in the transaction of the change that it tells
 * of, at a position one after the last. The newest few thousand are there.
 */
public interface EventLog {
    /**
     * The events after a position, oldest first.
     *
     * @param position 0 for the oldest that is there
     */
    List<Entry> after(long position, int limit);

    /** The position of the newest event that there ever was; 0 before the first. */
    long last();

    /** The position of an event that is there. */
    OptionalLong positionOf(String id);

    /** An event at its position, from 1. */
    record Entry(long position, Event event) {}
}
