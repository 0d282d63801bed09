/**
 * Documents that people write, in YAML or JSON, read with a place and a line for everything that is wrong in them. They may come from a
 * stranger: YAML is composed into nodes, never into objects, and everything has a limit. Read {@link dev.attune.document.Field} first.
 */
@NullMarked
package dev.attune.document;

import org.jspecify.annotations.NullMarked;
