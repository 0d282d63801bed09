package dev.attune.tuning;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What a client can do with tags: add, list and remove them. */
public final class Tags {
    // AWS: of any resource.
    private static final int MOST = 50;

    private final List<TagStore> stores;

    public Tags(List<TagStore> stores) {
        this.stores = List.copyOf(stores);
    }

    /**
     * The tags of a resource, in the order in which they were first given.
     *
     * @throws TuningException INVALID where it is not there
     */
    public List<Tag> list(Tagged resource) {
        return find(resource, store -> store.tags(resource.scope(), resource.name()));
    }

    /**
     * Adds tags, or gives new values to those whose keys are there.
     *
     * @return all tags of the resource
     * @throws TuningException INVALID where it is not there or would have too many
     */
    public List<Tag> add(Tagged resource, List<Tag> more) {
        return change(resource, tags -> merged(tags, more));
    }

    /**
     * Removes the tags of these keys, as far as they are there.
     *
     * @throws TuningException INVALID where the resource is not there
     */
    public void remove(Tagged resource, Collection<String> keys) {
        change(
                resource,
                tags -> tags.stream().filter(tag -> !keys.contains(tag.key())).toList());
    }

    private List<Tag> change(Tagged resource, UnaryOperator<List<Tag>> change) {
        return find(resource, store -> store.change(resource.scope(), resource.name(), change));
    }

    // AWS: the text is that of an unknown training job; ListTags of what is gone is a ValidationException, too.
    private List<Tag> find(Tagged resource, Function<TagStore, Optional<List<Tag>>> question) {
        return stores.stream()
                .filter(store -> store.kind() == resource.kind())
                .flatMap(store -> question.apply(store).stream())
                .findFirst()
                .orElseThrow(() -> new TuningException(TuningError.INVALID, "Requested resource not found."));
    }

    private static List<Tag> merged(List<Tag> tags, List<Tag> more) {
        var byKey = new LinkedHashMap<String, Tag>();
        tags.forEach(tag -> byKey.put(tag.key(), tag));
        more.forEach(tag -> byKey.put(tag.key(), tag));
        if (byKey.size() > MOST && byKey.size() > tags.size()) {
            throw new TuningException(
                    TuningError.INVALID,
                    "The resource would have [" + byKey.size() + "] tags. It can have at most " + MOST + ".");
        }
        return List.copyOf(byKey.values());
    }
}
