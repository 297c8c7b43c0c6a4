package io.muster.api.error;

import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import java.util.List;

/** An input with at least one error: nothing was planned or stored. */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Issue> issues;

    /**
     * Reports an input.
     *
     * @param issues every issue of it, at least one an {@link Severity#ERROR}
     */
    public BadInputException(List<Issue> issues) {
        super(issues.stream().filter(i -> i.severity() == Severity.ERROR).count() + " error(s) in the input");
        this.issues = List.copyOf(issues);
    }

    /** {@return every issue of the input, warnings too} */
    public List<Issue> issues() {
        return issues;
    }
}
