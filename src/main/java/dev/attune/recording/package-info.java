/**
 * Makes tables of trials of what was seen of real tuning jobs, for workload documents to replay. Read
 * {@link dev.attune.recording.RecordCommand} first.
 */
@NullMarked
package dev.attune.recording;

import org.jspecify.annotations.NullMarked;
