package dev.attune.store;

import dev.attune.tuning.TuningStatus;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Rows of tuning jobs. */
interface TuningJobRepository extends JpaRepository<TuningJobEntity, Long> {
    Optional<TuningJobEntity> findByAccountAndRegionAndNameKey(String account, String region, String nameKey);

    /** The same, locked until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<TuningJobEntity> findLockedByAccountAndRegionAndNameKey(String account, String region, String nameKey);

    List<TuningJobEntity> findByAccountAndRegionAndStatusIn(String account, String region, List<TuningStatus> statuses);

    List<TuningJobEntity> findByStatusIn(List<TuningStatus> statuses);

    List<TuningJobEntity> findByNameKeyOrderByIdDesc(String nameKey);

    @Query("""
            select job.status from TuningJobEntity job
            where job.account = :account and job.region = :region and job.nameKey = :nameKey
            """)
    Optional<TuningStatus> status(String account, String region, String nameKey);

    /** Writes what a step changes, where the row still has the version; the number of rows written, 0 or 1. */
    @Modifying(clearAutomatically = true)
    @Query("""
            update TuningJobEntity job set job.status = :status, job.ending = :ending, job.endingReason = :reason,
                job.updatedAt = :updatedAt, job.endedAt = :endedAt, job.origin = :origin,
                job.version = :version + 1
            where job.account = :account and job.region = :region and job.nameKey = :nameKey and job.version = :version
            """)
    int step(
            String account,
            String region,
            String nameKey,
            long version,
            TuningStatus status,
            @Nullable TuningStatus ending,
            @Nullable String reason,
            Instant updatedAt,
            @Nullable Instant endedAt,
            long origin);

    /** Deletes the row where it still has the version; the number of rows deleted, 0 or 1. */
    @Modifying(clearAutomatically = true)
    @Query("""
            delete from TuningJobEntity job
            where job.account = :account and job.region = :region and job.nameKey = :nameKey and job.version = :version
            """)
    int forget(String account, String region, String nameKey, long version);
}
