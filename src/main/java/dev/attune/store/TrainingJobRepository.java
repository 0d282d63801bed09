package dev.attune.store;

import dev.attune.training.TrainingStatus;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Rows of training jobs. */
interface TrainingJobRepository extends JpaRepository<TrainingJobEntity, Long> {
    Optional<TrainingJobEntity> findByAccountAndRegionAndNameKey(String account, String region, String nameKey);

    /** The same, locked until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<TrainingJobEntity> findLockedByAccountAndRegionAndNameKey(String account, String region, String nameKey);

    List<TrainingJobEntity> findByStatusIn(List<TrainingStatus> statuses);

    List<TrainingJobEntity> findByNameKeyOrderByIdDesc(String nameKey);

    /** Writes what a step changes, where the row still has the version; the number of rows written, 0 or 1. */
    @Modifying(clearAutomatically = true)
    @Query("""
            update TrainingJobEntity job set job.stopRequestedAt = :stopRequestedAt, job.status = :status,
                job.updatedAt = :updatedAt, job.endedAt = :endedAt, job.nextChange = :nextChange,
                job.origin = :origin, job.report = :report, job.version = :version + 1
            where job.account = :account and job.region = :region and job.nameKey = :nameKey and job.version = :version
            """)
    int step(
            String account,
            String region,
            String nameKey,
            long version,
            @Nullable Instant stopRequestedAt,
            TrainingStatus status,
            Instant updatedAt,
            @Nullable Instant endedAt,
            @Nullable Instant nextChange,
            long origin,
            @Nullable String report);

    /** Deletes the row where it still has the version; the number of rows deleted, 0 or 1. */
    @Modifying(clearAutomatically = true)
    @Query("""
            delete from TrainingJobEntity job
            where job.account = :account and job.region = :region and job.nameKey = :nameKey and job.version = :version
            """)
    int forget(String account, String region, String nameKey, long version);
}
