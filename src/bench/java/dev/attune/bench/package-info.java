/**
 * The optimiser's benchmark, Java side: {@link dev.attune.bench.AskTell} lets any program ask the searchers of {@code dev.attune.search} and
 * tell them what came out, in lines of JSON. Built by the Maven profile {@code bench} alone.
 */
@NullMarked
package dev.attune.bench;

import org.jspecify.annotations.NullMarked;
