package dev.attune;

import dev.attune.document.DocumentException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two lines why a document that a setting names stopped the start. */
final class DocumentFailure extends AbstractFailureAnalyzer<DocumentException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, DocumentException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Correct what attune.workloads or attune.faults names. docs/WORKLOADS.md and docs/FAULTS.md describe the"
                        + " formats.",
                cause);
    }
}
