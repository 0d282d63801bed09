package dev.attune.api.preview;

/** The preview's patterns of names. */
final class Names {
    static final String TUNING_JOB = "^[a-zA-Z0-9](-*[a-zA-Z0-9])*";
    static final String ACCOUNT = "[0-9]{12}";

    private Names() {}
}
