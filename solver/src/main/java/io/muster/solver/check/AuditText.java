package io.muster.solver.check;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.check.AuditReport.Violation;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes an audit for people: verdict, rules with counts and examples, coverage, cost by line in pounds. */
public final class AuditText {

    private final int examplesPerRule;

    /**
     * A renderer.
     *
     * @param examplesPerRule most violations shown of each rule, {@code >= 0}
     */
    public AuditText(int examplesPerRule) {
        if (examplesPerRule < 0) {
            throw new IllegalArgumentException("examplesPerRule is " + examplesPerRule + ". Maybe use 0 to show none.");
        }
        this.examplesPerRule = examplesPerRule;
    }

    /**
     * Renders a report.
     *
     * @param report the report
     * @return lines that each end in {@code \n}, the same for equal reports
     */
    public String render(AuditReport report) {
        StringBuilder text = new StringBuilder();
        text.append(verdict(report)).append("\n\nHard rules (points)\n");
        report.hardViolations().forEach((rule, points) -> {
            row(text, rule.id() + " " + rule.label(), count(points));
            examples(text, report.violations(), rule.id());
        });
        long format = of(report.violations(), Findings.FORMAT).size();
        row(text, Findings.FORMAT, count(format));
        examples(text, report.violations(), Findings.FORMAT);

        text.append("\nCoverage\n");
        row(text, "requirements", count(report.requirements()));
        row(text, "booked", count(report.booked()) + share(report.booked(), report.requirements()));
        row(text, "unbooked", count(report.requirements() - report.booked()));
        row(text, "shortfall", count(report.coverageShortfall()));

        text.append("\nCost\n");
        for (Map.Entry<TrainingConstraint, Long> line : report.cost().entrySet()) {
            row(text, line.getKey().label(), pounds(line.getValue()));
        }
        row(text, "total", pounds(report.totalCost()));

        text.append("\nSessions\n");
        row(text, "run", count(report.sessionsRun()));
        row(text, "occupancy", format("0.0").format(report.occupancy() * 100) + "%");
        return text.toString();
    }

    private static String verdict(AuditReport report) {
        if (report.isValid()) {
            return "Valid: no hard rule is broken.";
        }
        long points = report.hardViolations().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return "NOT VALID: " + count(points) + " points of hard rules, "
                + count(of(report.violations(), Findings.FORMAT).size()) + " of FORMAT.";
    }

    private void examples(StringBuilder text, List<Violation> violations, String ruleId) {
        List<Violation> mine = of(violations, ruleId);
        mine.stream()
                .limit(examplesPerRule)
                .forEach(violation -> text.append("      ")
                        .append(violation.subject())
                        .append(": ")
                        .append(violation.message())
                        .append('\n'));
        if (examplesPerRule > 0 && mine.size() > examplesPerRule) {
            text.append("      and ")
                    .append(count(mine.size() - examplesPerRule))
                    .append(" more\n");
        }
    }

    private static List<Violation> of(List<Violation> violations, String ruleId) {
        return violations.stream()
                .filter(violation -> violation.ruleId().equals(ruleId))
                .toList();
    }

    private static void row(StringBuilder text, String label, String value) {
        text.append("  ")
                .append(String.format(Locale.ROOT, "%-18s %16s", label, value))
                .append('\n');
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "" : " (" + format("0.00").format(100.0 * part / whole) + "%)";
    }

    private static String count(long number) {
        return format("#,##0").format(number);
    }

    private static String pounds(long pence) {
        return format("£#,##0.00").format(BigDecimal.valueOf(pence, 2));
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.UK));
    }
}
