package dev.attune.store;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Rows of tags. */
interface TagRepository extends JpaRepository<TagEntity, TagEntity.TagId> {
    @Query("select tag from TagEntity tag where tag.id.tuningJobId = :jobId order by tag.position")
    List<TagEntity> ofJob(long jobId);
}
