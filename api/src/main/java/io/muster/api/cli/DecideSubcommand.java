package io.muster.api.cli;

import io.muster.api.decide.DecideCommand;
import io.muster.api.decide.DecisionView;
import io.muster.solver.explain.Decision;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster decide}. */
@Command(
        name = "decide",
        description = "Book, move, cancel or pin a booking by hand: which hard rules that breaks, and what it costs.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Several decisions are judged together. With --apply the plan is written anew, audited, unless a hard rule is"
                    + " broken. A pinned booking stays where it is when the plan is repaired, unless a disruption breaks it.",
            "SESSION is the id of a session that runs or of one to be opened, as muster options shows it; for digital"
                    + " learning the date and slot, such as 2025-05-12-AM.",
            "",
            "Exits with 2 if a hard rule would be broken.",
            "",
            "Examples:",
            "  muster decide my-data my-plan --move P00017,C,2025-05-12-AM-LAMBETH-R01",
            "  muster decide my-data my-plan --cancel P00017,C --book P00018,C,2025-05-12-AM-LAMBETH-R01",
            "  muster decide my-data my-plan --pin P00017,C --apply --out my-new-plan",
            "  muster decide my-data my-plan --move-session 2025-05-12-AM-LAMBETH-R01,2025-05-13,PM"
        })
final class DecideSubcommand implements Callable<Integer> {
    private static final int KEY_PARTS = 2;
    private static final int TARGET_PARTS = 3;

    private final Services services;
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Mixin
    private final PlanQuestion question = new PlanQuestion();

    @Option(
            names = "--book",
            paramLabel = "STAFF,MODULE,SESSION",
            description = "Book what is unbooked. May be given several times.")
    private List<String> book = new ArrayList<>();

    @Option(names = "--move", paramLabel = "STAFF,MODULE,SESSION", description = "Move a booking to another session.")
    private List<String> move = new ArrayList<>();

    @Option(names = "--cancel", paramLabel = "STAFF,MODULE", description = "Cancel a booking.")
    private List<String> cancel = new ArrayList<>();

    @Option(names = "--pin", paramLabel = "STAFF,MODULE", description = "Keep a booking where it is from now on.")
    private List<String> pin = new ArrayList<>();

    @Option(names = "--unpin", paramLabel = "STAFF,MODULE", description = "Take a pin off.")
    private List<String> unpin = new ArrayList<>();

    @Option(
            names = "--move-session",
            paramLabel = "SESSION,DATE,SLOT[,ROOM[,TRAINER;...]]",
            description =
                    "Move a session with everybody in it. Without a room it keeps its own; trainers who are not named"
                            + " stay where they are free then.")
    private List<String> moveSession = new ArrayList<>();

    @Option(names = "--apply", description = "Write the plan once the decisions are taken; needs --out.")
    private boolean apply;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the plan, with --apply.")
    private @Nullable Path out;

    DecideSubcommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Decision> decisions = decisions();
        if (decisions.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Missing a decision: --book, --move, --cancel, --pin, --unpin or --move-session");
        }
        if (apply != (out != null)) {
            throw new ParameterException(spec.commandLine(), "--apply and --out go together");
        }
        ConsoleProgress progress = console.progress();
        DecisionView view;
        try {
            view = services.deciding().decide(new DecideCommand(question.command(), decisions, out), progress);
        } finally {
            progress.done();
        }
        question.print(console, view, answer -> new AnswerText(console.out()).decision(answer));
        return view.judgement().allowed() ? ExitCode.OK : ExitCode.BAD_INPUT;
    }

    private List<Decision> decisions() {
        List<Decision> decisions = new ArrayList<>();
        book.forEach(text -> decisions.add(decision(Decision.Kind.BOOK, "--book", text, true)));
        move.forEach(text -> decisions.add(decision(Decision.Kind.MOVE, "--move", text, true)));
        cancel.forEach(text -> decisions.add(decision(Decision.Kind.CANCEL, "--cancel", text, false)));
        pin.forEach(text -> decisions.add(decision(Decision.Kind.PIN, "--pin", text, false)));
        unpin.forEach(text -> decisions.add(decision(Decision.Kind.UNPIN, "--unpin", text, false)));
        moveSession.forEach(text -> decisions.add(sessionMove(text)));
        return decisions;
    }

    private Decision sessionMove(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length < TARGET_PARTS || parts.length > TARGET_PARTS + 2) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--move-session takes SESSION,DATE,SLOT[,ROOM[,TRAINER;...]], not '" + text + "'");
        }
        String room = parts.length > TARGET_PARTS ? parts[TARGET_PARTS].strip() : "";
        String trainers = parts.length > TARGET_PARTS + 1 ? parts[TARGET_PARTS + 1] : "";
        LocalDate date;
        try {
            date = LocalDate.parse(parts[1].strip());
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), "--move-session takes a date such as 2025-05-12, not '" + parts[1] + "'", e);
        }
        return Decision.moveSession(
                parts[0].strip(),
                new Decision.Target(
                        date,
                        parts[2].strip(),
                        room.isEmpty() ? null : room,
                        Stream.of(trainers.split(";", -1))
                                .map(String::strip)
                                .filter(id -> !id.isEmpty())
                                .toList()));
    }

    private Decision decision(Decision.Kind kind, String option, String text, boolean withSession) {
        String[] parts = text.split(",", -1);
        if (parts.length != (withSession ? KEY_PARTS + 1 : KEY_PARTS)) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " takes " + (withSession ? "STAFF,MODULE,SESSION" : "STAFF,MODULE") + ", not '" + text
                            + "'");
        }
        return new Decision(kind, parts[0].strip(), parts[1].strip(), withSession ? parts[KEY_PARTS].strip() : null);
    }
}
