package dev.attune.control;

/** As many watch as may. */
final class TooManyWatchersException extends RuntimeException {
    TooManyWatchersException(int most) {
        super("Already [" + most + "] are watching. Maybe end one of them");
    }
}
