package dev.attune.api;

import dev.attune.tuning.Scope;
import dev.attune.wire.Caller;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose request it is, from what a request says of itself; nothing is verified. */
public final class Identity {
    /** The account of a caller who names none. */
    public static final String DEFAULT_ACCOUNT = "000000000000";

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    private Identity() {}

    /**
     * The scope of a request.
     *
     * @param named the account that the request names in its body, if it does; the access key's account goes before it
     */
    public static Scope scope(Caller caller, @Nullable String named) {
        if (caller.account() != null) {
            return new Scope(caller.account(), caller.region());
        }
        var account = named != null && ACCOUNT.matcher(named).matches() ? named : DEFAULT_ACCOUNT;
        return new Scope(account, caller.region());
    }
}
