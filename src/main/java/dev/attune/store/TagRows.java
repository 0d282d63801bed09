package dev.attune.store;

import dev.attune.tuning.JobTags;
import dev.attune.tuning.Tag;
import dev.attune.tuning.TagHistory;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads and writes the tags of tuning jobs and their trials, in the transaction of its caller. */
final class TagRows {
    private final EntityManager entities;
    private final Json json = new Json();

    TagRows(EntityManager entities) {
        this.entities = entities;
    }

    /** All there is to know of a tuning job's tags. */
    TagHistory history(long jobId) {
        var sets = new TreeMap<Integer, JobTags>();
        entities.createQuery("select row from TagSetEntity row where row.id.tuningJobId = :id", TagSetEntity.class)
                .setParameter("id", jobId)
                .getResultList()
                .forEach(row -> sets.put(row.id.launched(), json.read(row.tags, JobTags.class)));
        var changed = entities
                .createQuery(
                        "select row from TrialTagsEntity row where row.id.tuningJobId = :id", TrialTagsEntity.class)
                .setParameter("id", jobId)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> row.id.number(), row -> List.of(json.read(row.tags, Tag[].class))));
        return new TagHistory(sets, changed);
    }

    /** Gives a tuning job other tags from now on: those for which no trial was launched are replaced. */
    void write(long jobId, JobTags tags) {
        var row = new TagSetEntity();
        row.id = new TagSetEntity.TagSetId(jobId, launched(jobId));
        row.tags = json.write(tags);
        entities.merge(row);
    }

    private int launched(long jobId) {
        return entities.createQuery(
                        "select coalesce(max(trial.id.number), 0) from TrialEntity trial"
                                + " where trial.id.tuningJobId = :id",
                        Integer.class)
                .setParameter("id", jobId)
                .getSingleResult();
    }

    /** Gives a trial's training job tags of its own. */
    void write(TrialId trial, List<Tag> tags) {
        var row = new TrialTagsEntity();
        row.id = trial;
        row.tags = json.write(tags);
        entities.merge(row);
    }
}
