package io.muster.api.cli;

import static io.muster.api.explain.ExplainService.asked;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster ledger}. */
@Command(
        name = "ledger",
        description = "What a team, room, trainer or session costs, and what limits it.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Of a team: how many may train on each day and why, how many do, and how many more may.",
            "",
            "Examples:",
            "  muster ledger my-data my-plan --team AW-ERPT-01A",
            "  muster ledger my-data my-plan --room LAMBETH-R01",
            "  muster ledger my-data my-plan --trainer T0007 --json",
            "  muster ledger my-data my-plan --session 2025-05-12-AM-LAMBETH-R01"
        })
final class LedgerSubcommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Mixin
    private final PlanQuestion question = new PlanQuestion();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Subject subject;

    /** Whose ledger. */
    static final class Subject {
        @Option(names = "--team", paramLabel = "ID", description = "A team.")
        private @Nullable String team;

        @Option(names = "--room", paramLabel = "ID", description = "A room.")
        private @Nullable String room;

        @Option(names = "--trainer", paramLabel = "ID", description = "A trainer.")
        private @Nullable String trainer;

        @Option(names = "--session", paramLabel = "ID", description = "A session that runs.")
        private @Nullable String session;
    }

    LedgerSubcommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() {
        LedgerText text = new LedgerText(console.out());
        String team = subject.team;
        String room = subject.room;
        String trainer = subject.trainer;
        String session = subject.session;
        if (team != null) {
            question.answer(
                    services, console, open -> asked(() -> open.explainer().team(team)), text::team);
        } else if (room != null) {
            question.answer(
                    services, console, open -> asked(() -> open.explainer().room(room)), text::room);
        } else if (trainer != null) {
            question.answer(
                    services, console, open -> asked(() -> open.explainer().trainer(trainer)), text::trainer);
        } else if (session != null) {
            question.answer(
                    services, console, open -> asked(() -> open.explainer().session(session)), text::session);
        }
        return ExitCode.OK;
    }
}
