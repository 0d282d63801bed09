package dev.attune.store;

import dev.attune.tuning.Tag;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Rows of tags of training jobs. */
interface TrainingJobTagRepository extends JpaRepository<TrainingJobTagEntity, TrainingJobTagEntity.TagId> {
    @Query("select tag from TrainingJobTagEntity tag where tag.id.trainingJobId = :jobId order by tag.position")
    List<TrainingJobTagEntity> ofJob(long jobId);

    @Modifying(clearAutomatically = true)
    @Query("delete from TrainingJobTagEntity tag where tag.id.trainingJobId = :jobId")
    void clear(long jobId);

    /** The tags of a training job, in their order. */
    default List<Tag> tags(long jobId) {
        return ofJob(jobId).stream()
                .map(tag -> new Tag(tag.id.key(), tag.value))
                .toList();
    }

    /** New rows for tags in this order. */
    static List<TrainingJobTagEntity> rows(long jobId, List<Tag> tags) {
        var rows = new ArrayList<TrainingJobTagEntity>();
        for (var tag : tags) {
            var row = new TrainingJobTagEntity();
            row.id = new TrainingJobTagEntity.TagId(jobId, tag.key());
            row.position = rows.size();
            row.value = tag.value();
            rows.add(row);
        }
        return rows;
    }
}
