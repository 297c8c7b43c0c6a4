package io.muster.api.dataset;

import io.muster.api.error.BadRequestException;
import io.muster.data.issue.IssueCode;
import io.muster.rules.sheet.RuleIssue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Explains issue codes. */
public final class IssueGuide {
    private static final String ALL = "all";

    private IssueGuide() {}

    /**
     * Explains a code of a data set, plan or rule set.
     *
     * @param code the code in any case, or {@code all}
     * @return the explanation, line by line
     * @throws BadRequestException when there is no such code
     */
    public static List<String> explain(String code) {
        List<String> lines = new ArrayList<>();
        for (IssueCode known : IssueCode.values()) {
            if (isMeant(code, known.name())) {
                lines.add(known.name() + " (" + known.severity().name().toLowerCase(Locale.ROOT) + ")");
                lines.add("  " + known.meaning());
                lines.add("  What to do: " + known.remedy());
                lines.add("  Example: " + known.example());
            }
        }
        for (RuleIssue known : RuleIssue.values()) {
            if (isMeant(code, known.name())) {
                lines.add(known.name() + " (" + known.severity().name().toLowerCase(Locale.ROOT) + ", of a rule set)");
                lines.add("  " + known.explanation());
            }
        }
        if (lines.isEmpty()) {
            throw new BadRequestException(
                    "there is no issue code '" + code + "'. The codes are: " + String.join(", ", codes()) + ".");
        }
        return lines;
    }

    private static List<String> codes() {
        List<String> codes = new ArrayList<>();
        Arrays.stream(IssueCode.values()).map(Enum::name).forEach(codes::add);
        Arrays.stream(RuleIssue.values()).map(Enum::name).forEach(codes::add);
        return codes;
    }

    private static boolean isMeant(String code, String known) {
        return code.equalsIgnoreCase(ALL) || code.equalsIgnoreCase(known);
    }
}
