package dev.attune.api.ga;

import dev.attune.api.ga.query.Property;
import dev.attune.tuning.JobKey;
import dev.attune.tuning.Reach;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Where Search finds the records of a resource, or some of them: several may be of one resource. */
interface Searched {
    /** AWS's word for the resource. */
    String resource();

    /** The members that a record can have, and those that only a search has. */
    Set<String> members();

    /** Gives all records within reach to a consumer, one after the other, in no order, and holds few at a time. */
    void each(Reach reach, Wanted wanted, Consumer<Candidate> consumer);

    /**
     * What a search needs to know of the records.
     *
     * @param properties those that a candidate must have, if the record has them
     * @param required texts that a property must be equal to; a record in which it is not may be left out
     */
    record Wanted(Set<Property> properties, Map<String, String> required) {}

    /**
     * A record that may be found.
     *
     * @param id unique within reach, without spaces
     * @param document its members, with the metrics' values as the map Metrics and its tags as the map Tags
     * @param record the whole of it, made when it is asked for
     */
    record Candidate(String id, Map<String, Object> document, Supplier<SearchRecord> record) {
        Candidate(JobKey key, Map<String, Object> document, Supplier<SearchRecord> record) {
            this(key.name() + "/" + key.scope().account(), document, record);
        }
    }
}
