package dev.attune.tuning;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs a caller sees: those of one account in a region, or those of all its accounts where the caller does not say which is his.
 *
 * @param account null for all
 */
public record Reach(@Nullable String account, String region) {
    /** The account of no job. */
    private static final String NOBODY = "";

    /** The jobs of a scope. */
    public static Reach of(Scope scope) {
        return new Reach(scope.account(), scope.region());
    }

    public boolean covers(Scope scope) {
        return scope.region().equals(region)
                && (account == null || scope.account().equals(account));
    }

    /** The scope of the first of the jobs that is within reach: that of the account where it is known, without a look at them. */
    Scope first(Supplier<List<JobKey>> jobs) {
        if (account != null) {
            return new Scope(account, region);
        }
        return jobs.get().stream()
                .map(JobKey::scope)
                .filter(this::covers)
                .findFirst()
                .orElse(new Scope(NOBODY, region));
    }
}
