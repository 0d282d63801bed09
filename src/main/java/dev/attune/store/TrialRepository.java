package dev.attune.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Rows of trials. */
interface TrialRepository extends JpaRepository<TrialEntity, TrialId> {
    @Query("select trial from TrialEntity trial where trial.id.tuningJobId = :jobId order by trial.id.number")
    List<TrialEntity> ofJob(long jobId);

    @Query("select trial from TrialEntity trial where trial.id.tuningJobId = :jobId and trial.id.number in :numbers")
    List<TrialEntity> ofJob(long jobId, Collection<Integer> numbers);

    @Query("select trial from TrialEntity trial where trial.id.tuningJobId = :jobId and trial.nameKey = :nameKey")
    Optional<TrialEntity> named(long jobId, String nameKey);

    @Query("""
            select job from TuningJobEntity job, TrialEntity trial where trial.id.tuningJobId = job.id
                and trial.nameKey = :nameKey and job.region = :region order by job.id
            """)
    List<TuningJobEntity> launchers(String region, String nameKey);

    @Query("""
            select job from TuningJobEntity job, TrialEntity trial where trial.id.tuningJobId = job.id
                and trial.nameKey = :nameKey order by job.id
            """)
    List<TuningJobEntity> launchers(String nameKey);

    @Query("""
            select trial.id from TuningJobEntity job, TrialEntity trial where trial.id.tuningJobId = job.id
                and trial.nameKey = :nameKey and job.account = :account and job.region = :region
            """)
    Optional<TrialId> idOf(String account, String region, String nameKey);
}
