package dev.attune.api;

import dev.attune.tuning.Reach;
import dev.attune.tuning.Scope;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import dev.attune.wire.PageTokens;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tokens of one listing: they name the last item of a page, and are good for the same operation, caller and filters only. */
public final class Pages {
    private final PageTokens tokens;
    private final PageTokens.Scope scope;

    /**
     * The tokens of a listing.
     *
     * @param filters whatever decides which items are listed, and in which order; null for a filter that the request leaves out
     */
    public Pages(PageTokens tokens, String operation, Reach caller, @Nullable Object... filters) {
        this.tokens = tokens;
        var words = Arrays.stream(filters).map(String::valueOf).toList();
        scope = new PageTokens.Scope(operation, account(caller), caller.region(), words);
    }

    /** The tokens of a listing of something in a scope. */
    public Pages(PageTokens tokens, String operation, Scope caller, @Nullable Object... filters) {
        this(tokens, operation, Reach.of(caller), filters);
    }

    private static String account(Reach caller) {
        return caller.account() == null ? "" : caller.account();
    }

    /** Some items of a listing, and the token of those after them; null where there are none. */
    public record Page<T>(List<T> items, @Nullable String nextToken) {}

    /**
     * The next page.
     *
     * @param rest the items that are still to be listed: all of them, or at least one more than the page takes
     * @param position what a token must remember of the last item
     */
    public <T> Page<T> next(List<T> rest, int size, Function<T, String> position) {
        if (rest.size() <= size) {
            return new Page<>(rest, null);
        }
        return new Page<>(rest.subList(0, size), tokens.seal(position.apply(rest.get(size - 1)), scope));
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
}
