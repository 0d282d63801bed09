package dev.attune.store;

import org.springframework.data.jpa.repository.JpaRepository;

/** Rows of training reports. */
interface TrainingReportRepository extends JpaRepository<TrainingReportEntity, TrialId> {}
