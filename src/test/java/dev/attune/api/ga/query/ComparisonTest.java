package dev.attune.api.ga.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
    /** 1511999999.5 is 2017-11-29T23:59:59.500Z. */
    private static final Map<String, Object> DOCUMENT = Map.of(
            "Name",
            "churn-1",
            "Digits",
            "5",
            "Count",
            5,
            "Rate",
            0.25,
            "Big",
            new BigDecimal("12345678901234567890"),
            "Spot",
            true,
            "CreationTime",
            new BigDecimal("1511999999.5"),
            "HyperParameters",
            Map.of("lr", "0.25", "depth", "7.9", "booster", "gbtree", "a.b", "1", "huge", "1e999999999"),
            "Tags",
            Map.of("team", "ml", "a.b", "x", "Time", "noon"),
            "Channels",
            List.of(
                    Map.of("Name", "train", "Source", Map.of("Uri", "s3://a")),
                    Map.of("Name", "test", "Source", Map.of("Uri", "s3://b"))));

    private static boolean holds(String name, String operator, String value) {
        return Comparison.of(new Property(name), operator, value).holds(DOCUMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "Name, Equals, churn-1, true",
        "Name, Equals, Churn-1, false",
        "Name, Equals, churn, false",
        "Name, NotEquals, churn-1, false",
        "Name, NotEquals, churn-2, true",
        "Name, Contains, urn-, true",
        "Name, Contains, URN, false",
        "Name, In, 'churn-2, churn-1', true",
        "Name, In, churn, false",
        "Name, GreaterThan, 0, false",
        "Name, LessThan, 0, false",
        "Digits, Equals, 5.0, false",
        "Digits, LessThan, 6, false"
    })
    void comparesText(String name, String operator, String value, boolean expected) {
        assertThat(holds(name, operator, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Count, Equals, 5, true",
        "Count, Equals, 5.0, true",
        "Count, Equals, five, false",
        "Count, NotEquals, 5, false",
        "Count, NotEquals, five, true",
        "Count, GreaterThan, 4.99, true",
        "Count, GreaterThan, 5, false",
        "Count, GreaterThanOrEqualTo, 5, true",
        "Count, GreaterThanOrEqualTo, 6, false",
        "Count, LessThan, 5, false",
        "Count, LessThan, 1e1, true",
        "Count, LessThanOrEqualTo, 5, true",
        "Count, LessThanOrEqualTo, -5, false",
        "Count, Contains, 5, false",
        "Count, In, '5,6', false",
        "Rate, Equals, 0.250, true",
        "Rate, LessThan, .3, true",
        "Rate, Equals, 0, false",
        "Big, GreaterThan, 12345678901234567889, true",
        "Big, Equals, 12345678901234567890, true"
    })
    void comparesNumbers(String name, String operator, String value, boolean expected) {
        assertThat(holds(name, operator, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Equals, 2017-11-29T23:59:59.5, true",
        "Equals, 2017-11-29T23:59:59, false",
        "NotEquals, 2017-11-29T23:59:59, true",
        "GreaterThan, 2017-11-29T23:59:59, true",
        "GreaterThan, 2017-11-30T00:00:00, false",
        "GreaterThanOrEqualTo, 2017-11-29T23:59:59.500Z, true",
        "LessThan, 2017-11-30T00:00:00, true",
        "LessThan, 2017-11-30T01:00:00+01:00, true",
        "LessThan, 2017-11-30T01:00:00+02:00, false",
        "LessThanOrEqualTo, 2017-11-29T23:59:59, false",
    })
    void comparesTimes(String operator, String value, boolean expected) {
        assertThat(holds("CreationTime", operator, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Equals, true, true", "Equals, True, true", "Equals, false, false", "NotEquals, false, true"})
    void comparesTruthValues(String operator, String value, boolean expected) {
        assertThat(holds("Spot", operator, value)).isEqualTo(expected);
    }

    // AWS: decimals where the value is a decimal, integers where it is an integer.
    @ParameterizedTest
    @CsvSource({
        "lr, LessThan, 0.5, true",
        "lr, Equals, 0.250, true",
        "lr, LessThan, 1, true",
        "lr, Equals, 0, true",
        "depth, GreaterThan, 7, false",
        "depth, GreaterThan, 7.0, true",
        "depth, Equals, 7, true",
        "depth, NotEquals, 8, true",
        "depth, Contains, 7., true",
        "booster, Equals, gbtree, true",
        "booster, GreaterThan, 1, false",
        "booster, In, 'dart,gbtree', true",
        "huge, GreaterThan, 1, false",
        "a.b, Equals, 1, true"
    })
    void comparesHyperParametersAsNumbersWhereTheyAre(String name, String operator, String value, boolean expected) {
        assertThat(holds("HyperParameters." + name, operator, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"team, ml, true", "Team, ml, false", "a.b, x, true", "Time, noon, true", "a, x, false"})
    void looksUpTags(String key, String value, boolean expected) {
        assertThat(holds("Tags." + key, "Equals", value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nothing", "Name.More", "HyperParameters.none", "Channels.Source.None", "Tags.", "."})
    void whatIsMissingIsNotEqualAndNothingElse(String name) {
        assertThat(holds(name, "Exists", null)).isFalse();
        assertThat(holds(name, "NotExists", null)).isTrue();
        assertThat(holds(name, "NotEquals", "x")).isTrue();
        for (var operator : List.of(
                "Equals", "GreaterThan", "GreaterThanOrEqualTo", "LessThan", "LessThanOrEqualTo", "In", "Contains")) {
            assertThat(holds(name, operator, "0")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Name", "Count", "Spot", "HyperParameters", "HyperParameters.a.b", "Channels", "Channels.Source"
            })
    void existsWhateverItIs(String name) {
        assertThat(holds(name, "Exists", null)).isTrue();
        assertThat(holds(name, "NotExists", null)).isFalse();
    }

    @Test
    void aNameAloneMustExistAndAValueAloneBeEqual() {
        assertThat(holds("Name", null, null)).isTrue();
        assertThat(holds("Nothing", null, null)).isFalse();
        assertThat(holds("Name", null, "churn-1")).isTrue();
        assertThat(holds("Name", null, "other")).isFalse();
    }

    @Test
    void anyElementOfAListWillDo() {
        assertThat(holds("Channels.Name", "Equals", "test")).isTrue();
        assertThat(holds("Channels.Name", "NotEquals", "test")).isFalse();
        assertThat(holds("Channels.Source.Uri", "Contains", "b")).isTrue();
    }

    @Test
    void oneElementMustFulfilAllNestedFilters() {
        var list = new Property("Channels");
        var train =
                Comparison.of(new Property("Channels.Name"), "Equals", "train").within(list);
        var a = Comparison.of(new Property("Channels.Source.Uri"), "Equals", "s3://a")
                .within(list);
        var b = Comparison.of(new Property("Channels.Source.Uri"), "Equals", "s3://b")
                .within(list);

        assertThat(Condition.ofOneElement(list, Condition.all(List.of(train, a)))
                        .holds(DOCUMENT))
                .isTrue();
        assertThat(Condition.ofOneElement(list, Condition.all(List.of(train, b)))
                        .holds(DOCUMENT))
                .isFalse();
        assertThat(Condition.ofOneElement(list, Condition.any(List.of(train, b)))
                        .holds(DOCUMENT))
                .isTrue();
        assertThat(Condition.ofOneElement(new Property("None"), train).holds(DOCUMENT))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Name, GreaterThan, abc, must be a number: the Operator [GreaterThan] is not supported for text.",
        "HyperParameters.lr, LessThanOrEqualTo, small, must be a number",
        "CreationTime, GreaterThan, 5, must be a time of the form YYYY-mm-ddTHH:MM:SS.",
        "CreationTime, Equals, yesterday, must be a time",
        "CreationTime, LessThan, 2017-13-01T00:00:00, must be a time"
    })
    void saysWhatIsWrongWithAValue(String name, String operator, String value, String flaw) {
        assertThat(Comparison.of(new Property(name), operator, value).flaw())
                .hasValueSatisfying(said -> assertThat(said)
                        .startsWith("The Value [" + value + "] of the property [" + name + "] ")
                        .contains(flaw));
    }

    @Test
    void mostOperatorsNeedAValue() {
        for (var operator : Operator.values()) {
            var flaw =
                    Comparison.of(new Property("Name"), operator.word(), null).flaw();
            assertThat(flaw.isPresent()).as(operator.word()).isEqualTo(operator.needsValue());
        }
        assertThat(Operator.values())
                .filteredOn(operator -> !operator.needsValue())
                .hasSize(2);
    }
}
