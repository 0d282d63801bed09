package dev.attune.tuning;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps the tags of one kind of thing that a client can tag. Each method is one transaction, durable when it returns. Several stores may be of
 * one {@link Tagged.Kind}, since a name belongs to one of them only.
 */
public interface TagStore {
    Tagged.Kind kind();

    /** The tags of a thing, in the order in which they were first given; empty where there is no thing of this name. */
    Optional<List<Tag>> tags(Scope scope, String name);

    /**
     * Changes the tags of a thing; nothing else changes them meanwhile.
     *
     * @param change from the tags as they are to those that they become; what it throws passes through, and nothing is changed
     * @return the tags as they became; empty where there is no thing of this name
     */
    Optional<List<Tag>> change(Scope scope, String name, UnaryOperator<List<Tag>> change);
}
