package dev.attune.api.ga;

import dev.attune.tuning.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** AWS's Tag. */
record TagShape(
        @NotNull @Pattern(regexp = Names.TAG) @Size(min = 1, max = 128) String key,

        @NotNull @Pattern(regexp = Names.TAG) @Size(max = 256) String value) {

    static List<TagShape> of(List<Tag> tags) {
        return tags.stream().map(tag -> new TagShape(tag.key(), tag.value())).toList();
    }
}
