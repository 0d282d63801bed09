package dev.attune.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** The key of a trial: its tuning job's row, and its number. */
@Embeddable
record TrialId(@Column(name = "tuning_job_id") long tuningJobId, int number) implements Serializable {}
