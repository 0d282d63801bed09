package dev.attune.tuning;

import java.util.List;

/**
 * Which earlier tuning jobs a new one learns from, and what they have in common with it.
 *
 * @param parents their names, as the client wrote them
 */
public record WarmStart(Kind kind, List<String> parents) {
    public WarmStart {
        parents = List.copyOf(parents);
    }

    /** What a tuning job has in common with its parents. */
    public enum Kind {
        /** Data and algorithm: a value that a parent measured is one of the child's own objective. */
        IDENTICAL_DATA_AND_ALGORITHM,
        /** The hyperparameters only: what was good for a parent may be good for the child. */
        TRANSFER_LEARNING;

        /** As AWS writes it: {@code TransferLearning}. */
        public String word() {
            return switch (this) {
                case IDENTICAL_DATA_AND_ALGORITHM -> "IdenticalDataAndAlgorithm";
                case TRANSFER_LEARNING -> "TransferLearning";
            };
        }
    }
}
