package dev.attune.api.ga;

import dev.attune.api.ActedOn;
import dev.attune.api.TagRules;
import dev.attune.tuning.Tags;
import dev.attune.wire.Caller;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** AWS's DeleteTags; keys that are not there are ignored, and the answer is an empty object. */
@Component
final class DeleteTags extends GaOperation<DeleteTags.Request, DeleteTags.Response> {
    private final Tags tags;

    DeleteTags(Tags tags) {
        this.tags = tags;
    }

    /** AWS's DeleteTagsInput. */
    @ActedOn
    record Request(
            @NotNull @Pattern(regexp = Names.RESOURCE_ARN) @Size(max = 256) String resourceArn,

            @NotNull @Size(min = 1, max = 50) List<@Pattern(regexp = Names.TAG) @Size(min = 1, max = 128) String> tagKeys) {}

    /** AWS's DeleteTagsOutput. */
    record Response() {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    Response answer(Request request, Caller caller) {
        var keys = TagRules.checkedKeys(request.tagKeys());
        tags.remove(TaggedArn.read(request.resourceArn(), caller), Set.copyOf(keys));
        return new Response();
    }
}
