package dev.attune.tuning;

import static dev.attune.tuning.Trials.completed;
import static dev.attune.tuning.Trials.failed;
import static dev.attune.tuning.Trials.minute;
import static dev.attune.tuning.Trials.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.training.TrainingStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialQueryTest {
    private static final List<Trial> TRIALS =
            List.of(completed(1, 3.0), failed(2), completed(3, -1.0), running(4), completed(5, 3.0));

    @ParameterizedTest
    @CsvSource({"false, false, '1 2 3 4 5'", "false, true, '5 4 3 2 1'", "true, false, '3 1 5'", "true, true, '5 1 3'"})
    void listsByNumberOrByObjectiveUpOrDown(boolean byObjective, boolean descending, String expected) {
        assertThat(numbers(new TrialQuery(null, byObjective, descending, null).select(TRIALS)))
                .isEqualTo(expected);
    }

    @Test
    void listsThoseOfAStatus() {
        assertThat(numbers(new TrialQuery(TrainingStatus.FAILED, false, false, null).select(TRIALS)))
                .isEqualTo("2");
        assertThat(numbers(new TrialQuery(TrainingStatus.STOPPED, false, false, null).select(TRIALS)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void pagesShowEachTrialOnce(boolean byObjective, boolean descending) {
        var whole = new TrialQuery(null, byObjective, descending, null).select(TRIALS);

        var paged = new ArrayList<Trial>();
        TrialQuery.Position after = null;
        while (true) {
            var query = new TrialQuery(null, byObjective, descending, after);
            var rest = query.select(TRIALS);
            if (rest.isEmpty()) {
                break;
            }
            paged.add(rest.get(0));
            after = query.positionOf(rest.get(0));
        }

        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void whatGrowsBetweenTwoPagesShiftsNothing() {
        var first = new TrialQuery(null, true, false, null);
        var position = first.positionOf(first.select(TRIALS).get(1));
        var grown = new ArrayList<>(TRIALS);
        grown.set(3, completed(4, -2.0, minute(11)));
        grown.add(completed(6, 2.0, minute(11)));

        assertThat(numbers(new TrialQuery(null, true, false, position).select(grown)))
                .isEqualTo("5");
    }

    private static String numbers(List<Trial> trials) {
        return String.join(
                " ",
                trials.stream().map(trial -> Integer.toString(trial.number())).toList());
    }
}
