/**
 * AWS's actions, one class an operation, each with its request and response records. What both vintages share is here: ARNs, identity, the
 * reading of ranges, numbers as AWS writes them. Names are AWS's, letter for letter; a record's component is a member whose first letter is
 * a capital on the wire.
 */
@NullMarked
package dev.attune.api;

import org.jspecify.annotations.NullMarked;
