package dev.attune.wire;

import java.util.List;

/** The refusal of a request that breaks constraints of its members. */
final class BrokenConstraintsException extends ServiceException {
    private static final long serialVersionUID = 1;

    private final transient List<String> violations;

    BrokenConstraintsException(String code, String message, List<String> violations) {
        super(code, 400, message);
        this.violations = List.copyOf(violations);
    }

    /** A sentence for each; not all where there are very many. */
    List<String> violations() {
        return violations;
    }
}
