package dev.attune.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.document.DocumentException;
import dev.attune.tuning.ClockSettings;
import dev.attune.tuning.ClockSettings.Mode;
import dev.attune.tuning.MemoryClockStore;
import dev.attune.tuning.SimulatedClock;
import dev.attune.tuning.WallClock;
import dev.attune.wire.Fault;
import dev.attune.wire.Fault.Drop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiFaultsTest {
    private final WallClock wall = new WallClock();
    private final SimulatedClock clock =
            new SimulatedClock(wall, new ClockSettings(Mode.MANUAL, 600), new MemoryClockStore());
    private final ApiFaults faults = ApiFaults.of(clock, wall, 42);

    private void put(String... rules) {
        faults.replace("version: 1\napi:\n  - {" + String.join("}\n  - {", rules) + "}\n");
    }

    /** The numbers of the calls, of so many, that are disturbed. */
    private List<Integer> disturbed(String operation, int calls) {
        return IntStream.rangeClosed(1, calls)
                .filter(call -> !faults.next(operation).name().isEmpty())
                .boxed()
                .toList();
    }

    @Test
    void leavesRequestsAloneWhenNothingIsSaid() {
        assertThat(faults.next("CreateTrainingJob")).isEqualTo(Fault.NONE);
        assertThat(faults.show().source()).isEqualTo("none");
    }

    @Test
    void firesInARangeOfTheCallsOfItsOperations() {
        put("operation: Create*, calls: 3-5, error: ThrottlingException");

        assertThat(disturbed("DescribeTrainingJob", 10)).isEmpty();
        assertThat(disturbed("CreateTrainingJob", 2)).isEmpty();
        assertThat(disturbed("CreateHyperParameterTuningJob", 4)).containsExactly(1, 2, 3);
        assertThat(faults.show().rules()).containsExactly(new ApiFaults.FaultCount("api[0]", List.of("Create*"), 6, 3));
    }

    @Test
    void theFirstRuleThatFiresDecidesAndAllCount() {
        put("calls: 2, error: InternalFailure", "calls: 1-2, error: ServiceUnavailable", "name: slow, latency: 1s");

        var fired = List.of(faults.next("A"), faults.next("A"), faults.next("A"));

        assertThat(fired).extracting(Fault::name).containsExactly("api[1]", "api[0]", "slow");
        assertThat(faults.show().rules())
                .extracting(rule -> rule.calls() + "/" + rule.fired())
                .containsExactly("3/1", "3/1", "3/1");
    }

    @Test
    void chanceDependsOnSeedRuleAndCallAlone() {
        var document = "version: 1\nseed: %d\napi: [{probability: 20%%, error: ThrottlingException}]";
        var seen = new ArrayList<List<Integer>>();
        for (int seed : new int[] {1, 1, 2}) {
            faults.replace(document.formatted(seed));
            seen.add(disturbed("A", 1000));
        }

        assertThat(seen.get(0)).isEqualTo(seen.get(1)).isNotEqualTo(seen.get(2));
        assertThat(seen).allSatisfy(calls -> assertThat(calls).hasSizeBetween(150, 250));
    }

    @Test
    void aWindowIsOpenForATimeOfTheSimulatedOrTheWallClock() {
        put("window: {after: 10m, for: 30s}, error: ServiceUnavailable");
        clock.advance(Duration.ofSeconds(599));
        wall.move(Duration.ofDays(1));
        assertThat(disturbed("A", 1)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(disturbed("A", 1)).hasSize(1);
        clock.advance(Duration.ofSeconds(30));
        assertThat(disturbed("A", 1)).isEmpty();

        put("window: {for: 30s, clock: wall}, error: ServiceUnavailable");
        clock.advance(Duration.ofDays(1));
        assertThat(disturbed("A", 1)).hasSize(1);
        wall.move(Duration.ofSeconds(30));
        assertThat(disturbed("A", 1)).isEmpty();
    }

    @Test
    void saysWhatIsToHappen() {
        put(
                "calls: 1, error: ThrottlingException",
                "calls: 2, error: InternalFailure",
                "calls: 3, error: ServiceUnavailable, latency: 200ms",
                "calls: 4, error: {code: Throttling, status: 401, message: Slow down}",
                "calls: 5, drop: request",
                "calls: 6, drop: answer, latency: [1s, 2s]");

        var errors =
                IntStream.range(0, 4).mapToObj(i -> faults.next("A").error()).toList();

        assertThat(errors)
                .extracting(error -> error.code() + " " + error.httpStatus() + " " + error.explanation())
                .containsExactly(
                        "ThrottlingException 400 Rate exceeded",
                        "InternalFailure 500 The request processing has failed because of an unknown error, exception or"
                                + " failure.",
                        "ServiceUnavailable 503 The request has failed due to a temporary failure of the server.",
                        "Throttling 401 Slow down");
        assertThat(faults.next("A").drop()).isEqualTo(Drop.REQUEST);
        var late = faults.next("A");
        assertThat(late.drop()).isEqualTo(Drop.ANSWER);
        assertThat(late.latency()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(faults.next("A")).isEqualTo(Fault.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{} ;; api[0] (line 3): needs one of the members error, latency and drop",
                "{error: Oops} ;; api[0].error (line 3): [Oops] must be one of",
                "{error: {code: A b, status: 400}} ;; api[0].error.code (line 3): [A b] must be a name",
                "{error: {code: A, status: 200}} ;; api[0].error.status (line 3): [200] must be a whole number",
                "{error: {code: A}} ;; api[0].error (line 3): needs the member [status]",
                "{error: InternalFailure, drop: answer} ;; api[0].drop (line 3): there is an error, too",
                "{drop: true} ;; api[0].drop (line 3): [true] must be one of [request, answer]",
                "{latency: 121s} ;; api[0].latency (line 3): [121s] must be a time such as 200ms, 30s or 5m, at most [120]",
                "{latency: [2s, 1s]} ;; api[0].latency (line 3): must be a time, or a list",
                "{latency: []} ;; api[0].latency (line 3): must be a time, or a list",
                "{latency: -1s} ;; api[0].latency (line 3): [-1s] must be a time",
                "{latency: 1.2.3s} ;; api[0].latency (line 3): [1.2.3s] must be a time",
                "{latency: 1s, calls: 0} ;; api[0].calls (line 3): [0] must begin at 1",
                "{latency: 1s, calls: 5-3} ;; api[0].calls (line 3): [5-3] must begin at 1 or later, and not end before",
                "{latency: 1s, probability: 2} ;; api[0].probability (line 3): [2] must be a number from 0 to 1",
                "{latency: 1s, window: {}} ;; api[0].window (line 3): needs one of the members after and for",
                "{latency: 1s, window: {after: 1s, clock: sun}} ;; api[0].window.clock (line 3): [sun] must be one of",
                "{latency: 1s, operations: A} ;; api[0].operations (line 3): there is no member [operations]",
                "{latency: 1s, operation: ''} ;; api[0].operation (line 3): must have 1 to [100] characters",
                "{name: a, latency: 1s}\n - {name: a, latency: 1s} ;; api[1] (line 4): the name [a] is there twice",
            })
    void refusesAWrongDocumentWholeWithPathLineAndReason(String row) {
        put("name: before, error: InternalFailure");
        var before = faults.show();

        assertThatThrownBy(() -> faults.replace("version: 1\napi:\n - " + row.split(" ;; ")[0]))
                .isInstanceOf(DocumentException.class)
                .hasMessageStartingWith(row.split(" ;; ")[1]);
        assertThat(faults.show()).isEqualTo(before);
    }

    @Test
    void theDocumentsOfTheDocsCanBeUsed() throws IOException {
        var blocks = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/FAULTS.md")))
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(blocks)
                .isNotEmpty()
                .allSatisfy(
                        block -> assertThat(FaultDocument.read(block).rules()).isNotEmpty());
    }

    @Test
    void aConfiguredDocumentIsInForceFromTheStartAndAfterAReset(@TempDir Path folder) throws IOException {
        var file = Files.writeString(
                folder.resolve("faults.yaml"), "version: 1\nseed: 7\napi: [{calls: 1, error: InternalFailure}]");
        var configured = ApiFaults.of(clock, wall, 42, file);
        assertThat(configured.show().source()).isEqualTo("file");
        assertThat(configured.show().seed()).isEqualTo(7);
        assertThat(configured.next("A").name()).isEqualTo("api[0]");

        configured.clear();
        assertThat(configured.next("A")).isEqualTo(Fault.NONE);
        assertThat(configured.show().source()).isEqualTo("none");

        configured.reset();
        assertThat(configured.next("A").name()).isEqualTo("api[0]");
        assertThatThrownBy(() -> ApiFaults.of(clock, wall, 42, folder.resolve("none.yaml")))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("none.yaml] cannot be read");
    }
}
