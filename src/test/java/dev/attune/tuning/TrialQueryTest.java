package dev.attune.tuning;

import static dev.attune.tuning.Trials.completed;
import static dev.attune.tuning.Trials.failed;
import static dev.attune.tuning.Trials.minute;
import static dev.attune.tuning.Trials.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.training.TrainingStatus;
import dev.attune.tuning.TrialQuery.Sort;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialQueryTest {
    private static final List<Trial> TRIALS =
            List.of(completed(1, 3.0), failed(2), completed(3, -1.0), running(4), completed(5, 3.0));

    @ParameterizedTest
    @CsvSource({
        "NUMBER, false, '1 2 3 4 5'",
        "NUMBER, true, '5 4 3 2 1'",
        "STATUS, false, '1 3 5 2 4'",
        "STATUS, true, '4 2 5 3 1'",
        "OBJECTIVE, false, '3 1 5'",
        "OBJECTIVE, true, '5 1 3'"
    })
    void listsByNumberByStatusOrByObjectiveUpOrDown(Sort sort, boolean descending, String expected) {
        assertThat(numbers(new TrialQuery(null, sort, descending, null).select(TRIALS)))
                .isEqualTo(expected);
    }

    @Test
    void listsThoseOfAStatus() {
        assertThat(numbers(new TrialQuery(TrainingStatus.FAILED, Sort.NUMBER, false, null).select(TRIALS)))
                .isEqualTo("2");
        assertThat(numbers(new TrialQuery(TrainingStatus.STOPPED, Sort.NUMBER, false, null).select(TRIALS)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NUMBER, false", "NUMBER, true", "STATUS, false", "STATUS, true", "OBJECTIVE, false", "OBJECTIVE, true"
    })
    void pagesShowEachTrialOnce(Sort sort, boolean descending) {
        var whole = new TrialQuery(null, sort, descending, null).select(TRIALS);

        var paged = new ArrayList<Trial>();
        TrialQuery.Position after = null;
        while (true) {
            var query = new TrialQuery(null, sort, descending, after);
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
        var first = new TrialQuery(null, Sort.OBJECTIVE, false, null);
        var position = first.positionOf(first.select(TRIALS).get(1));
        var grown = new ArrayList<>(TRIALS);
        grown.set(3, completed(4, -2.0, minute(11)));
        grown.add(completed(6, 2.0, minute(11)));

        assertThat(numbers(new TrialQuery(null, Sort.OBJECTIVE, false, position).select(grown)))
                .isEqualTo("5");
    }

    private static String numbers(List<Trial> trials) {
        return String.join(
                " ",
                trials.stream().map(trial -> Integer.toString(trial.number())).toList());
    }
}
