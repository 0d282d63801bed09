package dev.attune.wire;

/** The errors that this layer answers by itself. */
final class Refusals {
    static final String UNKNOWN_OPERATION = "UnknownOperationException";

    private Refusals() {}

    static ServiceException serialization(String message) {
        return new ServiceException("SerializationException", 400, message);
    }

    static ServiceException unknownOperation(int httpStatus, String message) {
        return new ServiceException(UNKNOWN_OPERATION, httpStatus, message);
    }

    static ServiceException unsupportedMediaType(String message) {
        return new ServiceException("UnsupportedMediaTypeException", 415, message);
    }

    static ServiceException methodNotAllowed(String method) {
        return new ServiceException(
                "MethodNotAllowedException", 405, "Only POST is answered here, not " + Text.quoted(method) + ".");
    }

    static ServiceException tooLarge(long limit) {
        return new ServiceException(
                "RequestEntityTooLargeException", 413, "The body is larger than the limit of " + limit + " bytes.");
    }

    static ServiceException tooSlow() {
        return new ServiceException("RequestTimeoutException", 408, "The body did not arrive in time.");
    }

    static ServiceException busy() {
        return new ServiceException(
                "ThrottlingException", 400, "Too many large requests are being read at once. Try again.");
    }

    static ServiceException internalFailure(String requestId) {
        return new ServiceException(
                "InternalFailure", 500, "The request failed for a reason inside the server. Request id: " + requestId);
    }
}
