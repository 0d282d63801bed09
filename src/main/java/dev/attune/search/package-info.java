/**
 * The optimiser: which configuration to try next, given what was tried. Plain Java; ask it from any program. Read {@link
 * dev.attune.search.Searcher} first.
 *
 * <p>A configuration is text, as a training container receives it; {@link dev.attune.search.SearchSpace} carries it to the unit
 * cube, where all mathematics happens, and back.
 */
@NullMarked
package dev.attune.search;

import org.jspecify.annotations.NullMarked;
