/**
 * What of AWS's CloudWatch Logs shows training logs: two operations over one log group, read only. Read
 * {@link dev.attune.api.logs.LogStreams} first.
 */
@NullMarked
package dev.attune.api.logs;

import org.jspecify.annotations.NullMarked;
