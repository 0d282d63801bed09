package dev.attune.store;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Rows of tags of training jobs. */
interface TrainingJobTagRepository extends JpaRepository<TrainingJobTagEntity, TrainingJobTagEntity.TagId> {
    @Query("select tag from TrainingJobTagEntity tag where tag.id.trainingJobId = :jobId order by tag.position")
    List<TrainingJobTagEntity> ofJob(long jobId);
}
