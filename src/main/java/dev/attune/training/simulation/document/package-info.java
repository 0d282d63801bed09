/**
 * Workloads as documents: reads YAML or JSON, which may come from a stranger, into {@link dev.attune.training.simulation.Workloads}. Read
 * {@link dev.attune.training.simulation.document.WorkloadLibrary} first, then {@code WorkloadReader}. docs/WORKLOADS.md describes the format.
 *
 * <p>Nothing in a document can run code, reach a file or take long: YAML is composed into nodes, never into objects; formulas are parsed by
 * EvalEx and compiled here into arithmetic on doubles, of a few hundred operations at the most; regular expressions are
 * {@link dev.attune.training.regex.SafeRegex}; every list has a limit.
 */
@NullMarked
package dev.attune.training.simulation.document;

import org.jspecify.annotations.NullMarked;
