package dev.attune.training.simulation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.attune.document.DocumentException;
import dev.attune.document.DocumentText;
import dev.attune.document.Field;
import dev.attune.training.simulation.document.Formula.Place;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private static final Scope SCOPE =
            Scope.of(SomeJob.usual().job()).training(10).after(4, 0.4, Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 2 * 3 ;; 7",
                "-2^2 ;; -4",
                "2^3^2 ;; 512",
                "(1 + 2) * 3 ;; 9",
                "7 % 4 ;; 3",
                "1e-3 * 1000 ;; 1",
                "eta * 10 ;; 1",
                "0.93 - 0.30*(log10(eta)+1)^2/4 - 0.004*abs(max_depth-6) + 0.01*(booster=='dart') ;; 0.94",
                "booster == \"dart\" ;; 1",
                "booster != 'gbtree' ;; 1",
                "'dart' == hp('booster') ;; 1",
                "hp('learning-rate') * 100 ;; 1",
                "hp('nothing', 7) ;; 7",
                "has('eta') + has('nothing') ;; 1",
                "position('eta') ;; 0.25",
                "instance('vcpus') * 10 + instance('memory') + instance('gpus') ;; 56",
                "if(eta > 0.5, 1, 2) ;; 2",
                "1 < 2 && !(3 <= 2) || 0 ;; 1",
                "min(3, 1, 2) + max(3, 1, 2) ;; 4",
                "clip(5, 0, 1) + pow(2, 3) ;; 9",
                "bell(3, 3, 1) ;; 1",
                "sigmoid(0) + sqrt(4) + round(2.4) + floor(2.9) + ceil(2.1) + sign(-3) ;; 8.5",
                "exp(0) + log(1) + log2(8) + sin(0) + cos(0) + tanh(0) ;; 5",
                "epoch + epochs + progress + trial + instances ;; 16.4"
            })
    void computes(String row) {
        var text = row.split(" ;; ")[0];
        var value = Double.parseDouble(row.split(" ;; ")[1]);

        assertThat(formula(text).value(SCOPE)).isCloseTo(value, within(1e-12));
    }

    @Test
    void dividesByZeroWithoutAComplaint() {
        assertThat(formula("1 / (eta - eta)").value(SCOPE)).isInfinite();
        assertThat(formula("nan").value(SCOPE)).isNaN();
    }

    @Test
    void chanceDependsOnTheTrialAndThePurposeAlone() {
        var other = Scope.of(SomeJob.usual().trial(2).job());

        assertThat(formula("normal('a')").value(SCOPE))
                .isEqualTo(formula("0 + normal('a')").value(SCOPE))
                .isNotEqualTo(formula("normal('b')").value(SCOPE))
                .isNotEqualTo(formula("normal('a')").value(other));
        assertThat(formula("uniform('a')").value(SCOPE)).isBetween(0.0, 1.0);
    }

    @Test
    void whatIsMissingIsSaidByName() {
        assertThatThrownBy(() -> formula("gamma + 1").value(SCOPE)).hasMessage("there is no hyperparameter [gamma]");
        assertThatThrownBy(() -> formula("booster + 1").value(SCOPE))
                .hasMessage("the hyperparameter [booster] is no number: [dart]");
        assertThat(formula("gamma > 1").holds(SCOPE)).isFalse();
        assertThat(formula("1 || gamma > 1").holds(SCOPE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ;; cannot be read at character",
                "1 + ;; cannot be read at character",
                "(1 ;; cannot be read at character [1]",
                "1 2 ;; cannot be read at character",
                "foo(1) ;; there is no function [foo]. Functions are abs,",
                "ABS(1) ;; there is no function [ABS]",
                "abs(1, 2) ;; the function [abs] takes [1] arguments, not [2]",
                "max() ;; takes arguments",
                "eta.value ;; cannot be read",
                "eta[0] ;; cannot be read",
                "0x1F ;; must be a decimal number",
                "1e999 ;; must be a decimal number",
                "'a' + 1 ;; a text can only be compared by == or !=, not by [+]",
                "'a' ;; can only be compared by == or !=",
                "'a' == 'b' ;; can only be compared with a hyperparameter",
                "hp(eta) ;; takes a quoted name",
                "instance('price') ;; an instance has no [price], but [gpus, memory, vcpus]",
                "has('a', 1) ;; takes [1] arguments, not [2]",
                "eta = 1 = 2 ? ;; cannot be read"
            })
    void refuses(String row) {
        var cells = row.split(" ;; ");

        assertThatThrownBy(() -> formula(cells[0]))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(cells[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "!", "1+", "abs(", "2^", "if(1,1,", "'", "\"", "1,", ")", "a."})
    void refusesWhatIsDeepOrLong(String part) {
        assertThatThrownBy(() -> formula(part.repeat(900 / part.length()) + "1"))
                .isInstanceOf(DocumentException.class);
        assertThatThrownBy(() -> formula(part.repeat(100_000))).isInstanceOf(DocumentException.class);
    }

    @Test
    void refusesWhatDoesNotBelongThere() {
        assertThatThrownBy(() -> new FormulaCompiler(field(), Place.JOB).compile("metric('loss')"))
                .hasMessageContaining("only the formula of a metric can speak of the metric [loss]");
        assertThatThrownBy(() -> new FormulaCompiler(field(), Place.MATCH).compile("uniform('a') > 0.5"))
                .hasMessageContaining("chance cannot choose the workload");
    }

    @Test
    void anyTextIsAFormulaOrRefused() {
        var random = new Random(7);
        var alphabet = "ab1.+-*/^%()[]{}'\"\\,!=<>&|$#@ :;?_eé\n\t0x\0";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(30); length >= 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                formula(text.toString()).holds(SCOPE);
            } catch (DocumentException e) {
                assertThat(e).hasMessageContaining("line");
            }
        }
    }

    @Test
    void numbersMayHaveUnitsOfTime() {
        assertThat(TimeUnits.inSeconds("40s + 0.8s*num_round*1.5h + 3m - 5 * x2d + hp('5m') + 20ms"))
                .isEqualTo("(40*1) + (0.8*1)*num_round*(1.5*3600) + (3*60) - 5 * x2d + hp('5m') + (20*0.001)");
    }

    private static Formula formula(String text) {
        return new FormulaCompiler(field(), Place.METRIC).compile(text);
    }

    private static Field field() {
        return DocumentText.read("a: 1\n").entries(1).get("a");
    }
}
