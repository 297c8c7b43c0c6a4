package io.muster.api.service.dataset;

/** A patch whose outcome is no document of a data set; the message is a part of a sentence and names no person. */
final class PatchRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PatchRefusedException(String message) {
        super(message);
    }
}
