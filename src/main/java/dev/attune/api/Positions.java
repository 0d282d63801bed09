package dev.attune.api;

import dev.attune.tuning.JobQuery;
import dev.attune.tuning.TrialQuery;
import org.jspecify.annotations.Nullable;

/** Orders of listings and positions in them, as words of a request and text of a page token. */
public final class Positions {
    private Positions() {}

    /** The order that a SortBy, checked to be one, asks for; by name where there is none. */
    public static JobQuery.Sort jobSort(@Nullable String sortBy) {
        return "CreationTime".equals(sortBy)
                ? JobQuery.Sort.CREATION_TIME
                : "Status".equals(sortBy) ? JobQuery.Sort.STATUS : JobQuery.Sort.NAME;
    }

    /** The same of training jobs, whose names and times of creation are in the order of their numbers. */
    public static TrialQuery.Sort trialSort(@Nullable String sortBy) {
        return "FinalObjectiveMetricValue".equals(sortBy)
                ? TrialQuery.Sort.OBJECTIVE
                : "Status".equals(sortBy) ? TrialQuery.Sort.STATUS : TrialQuery.Sort.NUMBER;
    }

    public static String text(JobQuery.Position position) {
        return position.name() + " " + position.account() + " " + position.key();
    }

    public static String text(TrialQuery.Position position) {
        return position.number() + " " + (position.key() == null ? "" : position.key());
    }

    /** The position that {@link #text} was made of. */
    public static JobQuery.Position job(String text) {
        var parts = text.split(" ", 3);
        return new JobQuery.Position(parts[2], parts[0], parts[1]);
    }

    /** The position that {@link #text} was made of. */
    public static TrialQuery.Position trial(String text) {
        var parts = text.split(" ", 2);
        return new TrialQuery.Position(
                parts[1].isEmpty() ? null : Double.valueOf(parts[1]), Integer.parseInt(parts[0]));
    }
}
