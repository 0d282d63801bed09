package dev.attune.search.optim;

/** When a search has to come to its end and give the best that it has. */
@FunctionalInterface
public interface Deadline {
    /** Never passes: the result depends on the arguments alone. */
    Deadline NEVER = () -> false;

    /** Once true, always true. */
    boolean passed();
}
