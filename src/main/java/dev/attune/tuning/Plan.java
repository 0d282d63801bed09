package dev.attune.tuning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step decided.
 *
 * @param stop the running trials that are to be asked to stop
 * @param launch how many trials to launch
 * @param ending set where the job is to end
 * @param finished whether the job has ended: nothing runs any more
 */
public record Plan(List<Trial> stop, int launch, @Nullable Ending ending, boolean finished) {
    public Plan {
        stop = List.copyOf(stop);
    }
}
