package dev.attune.store;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Rows of training reports. */
interface TrainingReportRepository extends JpaRepository<TrainingReportEntity, TrialId> {
    @Query(
            "select report from TrainingReportEntity report where report.id.tuningJobId = :jobId and report.id.number in :numbers")
    List<TrainingReportEntity> ofJob(long jobId, Collection<Integer> numbers);
}
