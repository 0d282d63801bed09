package dev.attune.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeedsTest {
    // Computed with Python's hashlib: SHA-256 of the big-endian seed and, for each word, its big-endian length and its
    // UTF-8 bytes.
    @Test
    void areTheSameForEver() {
        assertThat(Seeds.of(42)).isEqualTo(-6432526491365186678L);
        assertThat(Seeds.of(42, "churn")).isEqualTo(-9099318572519992106L);
        assertThat(Seeds.of(0, "ключ-鍵-🔑")).isEqualTo(6699973645906540440L);
    }

    @Test
    void tellWordsApartByTheirBorders() {
        assertThat(Seeds.of(-1, "a", "bc")).isEqualTo(5362797145721417515L);
        assertThat(Seeds.of(-1, "ab", "c")).isEqualTo(4656792283396106286L);
    }

    @Test
    void dependOnTheSeedAndOnTheOrderOfTheWords() {
        assertThat(Seeds.of(1, "a", "b")).isNotEqualTo(Seeds.of(2, "a", "b")).isNotEqualTo(Seeds.of(1, "b", "a"));
    }
}
