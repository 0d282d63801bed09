package dev.attune.control;

import dev.attune.tuning.TuningException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors of this package: {@code {"error": …, "message": …}}, in JSON whatever the client accepts. */
@RestControllerAdvice(basePackageClasses = ControlErrors.class)
class ControlErrors {
    @ExceptionHandler(IllegalArgumentException.class)
    ResponseEntity<ControlError> invalid(IllegalArgumentException e) {
        return error(HttpStatus.BAD_REQUEST, "InvalidRequest", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ControlError> unreadable(HttpMessageNotReadableException e) {
        return error(
                HttpStatus.BAD_REQUEST, "InvalidRequest", "The body must be a JSON object of the documented members");
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    ResponseEntity<ControlError> mediaType(HttpMediaTypeNotSupportedException e) {
        return error(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "UnsupportedMediaType",
                "Send the body as JSON. Maybe add -H 'Content-Type: application/json'");
    }

    /** A part of the path or of the query. */
    @ExceptionHandler(TypeMismatchException.class)
    ResponseEntity<ControlError> parameter(TypeMismatchException e) {
        return error(
                HttpStatus.BAD_REQUEST,
                "InvalidRequest",
                e.getPropertyName() + " [" + Members.shown(String.valueOf(e.getValue())) + "] must be of another type");
    }

    @ExceptionHandler(TuningException.class)
    ResponseEntity<ControlError> tuning(TuningException e) {
        return error(HttpStatus.NOT_FOUND, "NotFound", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler(TooManyWatchersException.class)
    ResponseEntity<ControlError> busy(TooManyWatchersException e) {
        return error(HttpStatus.TOO_MANY_REQUESTS, "TooManyWatchers", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler(ConflictException.class)
    ResponseEntity<ControlError> conflict(ConflictException e) {
        return error(HttpStatus.CONFLICT, "Conflict", String.valueOf(e.getMessage()));
    }

    static ResponseEntity<ControlError> error(HttpStatus status, String error, String message) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ControlError(error, message));
    }
}
