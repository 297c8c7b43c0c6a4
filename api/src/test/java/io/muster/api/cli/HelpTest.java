package io.muster.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    @Test
    void listsEveryCommandAndTheExitCodes() {
        CliRun run = CliRun.of("--help");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "generate",
                        "validate",
                        "scope",
                        "check",
                        "plan",
                        "replan",
                        "audit",
                        "why",
                        "options",
                        "ledger",
                        "diff",
                        "decide",
                        "simulate",
                        "demo")
                .contains("Exit codes: 0 fine, 1 a bug, 2 bad input");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generate",
                "validate",
                "scope",
                "check",
                "plan",
                "replan",
                "audit",
                "why",
                "options",
                "ledger",
                "diff",
                "decide",
                "simulate",
                "demo"
            })
    void everyCommandHasHelpWithExamples(String command) {
        CliRun run = CliRun.of(command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Usage: muster " + command)
                .contains("Examples:")
                .contains("  muster " + command);
    }

    @Test
    void tellsItsVersionFromTheBuild() {
        assertThat(CliRun.of("--version").out()).matches("muster \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                   | Missing command",
                "fly                                  | Unmatched argument",
                "generate                             | Missing required option: '--out=PATH'",
                "generate --people many --out x       | 'many' is not an int",
                "generate nowhere --out x             | there is no programme 'nowhere'",
                "generate --people 3 --out x          | takes from",
                "validate                             | Missing required parameter: 'DATASET'",
                "validate --explain NO_SUCH           | there is no issue code 'NO_SUCH'",
                "scope                                | Missing required parameter: 'DATASET'",
                "scope x --why P1 --compare y         | mutually exclusive",
                "scope --check --rules no-such-rules  | there is no rule set 'no-such-rules'",
                "check                                | Missing required parameter: 'DATASET'",
                "plan x                               | Missing required option: '--out=DIR'",
                "plan x --out y --profile frugal      | there is no profile 'frugal', and no such file. There are: default",
                "plan x --out y --time soon           | 'soon' is not a duration",
                "plan x --out y --time 0s             | is not more than nothing",
                "plan x --out y --steps -5            | is not a whole number from 0 on",
                "audit x                              | Missing required parameter: 'PLAN'",
                "why x y                              | Missing required option: '--staff=ID'",
                "why x y --staff P1 --options few      | is not a whole number from 0 on",
                "options x y                          | Missing required argument",
                "options x y --session S --module C   | --module goes with --staff",
                "ledger x y --team A --room B         | mutually exclusive",
                "diff x y                             | Missing required parameter: 'PLAN_B'",
                "decide x y                           | Missing a decision",
                "decide x y --pin P1                  | --pin takes STAFF,MODULE, not 'P1'",
                "decide x y --pin P1,C --apply        | --apply and --out go together",
                "audit x y --as-of 2025-05-12         | of use with a baseline only",
                "audit x y --disruptions d.csv        | of use with a baseline only",
                "audit x y --baseline z --as-of soon  | cannot convert 'soon'",
                "simulate x                           | Missing required option: '--out=DIR'",
                "simulate x --out y --policy fast     | there is no planning policy 'fast'",
                "simulate x --out y --policy flat,flat | none twice",
                "simulate x --out y --replan gladly   | expected one of",
                "demo --people few                    | 'few' is not an int"
            })
    void badArgumentsAreBadInput(String line, String complaint) {
        CliRun run = CliRun.of(line.isBlank() ? new String[0] : line.trim().split(" +"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(complaint).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }
}
