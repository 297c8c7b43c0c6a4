package io.muster.api.error;

/** A request that cannot be served as it stands, such as an unknown staff member; the message says what to do. */
public final class BadRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses a request.
     *
     * @param message what is wrong and what to do, a sentence
     */
    public BadRequestException(String message) {
        super(message);
    }
}
