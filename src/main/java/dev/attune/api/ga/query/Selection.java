package dev.attune.api.ga.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The first few, in an order, of any number of records that come in any order; it holds no more of them. For one thread.
 *
 * @param <T> what is kept of a record
 */
public final class Selection<T> {
    private final TreeMap<Rank, T> first;
    private final @Nullable Rank after;
    private final int size;
    private long count;

    /**
     * Begins with nothing.
     *
     * @param after the last record of the page before; null for the first page
     * @param size how many to keep
     */
    public Selection(boolean descending, @Nullable Rank after, int size) {
        this.first = new TreeMap<>(Rank.order(descending));
        this.after = after;
        this.size = size;
    }

    /** Counts a record, and keeps it if it is among the first. */
    public void offer(Rank rank, T record) {
        count++;
        if (after != null && first.comparator().compare(rank, after) <= 0) {
            return;
        }
        first.put(rank, record);
        if (first.size() > size) {
            first.pollLastEntry();
        }
    }

    /** The records that were kept, in their order. */
    public List<Map.Entry<Rank, T>> first() {
        return List.copyOf(first.entrySet());
    }

    /** How many records were offered. */
    public long count() {
        return count;
    }
}
