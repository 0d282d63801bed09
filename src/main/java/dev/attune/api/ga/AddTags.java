package dev.attune.api.ga;

import dev.attune.api.ActedOn;
import dev.attune.tuning.Tags;
import dev.attune.wire.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.stereotype.Component;

/** AWS's AddTags: adds tags or overwrites their values, and answers all tags of the resource. */
@Component
final class AddTags extends GaOperation<AddTags.Request, AddTags.Response> {
    private final Tags tags;

    AddTags(Tags tags) {
        this.tags = tags;
    }

    /** AWS's AddTagsInput. */
    @ActedOn
    record Request(
            @NotNull @Pattern(regexp = Names.RESOURCE_ARN) @Size(max = 256) String resourceArn,

            @NotNull @Size(max = 50) List<@Valid TagShape> tags) {}

    /** AWS's AddTagsOutput. */
    record Response(List<TagShape> tags) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    Response answer(Request request, Caller caller) {
        var more = Definitions.readTags(request.tags());
        return new Response(TagShape.of(tags.add(TaggedArn.read(request.resourceArn(), caller), more)));
    }
}
