/**
 * What Search looks for and in which order it shows it: conditions on records, which here are maps of their members, as their JSON has them:
 * maps, lists, text, numbers and truth values. It knows no tuning word. Read {@link dev.attune.api.ga.query.Condition} first.
 */
@NullMarked
package dev.attune.api.ga.query;

import org.jspecify.annotations.NullMarked;
