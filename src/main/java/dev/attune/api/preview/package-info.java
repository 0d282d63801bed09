/**
 * The preview service of 2017 ({@code sagemakerhpo}, API version 2017-11-08): CreateTuningJob, DescribeTuningJob,
 * ListTrainingJobsForTuningJob and StopTuningJob, and ListTuningJobs, which the preview did not have.
 */
@NullMarked
package dev.attune.api.preview;

import org.jspecify.annotations.NullMarked;
