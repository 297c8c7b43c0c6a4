package io.muster.data.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import io.muster.data.model.Absence;
import io.muster.data.model.CalendarDay;
import io.muster.data.model.DataSet;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Venue;
import io.muster.data.support.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** What holds for any data set and for any damage to its files. */
class DataSetPropertyTest {
    private Path temp;

    @BeforeProperty
    void makeFolder() throws IOException {
        temp = Files.createTempDirectory("properties");
    }

    @AfterProperty
    void deleteFolder() throws IOException {
        AtomicFiles.deleteFolder(temp);
    }

    @Property(tries = 40, seed = "20250407")
    void whatIsWrittenReadsBackAsTheSame(@ForAll("dataSets") DataSet dataSet) throws IOException {
        DataSetWriter.writeFolder(dataSet, temp.resolve("folder"));
        DataSetWriter.writeZip(dataSet, temp.resolve("set.zip"));
        DataSetWriter.writeWorkbook(dataSet, temp.resolve("set.xlsx"));

        List<ReadResult> results = Stream.of("folder", "set.zip", "set.xlsx")
                .map(name -> DataSetReader.read(temp.resolve(name)))
                .toList();

        assertThat(results).allSatisfy(result -> {
            assertThat(result.issues()).noneMatch(issue -> issue.severity() == Severity.ERROR);
            assertThat(result.dataSet()).contains(dataSet);
            assertThat(result.inputHash()).isEqualTo(results.get(0).inputHash());
        });
    }

    @Property(tries = 400, seed = "20250829")
    void damageIsAnIssueThatNamesTheFileAndNeverAnException(
            @ForAll @IntRange(min = 0, max = 13) int file,
            @ForAll @IntRange(min = 0, max = 5) int damage,
            @ForAll long seed)
            throws IOException {
        Path folder = temp.resolve("damaged");
        DataSetWriter.writeFolder(Fixtures.tinyDataSet(), folder);
        String name = DataSetFiles.NAMES.get(file);
        damage(folder.resolve(name), damage, new Random(seed));

        ReadResult result = DataSetReader.read(folder);

        assertSensible(result);
        if (result.dataSet().isEmpty()) {
            assertThat(result.issues()).anySatisfy(issue -> {
                assertThat(issue.severity()).isEqualTo(Severity.ERROR);
                assertThat(nameOrDependant(name)).contains(issue.file());
            });
        }
    }

    /** A row that went missing is noticed where it is referred to. */
    private static List<String> nameOrDependant(String name) {
        return switch (name) {
            case "programme.json" -> List.of(name, "modules.csv");
            case "teams.csv" -> List.of(name, "staff.csv", "demand.csv");
            case "patterns.csv" -> List.of(name, "teams.csv", "staff.csv");
            case "modules.csv" -> List.of(name, "completions.csv", "trainers.csv", "staff.csv");
            case "staff.csv" -> List.of(name, "completions.csv", "absences.csv");
            case "venues.csv" -> List.of(name, "rooms.csv");
            case "rooms.csv" -> List.of(name, "room_closures.csv", "modules.csv", "staff.csv");
            case "trainers.csv" -> List.of(name, "trainer_absences.csv", "modules.csv");
            default -> List.of(name);
        };
    }

    @Property(tries = 150, seed = "20250822")
    void damagedArchivesAreIssuesNeverExceptions(
            @ForAll boolean workbook, @ForAll @IntRange(min = 3, max = 4) int damage, @ForAll long seed)
            throws IOException {
        Path archive = temp.resolve(workbook ? "damaged.xlsx" : "damaged.zip");
        if (workbook) {
            DataSetWriter.writeWorkbook(Fixtures.tinyDataSet(), archive);
        } else {
            DataSetWriter.writeZip(Fixtures.tinyDataSet(), archive);
        }
        damage(archive, damage, new Random(seed));

        assertSensible(DataSetReader.read(archive));
    }

    private static void assertSensible(ReadResult result) {
        boolean error = result.issues().stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
        assertThat(result.dataSet().isEmpty()).isEqualTo(error);
        assertThat(result.issues()).extracting(Issue::file).doesNotContainNull();
    }

    private static void damage(Path path, int kind, Random random) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            switch (kind) {
                case 0 -> removeColumn(path, random);
                case 1 -> garbleCell(path, random);
                case 2 -> removeRow(path, random);
                case 3 -> Files.write(path, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
                case 4 -> {
                    for (int i = 0; i < 3; i++) {
                        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                    }
                    Files.write(path, bytes);
                }
                default -> Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeColumn(Path path, Random random) throws IOException {
        List<String> lines = Files.readAllLines(path);
        int column = random.nextInt(lines.get(0).split(",", -1).length);
        List<String> kept = new ArrayList<>();
        for (String line : lines) {
            List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
            if (column < cells.size()) {
                cells.remove(column);
            }
            kept.add(String.join(",", cells));
        }
        Files.write(path, kept);
    }

    private static void garbleCell(Path path, Random random) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(path));
        int row = random.nextInt(lines.size());
        String[] cells = lines.get(row).split(",", -1);
        byte[] garbage = new byte[1 + random.nextInt(8)];
        for (int i = 0; i < garbage.length; i++) {
            garbage[i] = (byte) (' ' + random.nextInt(95));
        }
        cells[random.nextInt(cells.length)] = new String(garbage, StandardCharsets.US_ASCII);
        lines.set(row, String.join(",", cells));
        Files.write(path, lines);
    }

    private static void removeRow(Path path, Random random) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(path));
        lines.remove(random.nextInt(lines.size()));
        Files.write(path, lines);
    }

    @Provide
    Arbitrary<DataSet> dataSets() {
        Arbitrary<List<String>> ids = ids().list().ofMinSize(1).ofMaxSize(5).uniqueElements();
        Arbitrary<List<String>> texts = texts().list().ofSize(5);
        return Combinators.combine(
                        ids, ids, ids, texts, Arbitraries.longs(), percents().injectNull(0.3))
                .as((teamIds, staffIds, roomIds, names, seed, percent) ->
                        build(teamIds, staffIds, roomIds, names, new Random(seed), percent));
    }

    /** Any text with legal characters that is not blank; line breaks are "\n". */
    private static Arbitrary<String> texts() {
        Arbitrary<Character> awkward = Arbitraries.of(
                '"', ',', ';', '\'', '=', '+', '-', '@', '\n', '\t', ' ', '#', '\\', '\u00e9', '\u4e2d', '\u00a0', '<',
                '&', '0', 'x');
        Arbitrary<String> mixed = awkward.list().ofMinSize(1).ofMaxSize(12).map(DataSetPropertyTest::join);
        Arbitrary<String> any = Arbitraries.strings().ofMinLength(1).ofMaxLength(10);
        Arbitrary<String> astral = Arbitraries.of("\uD83D\uDE00", "a\uD83D\uDC6E\u200D\u2640\uFE0F", "e\u0301");
        return Arbitraries.oneOf(mixed, any, astral)
                .filter(text -> !Blanks.strip(text).isEmpty() && Characters.areLegal(text) && text.indexOf('\r') < 0);
    }

    private static String join(List<Character> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString();
    }

    private static Arbitrary<String> ids() {
        return texts().filter(text -> text.equals(Blanks.strip(text)) && !text.startsWith("'"));
    }

    private static Arbitrary<BigDecimal> percents() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                .ofScale(2);
    }

    private static DataSet build(
            List<String> teamIds,
            List<String> staffIds,
            List<String> roomIds,
            List<String> names,
            Random random,
            BigDecimal percent) {
        DataSet tiny = Fixtures.tinyDataSet();
        List<Team> teams = teamIds.stream()
                .map(id -> new Team(
                        id,
                        names.get(0).strip().isEmpty() ? "B" : Blanks.strip(names.get(0)),
                        "F",
                        names.get(1),
                        random.nextInt(180_001) / 1000.0 - 90,
                        random.nextInt(360_001) / 1000.0 - 180,
                        random.nextBoolean() ? "RELIEF" : "OFFICE",
                        random.nextInt(),
                        percent,
                        null))
                .toList();
        List<StaffMember> staff = new ArrayList<>();
        List<Absence> absences = new ArrayList<>();
        for (String id : staffIds) {
            LocalDate joined = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(200));
            staff.add(new StaffMember(
                    id,
                    teamIds.get(random.nextInt(teamIds.size())),
                    "R",
                    "PC",
                    StaffMember.Employment.values()[random.nextInt(4)],
                    random.nextBoolean() ? "ACTIVE" : "LONG_TERM",
                    null,
                    random.nextBoolean() ? joined : null,
                    random.nextBoolean() ? joined.plusDays(1 + random.nextInt(100)) : null,
                    random.nextBoolean() ? "OFFICE" : null,
                    random.nextBoolean() ? random.nextInt(20) - 10 : null,
                    random.nextBoolean() ? List.of("STEP_FREE", "HEARING_LOOP") : List.of(),
                    null,
                    List.of("SOIT"),
                    null,
                    random.nextInt(3)));
            LocalDateTime from = joined.atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60));
            absences.add(new Absence(id, from, from.plusMinutes(1 + random.nextInt(10_000)), names.get(2)));
        }
        List<Room> rooms = roomIds.stream()
                .map(id -> new Room(
                        id,
                        "LAM",
                        20 + random.nextInt(30),
                        random.nextInt(100_000),
                        List.of("STEP_FREE", "HEARING_LOOP"),
                        null,
                        null))
                .toList();
        return new DataSet(
                tiny.programme(),
                tiny.modules(),
                teams,
                tiny.patterns(),
                staff,
                List.of(),
                absences,
                List.of(),
                List.of(new CalendarDay(LocalDate.of(2025, 5, 5), "INFORMATION", names.get(3))),
                List.of(new Venue("LAM", names.get(4), 51.495, -0.114, true)),
                rooms,
                List.of(),
                tiny.trainers(),
                List.of());
    }
}
