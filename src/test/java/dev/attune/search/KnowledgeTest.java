package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnowledgeTest {
    private final Problem problem = Problem.branin();
    private final Run run = new Run(new RandomSearcher(), problem.space(), 1).sequentially(1300, problem::at);

    @Test
    void allTrialsAreModelledWhileThereAreFew() {
        assertThat(knowledge(400).successes()).hasSize(400);
    }

    @Test
    void moreTrialsDoNotMakeTheModelMuchLarger() {
        assertThat(knowledge(447).successes()).hasSizeBetween(400, 463);
        assertThat(knowledge(1300).successes()).hasSizeBetween(400, 463);
    }

    @Test
    void betweenTwoChangesOnlyTheLatestTrialIsNew() {
        var before = knowledge(1220).successes();

        var after = knowledge(1221).successes();

        assertThat(after.subList(0, after.size() - 1)).isEqualTo(before);
        assertThat(after.get(before.size()).spot().trial()).isEqualTo(1221);
    }

    @Test
    void theBestTrialIsNeverForgotten() {
        var history = history(1300);
        double best = history.successes().stream()
                .mapToDouble(History.Success::value)
                .min()
                .orElseThrow();
        assertThat(Knowledge.of(history).successes())
                .anySatisfy(success -> assertThat(success.value()).isEqualTo(best));
    }

    private Knowledge knowledge(int trials) {
        return Knowledge.of(history(trials));
    }

    private History history(int trials) {
        return History.of(new SearchRequest(
                problem.space(), Goal.MINIMIZE, run.completed.subList(0, trials), List.of(), 1, trials + 1));
    }
}
