package dev.attune;

import dev.attune.document.DocumentException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two lines why {@code attune.workloads} stopped the start. */
final class WorkloadFailure extends AbstractFailureAnalyzer<DocumentException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, DocumentException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Correct what attune.workloads names. docs/WORKLOADS.md describes the format.",
                cause);
    }
}
