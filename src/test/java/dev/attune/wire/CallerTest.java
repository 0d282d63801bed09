package dev.attune.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {
    private static final Caller ANONYMOUS = new Caller(null, "us-east-1", "id");

    @Test
    void aTwelveDigitAccessKeyIsTheAccount() {
        assertThat(Caller.from(header("210987654321", "eu-west-1"), "id"))
                .isEqualTo(new Caller("210987654321", "eu-west-1", "id"));
    }

    @Test
    void anotherAccessKeyLeavesTheAccountOpen() {
        assertThat(Caller.from(header("AKIAIOSFODNN7EXAMPLE", "us-west-2"), "id"))
                .isEqualTo(new Caller(null, "us-west-2", "id"));
        assertThat(Caller.from(header("1234567890123", "us-west-2"), "id").account())
                .isNull();
        assertThat(Caller.from(header("12345678901", "us-west-2"), "id").account())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS4-HMAC-SHA256 Credential=123456789012/20260101/eu-west-1/s/aws4_request",
                "AWS4-HMAC-SHA256 SignedHeaders=host,Credential=123456789012/20260101/eu-west-1/s/aws4_request,Signature=0",
                "AWS4-HMAC-SHA256   Credential=123456789012/20260101/eu-west-1/s/aws4_request ,  Signature=0"
            })
    void partsMayStandInAnyOrder(String header) {
        assertThat(Caller.from(header, "id")).isEqualTo(new Caller("123456789012", "eu-west-1", "id"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "Bearer x",
                "AWS4-HMAC-SHA256",
                "AWS4-HMAC-SHA256 ",
                "AWS4-HMAC-SHA256 ,,,,",
                "AWS4-HMAC-SHA256 Credential=",
                "AWS4-HMAC-SHA256 Credential=123456789012/20260101/eu-west-1/s",
                "AWS4-HMAC-SHA256 Credential=123456789012/2026/eu-west-1/s/aws4_request",
                "AWS4-HMAC-SHA256 Credential=123456789012/20260101/EU-WEST-1/s/aws4_request",
                "AWS4-HMAC-SHA256 Credential=123456789012/20260101/../../aws4_request",
                "AWS4-HMAC-SHA256 Credential=123456789012/20260101//s/aws4_request",
                "AWS4-HMAC-SHA256 Credential=\u0661\u0662/20260101/eu-west-1/s/aws4_request",
                "aws4-hmac-sha256 Credential=123456789012/20260101/eu-west-1/s/aws4_request",
                "AWS 123456789012:sig"
            })
    void aMalformedHeaderIsAnAnonymousCallers(String header) {
        assertThat(Caller.from(header, "id")).isEqualTo(ANONYMOUS);
    }

    static Stream<String> huge() {
        return Stream.of(
                "AWS4-HMAC-SHA256 " + ", ".repeat(100_000),
                "AWS4-HMAC-SHA256 Credential=" + "1".repeat(1_000_000),
                "AWS4-HMAC-SHA256 " + " ".repeat(4000) + "!",
                "AWS4-HMAC-SHA256 " + ", ".repeat(2000) + "!");
    }

    @ParameterizedTest
    @MethodSource("huge")
    void aHugeHeaderCostsNothing(String header) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(1),
                () -> assertThat(Caller.from(header, "id")).isEqualTo(ANONYMOUS));
    }

    private static String header(String key, String region) {
        return "AWS4-HMAC-SHA256 Credential=" + key + "/20260101/" + region
                + "/sagemaker/aws4_request, SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64);
    }
}
