package dev.attune.api;

import dev.attune.tuning.Reach;
import dev.attune.tuning.Scope;
import dev.attune.wire.Caller;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose request it is, from what a request says of itself; nothing is verified. */
public final class Identity {
    /** The account of what was created by a caller who named none. */
    private static final String DEFAULT_ACCOUNT = "000000000000";

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::([0-9]{12}):.*");

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

    /**
     * The scope of a request to create something that works under a role.
     *
     * @param role its ARN, whose account it is where the access key names none
     */
    // AWS: the role of a job is always of the job's own account.
    public static Scope scopeOfRole(Caller caller, @Nullable String role) {
        var parts = ROLE.matcher(role == null ? "" : role);
        return scope(caller, parts.matches() ? parts.group(1) : null);
    }

    /** What a request that names no account can see: the access key's account, or the whole region where the key names none. */
    public static Reach reach(Caller caller) {
        return new Reach(caller.account(), caller.region());
    }
}
