package io.muster.data.issue;

/** How bad an issue is. */
public enum Severity {
    /** Nothing is stored or planned. */
    ERROR,
    /** Worth a look; planning goes on. */
    WARNING
}
