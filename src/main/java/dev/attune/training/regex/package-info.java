/**
 * Regular expressions from strangers: bounded in compile time, match time and memory. Read {@link dev.attune.training.regex.SafeRegex}
 * first. {@link dev.attune.training.regex.Example} is the way back, a short text that an expression matches.
 *
 * <p>RE2/J matches in linear time but multiplies counted repetition out; java.util.regex understands more but may run for ever. So an
 * expression is parsed here first ({@code Expression}), measured, and handed to whichever engine is safe for it.
 */
@NullMarked
package dev.attune.training.regex;

import org.jspecify.annotations.NullMarked;
