package dev.attune.control;

import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors of requests that have the path of a controller but reach none, so that {@link ControlErrors} never hears of them. */
@RestControllerAdvice
class UnservedErrors {
    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    ResponseEntity<ControlError> method(HttpRequestMethodNotSupportedException e) {
        var allowed = Objects.requireNonNullElse(e.getSupportedMethods(), new String[0]);
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ControlError(
                        "MethodNotAllowed",
                        "Only " + String.join(", ", allowed) + " is answered here, not " + e.getMethod()));
    }

    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    ResponseEntity<ControlError> notAcceptable(HttpMediaTypeNotAcceptableException e) {
        return ControlErrors.error(
                HttpStatus.NOT_ACCEPTABLE, "NotAcceptable", "The answer has none of the types in the Accept header");
    }
}
