package dev.attune.api.ga.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private static final Map<String, @Nullable Object> RECORDS = new LinkedHashMap<>();

    static {
        RECORDS.put("a", 10);
        RECORDS.put("b", 9);
        RECORDS.put("c", null);
        RECORDS.put("d", 9.0);
        RECORDS.put("e", "text");
        RECORDS.put("f", "9");
        RECORDS.put("g", List.of());
        RECORDS.put("h", List.of(-1, 100));
        RECORDS.put("i", true);
    }

    private static Rank rank(String name) {
        var value = RECORDS.get(name);
        return Rank.of(value == null ? Map.of() : Map.of("Key", value), new Property("Key"), name);
    }

    private static Selection<String> select(boolean descending, @Nullable Rank after, int size) {
        var names = new ArrayList<>(RECORDS.keySet());
        Collections.shuffle(names, new Random(size));
        var selection = new Selection<String>(descending, after, size);
        names.forEach(name -> selection.offer(rank(name), name));
        return selection;
    }

    @ParameterizedTest
    @CsvSource({"false, hbdafeicg", "true, iefadbhgc"})
    void ordersNumbersThenTextAndLastWhatHasNeither(boolean descending, String expected) {
        var names = select(descending, null, 100).first().stream()
                .map(Map.Entry::getValue)
                .toList();

        assertThat(String.join("", names)).isEqualTo(expected);
    }

    @Test
    void pagesGiveTheSameOrderWhateverTheirSize() {
        for (int size = 1; size <= 10; size++) {
            for (var descending : List.of(true, false)) {
                var names = new ArrayList<String>();
                Rank last = null;
                while (true) {
                    var page = select(descending, last, size);
                    assertThat(page.count()).isEqualTo(RECORDS.size());
                    assertThat(page.first()).hasSizeLessThanOrEqualTo(size);
                    if (page.first().isEmpty()) {
                        break;
                    }
                    page.first().forEach(entry -> names.add(entry.getValue()));
                    last = Rank.parse(
                            page.first().get(page.first().size() - 1).getKey().token());
                }
                assertThat(names)
                        .isEqualTo(select(descending, null, 100).first().stream()
                                .map(Map.Entry::getValue)
                                .toList());
            }
        }
    }

    @Test
    void hyperParametersAreOrderedAsNumbers() {
        var property = new Property("HyperParameters.lr");
        var small = Rank.of(Map.of("HyperParameters", Map.of("lr", "9")), property, "a");
        var large = Rank.of(Map.of("HyperParameters", Map.of("lr", "1e1")), property, "b");

        assertThat(Rank.order(false).compare(small, large)).isNegative();
    }

    @Test
    void aTokenStaysShort() {
        var rank = Rank.of(Map.of("Key", "x" + "🔑".repeat(3000)), new Property("Key"), "a");

        assertThat(rank.token()).hasSizeLessThan(300);
        assertThat(Rank.parse(rank.token())).isEqualTo(rank);
    }
}
