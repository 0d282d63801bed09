package dev.attune.api;

import dev.attune.tuning.Scope;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import dev.attune.wire.PageTokens;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens of one listing: they name the last item of a page, and are good for the same operation, caller and filters only. */
public final class Pages {
    private final PageTokens tokens;
    private final PageTokens.Scope scope;

    /**
     * The tokens of a listing.
     *
     * @param filters whatever decides which items are listed, and in which order
     */
    public Pages(PageTokens tokens, String operation, Scope caller, List<String> filters) {
        this.tokens = tokens;
        this.scope = new PageTokens.Scope(operation, caller.account(), caller.region(), filters);
    }

    /**
     * Where the page before ended; empty for the first page.
     *
     * @throws TuningException INVALID for a token that is not of this listing
     */
    public Optional<String> position(@Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        return Optional.of(tokens.open(token, scope)
                .orElseThrow(() -> new TuningException(
                        TuningError.INVALID,
                        "The NextToken is not valid for this request. Maybe it belongs to other filters.")));
    }

    /** The token of a page that ended at this position. */
    public String token(String position) {
        return tokens.seal(position, scope);
    }
}
