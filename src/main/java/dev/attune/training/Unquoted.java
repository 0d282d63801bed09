package dev.attune.training;

/** Texts without the quotes that the SageMaker Python SDK puts around hyperparameters. */
public final class Unquoted {
    private Unquoted() {}

    /** The text between its quotes; the same text where it is not in quotes. */
    public static String of(String text) {
        var quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
