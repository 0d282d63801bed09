/**
 * What goes on between clients and the AWS operations, whatever the operations are: API faults, by which a tester disturbs requests, and the
 * journal of the requests that came. Read {@link dev.attune.traffic.ApiFaults} first. docs/FAULTS.md describes the document.
 */
@NullMarked
package dev.attune.traffic;

import org.jspecify.annotations.NullMarked;
