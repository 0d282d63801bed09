package dev.attune.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokensTest {
    private static final PageTokens.Scope SCOPE =
            new PageTokens.Scope("ListJobs", "123456789012", "us-east-1", List.of("a", ""));
    private static final String PAYLOAD = "2026-01-01T00:00:00Z|\u00e9 name";

    private final PageTokens tokens = new PageTokens("key".getBytes(StandardCharsets.UTF_8));

    @Test
    void aTokenOpensToItsPayload() {
        var token = tokens.seal(PAYLOAD, SCOPE);

        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(tokens.open(token, SCOPE)).hasValue(PAYLOAD);
        assertThat(tokens.open(tokens.seal("", SCOPE), SCOPE)).hasValue("");
    }

    @Test
    void everyAlteredCharacterIsFound() {
        var token = tokens.seal(PAYLOAD, SCOPE);
        for (int i = 0; i < token.length(); i++) {
            var other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(tokens.open(token.substring(0, i) + other + token.substring(i + 1), SCOPE))
                    .isEmpty();
            assertThat(tokens.open(token.substring(0, i), SCOPE)).isEmpty();
        }
        assertThat(tokens.open(token + "A", SCOPE)).isEmpty();
        assertThat(tokens.open(token + "=", SCOPE)).isEmpty();
    }

    /** Two spellings of the last character decode to the same bytes; only one of them is the token. */
    @Test
    void aTokenHasOneSpelling() {
        var token = tokens.seal("x", SCOPE);
        long opening = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                .chars()
                .filter(c -> tokens.open(token.substring(0, token.length() - 1) + (char) c, SCOPE)
                        .isPresent())
                .count();

        assertThat(opening).isEqualTo(1);
    }

    static Stream<PageTokens.Scope> foreign() {
        return Stream.of(
                new PageTokens.Scope("ListOther", "123456789012", "us-east-1", List.of("a", "")),
                new PageTokens.Scope("ListJobs", "123456789013", "us-east-1", List.of("a", "")),
                new PageTokens.Scope("ListJobs", "123456789012", "us-west-2", List.of("a", "")),
                new PageTokens.Scope("ListJobs", "123456789012", "us-east-1", List.of("a")),
                new PageTokens.Scope("ListJobs", "123456789012", "us-east-1", List.of("", "a")),
                new PageTokens.Scope("ListJobs", "123456789012", "us-east-1", List.of("a", "", "")),
                new PageTokens.Scope("ListJobs123456789012", "", "us-east-1", List.of("a", "")));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void aTokenOfAnotherListingIsRefused(PageTokens.Scope scope) {
        assertThat(tokens.open(tokens.seal(PAYLOAD, SCOPE), scope)).isEmpty();
    }

    @Test
    void filtersCannotBeMovedIntoThePayload() {
        var bare = new PageTokens.Scope("ListJobs", "123456789012", "us-east-1", List.of());
        var one = new PageTokens.Scope("ListJobs", "123456789012", "us-east-1", List.of(""));

        assertThat(tokens.seal("\0\0\0\0p", bare).substring(0, 43))
                .isNotEqualTo(tokens.seal("p", one).substring(0, 43));
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() {
        var others = new PageTokens("yek".getBytes(StandardCharsets.UTF_8));

        assertThat(tokens.open(others.seal(PAYLOAD, SCOPE), SCOPE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "!!!!", "AAAA", "\u0000", "e30=", "\ud83d\ude00", "a b", "../../etc/passwd"})
    void whatIsNoTokenIsRefused(String text) {
        assertThat(tokens.open(text, SCOPE)).isEmpty();
        assertThat(tokens.open(text.repeat(10_000), SCOPE)).isEmpty();
    }

    @Test
    void tokensStayWithinAwsLimit() {
        assertThat(tokens.seal("x".repeat(6112), SCOPE)).hasSize(8192);
        assertThat(tokens.open(tokens.seal("x".repeat(6112), SCOPE), SCOPE)).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> tokens.seal("x".repeat(6113), SCOPE));
    }
}
