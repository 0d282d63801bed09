package dev.attune.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An answer that is an error: its code, its HTTP status and a message for the caller. */
public class ServiceException extends RuntimeException {
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,99}");

    private final String code;
    private final int httpStatus;
    private final String explanation;
    private final @Nullable Record members;

    /**
     * An error with a message for the caller.
     *
     * @throws IllegalArgumentException if the code is not a bare name or the status is none of 400 to 599
     */
    public ServiceException(String code, int httpStatus, String message) {
        this(code, httpStatus, message, null);
    }

    /**
     * An error that the service's model gives a shape.
     *
     * @param members what the body holds besides {@code __type}; null for the message alone
     * @throws IllegalArgumentException if the code is not a bare name or the status is none of 400 to 599
     */
    public ServiceException(String code, int httpStatus, String message, @Nullable Record members) {
        super(message);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("code [" + code + "] must be a name without namespace");
        }
        if (httpStatus < 400 || httpStatus > 599) {
            throw new IllegalArgumentException("status [" + httpStatus + "] must be of an error");
        }
        this.code = code;
        this.httpStatus = httpStatus;
        this.explanation = message;
        this.members = members;
    }

    /** The bare error code, such as {@code ResourceInUse}. */
    public String code() {
        return code;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** The members of a shape of the service's model; null if the message is all there is to tell. */
    public @Nullable Record members() {
        return members;
    }

    /** The message, never null. */
    public String explanation() {
        return explanation;
    }
}
