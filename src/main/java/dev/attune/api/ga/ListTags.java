package dev.attune.api.ga;

import dev.attune.api.ActedOn;
import dev.attune.api.Pages;
import dev.attune.tuning.Tagged;
import dev.attune.tuning.Tags;
import dev.attune.wire.Caller;
import dev.attune.wire.PageTokens;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** AWS's ListTags. */
@Component
final class ListTags extends GaOperation<ListTags.Request, ListTags.Response> {
    // AWS: MaxResults is at least 50 and an answer holds at most 50.
    private static final int PAGE = 50;

    private final Tags tags;
    private final PageTokens tokens;

    ListTags(Tags tags, PageTokens tokens) {
        this.tags = tags;
        this.tokens = tokens;
    }

    /** AWS's ListTagsInput. */
    @ActedOn
    record Request(
            @NotNull @Pattern(regexp = Names.RESOURCE_ARN) @Size(max = 256) String resourceArn,

            @Pattern(regexp = Names.ANY) @Size(max = 8192) @Nullable String nextToken,

            @Min(50) @Nullable Integer maxResults) {}

    /** AWS's ListTagsOutput. */
    record Response(List<TagShape> tags, @Nullable String nextToken) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    Response answer(Request request, Caller caller) {
        var resource = TaggedArn.read(request.resourceArn(), caller);
        var pages = pages(resource);
        var listed = pages.position(request.nextToken()).map(Integer::valueOf).orElse(0);
        var all = tags.list(resource);
        var rest = all.subList(Math.min(listed, all.size()), all.size());
        var page = pages.next(rest, PAGE, last -> Integer.toString(listed + PAGE));
        return new Response(TagShape.of(page.items()), page.nextToken());
    }

    private Pages pages(Tagged resource) {
        return new Pages(
                tokens,
                name(),
                resource.scope(),
                resource.kind(),
                resource.name().toLowerCase(Locale.ROOT));
    }
}
