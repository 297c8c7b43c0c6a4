package io.muster.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.muster.data.issue.Issue;
import io.muster.data.issue.IssueCode;
import io.muster.data.support.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case breaks one thing of a valid data set and expects one issue: that one, at its place, and no other. */
class BrokenInputTest {
    @TempDir
    Path folder;

    /** Breaks something. */
    @FunctionalInterface
    interface Break {
        void apply(Path folder) throws IOException;
    }

    @BeforeEach
    void writeValidDataSet() throws IOException {
        DataSetWriter.writeFolder(Fixtures.tinyDataSet(), folder);
    }

    private static Break replace(String file, String text, String by) {
        return folder -> {
            Path path = folder.resolve(file);
            String content = Files.readString(path);
            assertThat(content).as("the fixture's " + file).contains(text);
            int at = content.indexOf(text);
            Files.writeString(path, content.substring(0, at) + by + content.substring(at + text.length()));
        };
    }

    private static Break append(String file, String line) {
        return folder -> Files.writeString(folder.resolve(file), Files.readString(folder.resolve(file)) + line + "\n");
    }

    private static Break bytes(String file, String text, int... by) {
        return folder -> {
            Path path = folder.resolve(file);
            String content = Files.readString(path);
            assertThat(content).as("the fixture's " + file).contains(text);
            StringBuilder replacement = new StringBuilder();
            for (int b : by) {
                replacement.append((char) b);
            }
            Files.write(path, content.replace(text, replacement).getBytes(StandardCharsets.ISO_8859_1));
        };
    }

    private static Break keepHeader(String file) {
        return folder -> Files.writeString(
                folder.resolve(file), Files.readAllLines(folder.resolve(file)).get(0) + "\n");
    }

    private static Break delete(String file) {
        return folder -> Files.delete(folder.resolve(file));
    }

    private static Arguments broken(
            String name, Break change, IssueCode code, String file, Integer row, String column, String id) {
        return arguments(name, change, code, file, row, column, id);
    }

    private static Arguments programme(String name, String text, String by, IssueCode code, String field) {
        return broken(name, replace("programme.json", text, by), code, "programme.json", null, field, null);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                broken("missing file", delete("staff.csv"), IssueCode.MISSING_FILE, "staff.csv", null, null, null),
                broken(
                        "missing teams hide nothing else",
                        delete("teams.csv"),
                        IssueCode.MISSING_FILE,
                        "teams.csv",
                        null,
                        null,
                        null),
                broken(
                        "missing programme",
                        delete("programme.json"),
                        IssueCode.MISSING_FILE,
                        "programme.json",
                        null,
                        null,
                        null),
                broken("missing rooms", delete("rooms.csv"), IssueCode.MISSING_FILE, "rooms.csv", null, null, null),
                broken(
                        "missing modules",
                        delete("modules.csv"),
                        IssueCode.MISSING_FILE,
                        "modules.csv",
                        null,
                        null,
                        null),
                broken(
                        "folder instead of file",
                        folder -> {
                            Files.delete(folder.resolve("calendar.csv"));
                            Files.createDirectory(folder.resolve("calendar.csv"));
                        },
                        IssueCode.UNREADABLE_FILE,
                        "calendar.csv",
                        null,
                        null,
                        null),
                broken(
                        "misspelt file",
                        folder -> Files.writeString(folder.resolve("abscences.csv"), "x"),
                        IssueCode.UNKNOWN_FILE,
                        "abscences.csv",
                        null,
                        null,
                        null),
                broken(
                        "file of no bytes",
                        folder -> Files.writeString(folder.resolve("absences.csv"), ""),
                        IssueCode.EMPTY_FILE,
                        "absences.csv",
                        null,
                        null,
                        null),
                broken(
                        "no rooms though face to face",
                        folder -> {
                            keepHeader("rooms.csv").apply(folder);
                            keepHeader("room_closures.csv").apply(folder);
                            replace("staff.csv", "STEP_FREE", "").apply(folder);
                        },
                        IssueCode.EMPTY_FILE,
                        "rooms.csv",
                        null,
                        null,
                        null),
                broken(
                        "missing required column",
                        folder -> {
                            Path path = folder.resolve("venues.csv");
                            Files.writeString(
                                    path,
                                    Files.readAllLines(path).stream()
                                            .map(line -> line.substring(0, line.lastIndexOf(',')))
                                            .collect(Collectors.joining("\n")));
                        },
                        IssueCode.MISSING_COLUMN,
                        "venues.csv",
                        1,
                        "internal",
                        null),
                broken(
                        "missing starred column",
                        folder -> {
                            Path path = folder.resolve("trainers.csv");
                            Files.writeString(
                                    path,
                                    Files.readAllLines(path).stream()
                                            .map(line -> line.substring(0, line.lastIndexOf(',')))
                                            .collect(Collectors.joining("\n")));
                        },
                        IssueCode.MISSING_COLUMN,
                        "trainers.csv",
                        1,
                        "to",
                        null),
                broken(
                        "column twice",
                        folder -> {
                            Path path = folder.resolve("calendar.csv");
                            Files.writeString(
                                    path,
                                    Files.readAllLines(path).stream()
                                            .map(line -> line + line.substring(line.lastIndexOf(',')))
                                            .collect(Collectors.joining("\n")));
                        },
                        IssueCode.DUPLICATE_COLUMN,
                        "calendar.csv",
                        1,
                        "name",
                        null),
                broken(
                        "unknown column",
                        folder -> {
                            Path path = folder.resolve("calendar.csv");
                            Files.writeString(
                                    path,
                                    Files.readAllLines(path).stream()
                                            .map(line -> line + ",remark")
                                            .collect(Collectors.joining("\n")));
                        },
                        IssueCode.UNKNOWN_COLUMN,
                        "calendar.csv",
                        1,
                        "remark",
                        null),
                broken(
                        "not UTF-8",
                        bytes("venues.csv", "Friends", 'C', 'a', 'f', 0xe9),
                        IssueCode.NOT_UTF8,
                        "venues.csv",
                        3,
                        "name",
                        "FRI"),
                broken(
                        "not UTF-8 in the programme",
                        bytes("programme.json", "A tiny", 'A', 0xff),
                        IssueCode.NOT_UTF8,
                        "programme.json",
                        null,
                        "name",
                        null),
                broken(
                        "NUL character",
                        replace("venues.csv", "Lambeth", "Lam\u0000beth"),
                        IssueCode.ILLEGAL_CHARACTER,
                        "venues.csv",
                        2,
                        "name",
                        "LAM"),
                broken(
                        "quote never closed",
                        replace("absences.csv", "COURT", "\"COURT"),
                        IssueCode.MALFORMED_CSV,
                        "absences.csv",
                        3,
                        null,
                        null),
                broken(
                        "text after a closing quote",
                        replace("calendar.csv", "Good Friday", "\"Good\" Friday"),
                        IssueCode.MALFORMED_CSV,
                        "calendar.csv",
                        2,
                        null,
                        null),
                broken(
                        "too many cells",
                        replace("calendar.csv", "Good Friday", "Good,Friday"),
                        IssueCode.WRONG_CELL_COUNT,
                        "calendar.csv",
                        2,
                        null,
                        "2025-04-18"),
                broken(
                        "too few cells",
                        replace("calendar.csv", ",Good Friday", ""),
                        IssueCode.WRONG_CELL_COUNT,
                        "calendar.csv",
                        2,
                        null,
                        "2025-04-18"),
                broken(
                        "too few cells of a referenced row",
                        replace("venues.csv", ",true", ""),
                        IssueCode.WRONG_CELL_COUNT,
                        "venues.csv",
                        2,
                        null,
                        "LAM"),
                broken(
                        "row of commas",
                        append("calendar.csv", ",,"),
                        IssueCode.BLANK_ROW,
                        "calendar.csv",
                        4,
                        null,
                        null),
                broken(
                        "malformed JSON",
                        replace("programme.json", "\"asOf\":", "\"asOf\" "),
                        IssueCode.MALFORMED_JSON,
                        "programme.json",
                        8,
                        null,
                        null),
                broken(
                        "JSON field twice",
                        replace("programme.json", "\"asOf\"", "\"id\""),
                        IssueCode.MALFORMED_JSON,
                        "programme.json",
                        8,
                        null,
                        null));
    }

    static Stream<Arguments> cells() {
        return Stream.of(
                broken(
                        "bad date",
                        replace("calendar.csv", "2025-04-18", "18/04/2025"),
                        IssueCode.UNPARSABLE_VALUE,
                        "calendar.csv",
                        2,
                        "date",
                        "18/04/2025"),
                broken(
                        "date that is none",
                        replace("calendar.csv", "2025-04-18", "2025-02-30"),
                        IssueCode.UNPARSABLE_VALUE,
                        "calendar.csv",
                        2,
                        "date",
                        "2025-02-30"),
                broken(
                        "bad time",
                        replace("patterns.csv", "16:30", "4.30pm"),
                        IssueCode.UNPARSABLE_VALUE,
                        "patterns.csv",
                        2,
                        "end",
                        "RELIEF"),
                broken(
                        "bad date-time",
                        replace("absences.csv", "2025-05-12T00:00", "2025-05-12"),
                        IssueCode.UNPARSABLE_VALUE,
                        "absences.csv",
                        2,
                        "from",
                        "P1"),
                broken(
                        "bad number",
                        replace("rooms.csv", "LAM,24", "LAM,two dozen"),
                        IssueCode.UNPARSABLE_VALUE,
                        "rooms.csv",
                        2,
                        "capacity",
                        "LAM-1"),
                broken(
                        "bad money",
                        replace("rooms.csv", "45000", "450.00"),
                        IssueCode.UNPARSABLE_VALUE,
                        "rooms.csv",
                        3,
                        "pence_per_slot",
                        "FRI-1"),
                broken(
                        "bad boolean",
                        replace("venues.csv", "true", "yes"),
                        IssueCode.UNPARSABLE_VALUE,
                        "venues.csv",
                        2,
                        "internal",
                        "LAM"),
                broken(
                        "bad word",
                        replace("staff.csv", "OFFICER", "CONSTABLE"),
                        IssueCode.UNPARSABLE_VALUE,
                        "staff.csv",
                        2,
                        "employment",
                        "P1"),
                broken(
                        "bad per cent",
                        replace("teams.csv", "12.5", "12.5%"),
                        IssueCode.UNPARSABLE_VALUE,
                        "teams.csv",
                        2,
                        "ceiling_pct",
                        "CN-A"),
                broken(
                        "bad demand scope",
                        replace("demand.csv", "BCU:CN", "BOROUGH:Camden"),
                        IssueCode.UNPARSABLE_VALUE,
                        "demand.csv",
                        3,
                        "scope",
                        "BOROUGH:Camden"),
                broken(
                        "empty required cell",
                        replace("staff.csv", "Sergeant", ""),
                        IssueCode.MISSING_VALUE,
                        "staff.csv",
                        3,
                        "rank",
                        "P2"),
                broken(
                        "blank required cell",
                        replace("staff.csv", "Sergeant", "  "),
                        IssueCode.MISSING_VALUE,
                        "staff.csv",
                        3,
                        "rank",
                        "P2"),
                broken(
                        "empty class size",
                        replace("modules.csv", "VIRTUAL,1,2", "VIRTUAL,1,"),
                        IssueCode.MISSING_VALUE,
                        "modules.csv",
                        5,
                        "min_class",
                        "K"),
                broken(
                        "per cent above 100",
                        replace("teams.csv", "12.5", "112.5"),
                        IssueCode.VALUE_OUT_OF_RANGE,
                        "teams.csv",
                        2,
                        "ceiling_pct",
                        "CN-A"),
                broken(
                        "factor above 1",
                        replace("demand.csv", ",0.5,", ",1.5,"),
                        IssueCode.VALUE_OUT_OF_RANGE,
                        "demand.csv",
                        3,
                        "ceiling_factor",
                        "BCU:CN"),
                broken(
                        "priority above 2",
                        replace("staff.csv", ",K1,2", ",K1,3"),
                        IssueCode.VALUE_OUT_OF_RANGE,
                        "staff.csv",
                        3,
                        "priority",
                        "P2"),
                broken(
                        "negative money",
                        replace("trainers.csv", "60000", "-60000"),
                        IssueCode.VALUE_OUT_OF_RANGE,
                        "trainers.csv",
                        3,
                        "pence_per_day",
                        "T2"),
                broken(
                        "number beyond all bounds",
                        replace("trainers.csv", "60000", "99999999999999999999"),
                        IssueCode.VALUE_OUT_OF_RANGE,
                        "trainers.csv",
                        3,
                        "pence_per_day",
                        "T2"),
                broken(
                        "three slots",
                        replace("modules.csv", "FACE_TO_FACE,2", "FACE_TO_FACE,3"),
                        IssueCode.VALUE_OUT_OF_RANGE,
                        "modules.csv",
                        3,
                        "slots",
                        "D"),
                broken(
                        "no capacity",
                        replace("rooms.csv", "LAM,24", "LAM,0"),
                        IssueCode.CAPACITY_NOT_POSITIVE,
                        "rooms.csv",
                        2,
                        "capacity",
                        "LAM-1"),
                broken(
                        "negative capacity",
                        replace("rooms.csv", "LAM,24", "LAM,-24"),
                        IssueCode.CAPACITY_NOT_POSITIVE,
                        "rooms.csv",
                        2,
                        "capacity",
                        "LAM-1"),
                broken(
                        "no seats in a class",
                        replace("modules.csv", "VIRTUAL,1,2,12", "VIRTUAL,1,0,0"),
                        IssueCode.CAPACITY_NOT_POSITIVE,
                        "modules.csv",
                        5,
                        "max_class",
                        "K"),
                broken(
                        "latitude out of range",
                        replace("teams.csv", "51.521", "151.521"),
                        IssueCode.COORDINATE_OUT_OF_RANGE,
                        "teams.csv",
                        2,
                        "lat",
                        "CN-A"),
                broken(
                        "longitude out of range",
                        replace("venues.csv", "-0.131", "-530131"),
                        IssueCode.COORDINATE_OUT_OF_RANGE,
                        "venues.csv",
                        3,
                        "lon",
                        "FRI"),
                broken(
                        "formula text",
                        replace("venues.csv", "Lambeth", "=HYPERLINK(x)"),
                        IssueCode.FORMULA_TEXT,
                        "venues.csv",
                        2,
                        "name",
                        "LAM"),
                broken(
                        "text that begins with a tab",
                        replace("venues.csv", "Lambeth", "\tLambeth"),
                        IssueCode.FORMULA_TEXT,
                        "venues.csv",
                        2,
                        "name",
                        "LAM"),
                broken(
                        "blank after an id",
                        replace("teams.csv", "RELIEF", "RELIEF "),
                        IssueCode.TEXT_TRIMMED,
                        "teams.csv",
                        2,
                        "pattern",
                        "CN-A"),
                broken(
                        "repeated list item",
                        replace("trainers.csv", "C;D;K", "C;D;K;C"),
                        IssueCode.LIST_ITEM_IGNORED,
                        "trainers.csv",
                        2,
                        "modules",
                        "T1"),
                broken(
                        "semicolon in a trainer's id",
                        append("trainers.csv", "T;3,true,C,0,4,,"),
                        IssueCode.SEPARATOR_IN_ID,
                        "trainers.csv",
                        4,
                        "trainer",
                        "T;3"));
    }

    static Stream<Arguments> references() {
        return Stream.of(
                broken(
                        "unknown team",
                        replace("staff.csv", "P1,CN-A", "P1,CN-Z"),
                        IssueCode.UNKNOWN_TEAM,
                        "staff.csv",
                        2,
                        "team",
                        "P1"),
                broken(
                        "unknown own pattern",
                        replace("staff.csv", "OFFICE,", "OFICE,"),
                        IssueCode.UNKNOWN_REFERENCE,
                        "staff.csv",
                        3,
                        "pattern",
                        "P2"),
                broken(
                        "unknown pattern",
                        replace("teams.csv", "RELIEF", "RELIEV"),
                        IssueCode.UNKNOWN_REFERENCE,
                        "teams.csv",
                        2,
                        "pattern",
                        "CN-A"),
                broken(
                        "unknown prerequisite",
                        replace("modules.csv", "C;E", "C;X"),
                        IssueCode.UNKNOWN_REFERENCE,
                        "modules.csv",
                        3,
                        "after",
                        "D"),
                broken(
                        "completion of unknown staff",
                        replace("completions.csv", "P3", "P9"),
                        IssueCode.UNKNOWN_REFERENCE,
                        "completions.csv",
                        2,
                        "staff",
                        "P9 C"),
                broken(
                        "completion of unknown module",
                        replace("completions.csv", "P3,C", "P3,X"),
                        IssueCode.UNKNOWN_REFERENCE,
                        "completions.csv",
                        2,
                        "module",
                        "P3 X"),
                broken(
                        "absence of unknown staff",
                        replace("absences.csv", "P2", "P9"),
                        IssueCode.UNKNOWN_REFERENCE,
                        "absences.csv",
                        3,
                        "staff",
                        "P9"),
                broken(
                        "demand of unknown BCU",
                        replace("demand.csv", "BCU:CN", "BCU:XX"),
                        IssueCode.UNKNOWN_REFERENCE,
                        "demand.csv",
                        3,
                        "scope",
                        "BCU:XX"),
                broken(
                        "demand of unknown function",
                        replace("demand.csv", "BCU:CN", "FUNCTION:X"),
                        IssueCode.UNKNOWN_REFERENCE,
                        "demand.csv",
                        3,
                        "scope",
                        "FUNCTION:X"),
                broken(
                        "demand of unknown team",
                        replace("demand.csv", "BCU:CN", "TEAM:CN"),
                        IssueCode.UNKNOWN_REFERENCE,
                        "demand.csv",
                        3,
                        "scope",
                        "TEAM:CN"),
                broken(
                        "room of unknown venue",
                        replace("rooms.csv", "FRI-1,FRI", "FRI-1,FRY"),
                        IssueCode.UNKNOWN_REFERENCE,
                        "rooms.csv",
                        3,
                        "venue",
                        "FRI-1"),
                broken(
                        "closure of unknown room",
                        replace("room_closures.csv", "LAM-1", "LAM-9"),
                        IssueCode.UNKNOWN_REFERENCE,
                        "room_closures.csv",
                        2,
                        "room",
                        "LAM-9"),
                broken(
                        "trainer of unknown module",
                        replace("trainers.csv", "C;D;K", "C;D;K;X"),
                        IssueCode.UNKNOWN_REFERENCE,
                        "trainers.csv",
                        2,
                        "modules",
                        "T1"),
                broken(
                        "absence of unknown trainer",
                        replace("trainer_absences.csv", "T1", "T9"),
                        IssueCode.UNKNOWN_REFERENCE,
                        "trainer_absences.csv",
                        2,
                        "trainer",
                        "T9"),
                broken(
                        "staff twice",
                        append("staff.csv", "P1,CN-A,ERPT,PC,OFFICER,ACTIVE,,,,,,,,,,0"),
                        IssueCode.DUPLICATE_KEY,
                        "staff.csv",
                        5,
                        "staff",
                        "P1"),
                broken(
                        "completion twice",
                        append("completions.csv", "P3,C,2025-02-04,again"),
                        IssueCode.DUPLICATE_KEY,
                        "completions.csv",
                        3,
                        "staff",
                        "P3 C"),
                broken(
                        "calendar day twice",
                        append("calendar.csv", "2025-04-18,CLOSED,again"),
                        IssueCode.DUPLICATE_KEY,
                        "calendar.csv",
                        4,
                        "date",
                        "2025-04-18"),
                broken(
                        "pattern day twice",
                        append("patterns.csv", "OFFICE,2025-04-07,6,R,,"),
                        IssueCode.DUPLICATE_KEY,
                        "patterns.csv",
                        14,
                        "day",
                        "OFFICE"));
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                broken(
                        "demand ends before it starts",
                        replace("demand.csv", "2025-05-09", "2025-05-04"),
                        IssueCode.RANGE_ENDS_BEFORE_START,
                        "demand.csv",
                        3,
                        "to",
                        "BCU:CN"),
                broken(
                        "absence of no length",
                        replace("absences.csv", "2025-06-02T12:00", "2025-06-02T09:30"),
                        IssueCode.RANGE_ENDS_BEFORE_START,
                        "absences.csv",
                        3,
                        "to",
                        "P2"),
                broken(
                        "closure ends before it starts",
                        replace("room_closures.csv", "2025-05-16", "2025-05-11"),
                        IssueCode.RANGE_ENDS_BEFORE_START,
                        "room_closures.csv",
                        2,
                        "to",
                        "LAM-1"),
                broken(
                        "room's time ends before it starts",
                        replace("rooms.csv", "2025-07-31", "2025-04-06"),
                        IssueCode.RANGE_ENDS_BEFORE_START,
                        "rooms.csv",
                        3,
                        "to",
                        "FRI-1"),
                broken(
                        "trainer's absence ends before it starts",
                        replace("trainer_absences.csv", "2025-06-20", "2025-06-15"),
                        IssueCode.RANGE_ENDS_BEFORE_START,
                        "trainer_absences.csv",
                        2,
                        "to",
                        "T1"),
                broken(
                        "leaves on joining",
                        replace("staff.csv", "2025-08-01", "2025-05-01"),
                        IssueCode.RANGE_ENDS_BEFORE_START,
                        "staff.csv",
                        3,
                        "leaves",
                        "P2"),
                broken(
                        "pattern day missing",
                        replace("patterns.csv", "RELIEF,2025-04-07,3,R,,\n", ""),
                        IssueCode.PATTERN_DAYS_MISSING,
                        "patterns.csv",
                        2,
                        "day",
                        "RELIEF"),
                broken(
                        "cycle start differs",
                        replace("patterns.csv", "RELIEF,2025-04-07,3", "RELIEF,2025-04-08,3"),
                        IssueCode.PATTERN_CYCLE_START_DIFFERS,
                        "patterns.csv",
                        5,
                        "cycle_start",
                        "RELIEF"),
                broken(
                        "duty without end",
                        replace("patterns.csv", "22:00,07:30", "22:00,"),
                        IssueCode.DUTY_WITHOUT_TIMES,
                        "patterns.csv",
                        4,
                        "end",
                        "RELIEF"),
                broken(
                        "duty of no length",
                        replace("patterns.csv", "22:00,07:30", "22:00,22:00"),
                        IssueCode.DUTY_WITHOUT_LENGTH,
                        "patterns.csv",
                        4,
                        "end",
                        "RELIEF"),
                broken(
                        "rest day with times",
                        replace("patterns.csv", "RELIEF,2025-04-07,3,R,,", "RELIEF,2025-04-07,3,R,09:00,"),
                        IssueCode.REST_DAY_WITH_TIMES,
                        "patterns.csv",
                        5,
                        "start",
                        "RELIEF"),
                broken(
                        "prerequisite circle",
                        replace("modules.csv", "0,0,0,0,,,,,", "0,0,0,0,,D,,,"),
                        IssueCode.PREREQUISITE_CYCLE,
                        "modules.csv",
                        3,
                        "after",
                        "D"),
                broken(
                        "nobody teaches it",
                        replace("trainers.csv", "C;D;K", "C;K"),
                        IssueCode.MODULE_WITHOUT_TRAINER,
                        "modules.csv",
                        3,
                        "module",
                        "D"),
                broken(
                        "too few teach it",
                        replace("trainers.csv", "false,C,", "false,D,"),
                        IssueCode.TOO_FEW_TRAINERS,
                        "modules.csv",
                        2,
                        "trainers",
                        "C"),
                broken(
                        "too few internal trainers",
                        replace("trainers.csv", "T1,true,C;D;K,0,4,,", "T1,true,D;K,0,4,,\nT3,false,C,0,4,,"),
                        IssueCode.TOO_FEW_TRAINERS,
                        "modules.csv",
                        2,
                        "internal_trainers",
                        "C"),
                broken(
                        "too big for every room",
                        replace("modules.csv", "FACE_TO_FACE,2,8,20", "FACE_TO_FACE,2,25,40"),
                        IssueCode.MODULE_TOO_BIG_FOR_ROOMS,
                        "modules.csv",
                        3,
                        "min_class",
                        "D"),
                broken(
                        "class sizes crossed",
                        replace("modules.csv", "FACE_TO_FACE,2,8,20", "FACE_TO_FACE,2,21,20"),
                        IssueCode.CLASS_SIZES_CROSSED,
                        "modules.csv",
                        3,
                        "min_class",
                        "D"),
                broken(
                        "more internal trainers than trainers",
                        replace("modules.csv", "12,1,1", "12,1,2"),
                        IssueCode.INTERNAL_TRAINERS_ABOVE_TRAINERS,
                        "modules.csv",
                        5,
                        "internal_trainers",
                        "K"),
                broken(
                        "gaps crossed",
                        replace("modules.csv", "7,60", "70,60"),
                        IssueCode.GAPS_CROSSED,
                        "modules.csv",
                        3,
                        "min_gap_days",
                        "D"),
                broken(
                        "gap to nothing",
                        replace("modules.csv", "C;E", ""),
                        IssueCode.GAP_WITHOUT_PREREQUISITE,
                        "modules.csv",
                        3,
                        "min_gap_days",
                        "D"),
                broken(
                        "digital with a trainer",
                        replace("modules.csv", "DIGITAL,1,0,0,0", "DIGITAL,1,0,0,1"),
                        IssueCode.DIGITAL_WITH_CLASS,
                        "modules.csv",
                        4,
                        "trainers",
                        "E"),
                broken(
                        "released too late",
                        replace("modules.csv", "2025-04-28", "2026-04-28"),
                        IssueCode.RELEASE_AFTER_PROGRAMME,
                        "modules.csv",
                        3,
                        "release_date",
                        "D"),
                broken(
                        "cohort above max_class",
                        replace("modules.csv", "VIRTUAL,1,2,12", "VIRTUAL,1,1,1"),
                        IssueCode.COHORT_TOO_BIG,
                        "staff.csv",
                        2,
                        "cohort",
                        "K1"),
                broken(
                        "status_until without effect",
                        replace("staff.csv", "ACTIVE,", "ACTIVE,2025-06-30"),
                        IssueCode.STATUS_UNTIL_IGNORED,
                        "staff.csv",
                        2,
                        "status_until",
                        "P1"),
                broken(
                        "need that no room meets",
                        replace("staff.csv", "STEP_FREE", "QUIET"),
                        IssueCode.NEED_NO_ROOM_OFFERS,
                        "staff.csv",
                        2,
                        "needs",
                        "P1"),
                broken(
                        "not before the last slot",
                        replace("staff.csv", "09:00", "18:00"),
                        IssueCode.NOT_BEFORE_TOO_LATE,
                        "staff.csv",
                        3,
                        "not_before",
                        "P2"));
    }

    static Stream<Arguments> programmes() {
        return Stream.of(
                programme("missing field", "\"minRestHours\": 11,", "", IssueCode.MISSING_FIELD, "limits.minRestHours"),
                programme(
                        "null field",
                        "\"minRestHours\": 11,",
                        "\"minRestHours\": null,",
                        IssueCode.MISSING_FIELD,
                        "limits.minRestHours"),
                programme(
                        "unknown field",
                        "\"minRestHours\": 11,",
                        "\"minRestHours\": 11, \"maxHours\": 48,",
                        IssueCode.UNKNOWN_FIELD,
                        "limits.maxHours"),
                programme(
                        "number as text",
                        "\"minRestHours\": 11",
                        "\"minRestHours\": \"11\"",
                        IssueCode.UNPARSABLE_VALUE,
                        "limits.minRestHours"),
                programme("bad zone", "Europe/London", "Europe/Londinium", IssueCode.UNPARSABLE_VALUE, "timeZone"),
                programme(
                        "unsupported version",
                        "\"formatVersion\": \"1\"",
                        "\"formatVersion\": \"2\"",
                        IssueCode.UNSUPPORTED_FORMAT_VERSION,
                        "formatVersion"),
                programme(
                        "ends before it starts",
                        "\"lastDay\": \"2025-08-29\"",
                        "\"lastDay\": \"2025-04-06\"",
                        IssueCode.RANGE_ENDS_BEFORE_START,
                        "lastDay"),
                programme(
                        "per cent above 100",
                        "\"occupancyPct\": 85",
                        "\"occupancyPct\": 185",
                        IssueCode.VALUE_OUT_OF_RANGE,
                        "target.occupancyPct"),
                programme(
                        "negative price",
                        "\"emptySeat\": 500",
                        "\"emptySeat\": -500",
                        IssueCode.VALUE_OUT_OF_RANGE,
                        "prices.emptySeat"),
                programme(
                        "unknown weekday", "\"MON\"", "\"MONDAY\"", IssueCode.UNPARSABLE_VALUE, "trainingWeekdays[0]"),
                programme(
                        "slots overlap",
                        "\"start\": \"13:30\"",
                        "\"start\": \"12:00\"",
                        IssueCode.SLOTS_OVERLAP,
                        "slots[1].start"),
                programme(
                        "slot of no length",
                        "\"end\": \"17:00\"",
                        "\"end\": \"13:30\"",
                        IssueCode.RANGE_ENDS_BEFORE_START,
                        "slots[1].end"),
                programme("slot id twice", "\"id\": \"PM\"", "\"id\": \"AM\"", IssueCode.DUPLICATE_KEY, "slots[1].id"),
                programme(
                        "slots out of order",
                        "\"start\": \"09:00\",\n      \"end\": \"12:30\"",
                        "\"start\": \"18:00\",\n      \"end\": \"20:00\"",
                        IssueCode.SLOTS_OUT_OF_ORDER,
                        "slots[1].start"),
                programme(
                        "no band for late changes",
                        "\"minDays\": 0,",
                        "\"minDays\": 1,",
                        IssueCode.CHANGE_BANDS_INCOMPLETE,
                        "prices.changeBands"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"files", "cells", "references", "rows", "programmes"})
    void oneBreakGivesItsOneIssue(
            String name, Break change, IssueCode code, String file, Integer row, String column, String id)
            throws IOException {
        change.apply(folder);

        ReadResult result = DataSetReader.read(folder);

        assertThat(result.issues())
                .as(name + ": " + result.issues())
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo(code.name());
                    assertThat(issue.severity()).isEqualTo(code.severity());
                    assertThat(issue.file()).isEqualTo(file);
                    assertThat(issue.row()).isEqualTo(row);
                    assertThat(issue.column()).isEqualTo(column);
                    assertThat(issue.id()).isEqualTo(id);
                    assertThat(issue.message()).endsWith(".").hasSizeGreaterThan(20);
                });
        boolean error = code.severity() == io.muster.data.issue.Severity.ERROR;
        assertThat(result.dataSet().isEmpty()).isEqualTo(error);
        assertThat(result.inputHash().isEmpty()).isEqualTo(error);
    }

    @Test
    void manyBreaksAreAllReportedInOnePass() throws IOException {
        List<Break> breaks = List.of(
                replace("programme.json", "\"minRestHours\": 11,", ""),
                replace("modules.csv", "C;E", "C;X"),
                replace("modules.csv", "VIRTUAL,1,2,12,1", "VIRTUAL,1,2,12,one"),
                replace("teams.csv", "RELIEF", "RELIEV"),
                replace("patterns.csv", "22:00,07:30", "22:00,22:00"),
                replace("staff.csv", "P1,CN-A", "P1,CN-Z"),
                replace("staff.csv", "Sergeant", ""),
                replace("absences.csv", "P2", "P9"),
                replace("absences.csv", "2025-05-19", "2025-05-10"),
                replace("demand.csv", ",0.5,", ",1.5,"),
                replace("calendar.csv", "2025-04-18", "18/04/2025"),
                replace("rooms.csv", "LAM,24", "LAM,0"),
                replace("trainers.csv", "60000", "-60000"),
                delete("trainer_absences.csv"));
        for (Break change : breaks) {
            change.apply(folder);
        }

        ReadResult result = DataSetReader.read(folder);

        assertThat(result.dataSet()).isEmpty();
        assertThat(result.issues())
                .extracting(issue -> issue.file() + " " + issue.row() + " " + issue.column() + " " + issue.code())
                .containsExactly(
                        "programme.json null limits.minRestHours MISSING_FIELD",
                        "modules.csv 3 after UNKNOWN_REFERENCE",
                        "modules.csv 5 trainers UNPARSABLE_VALUE",
                        "teams.csv 2 pattern UNKNOWN_REFERENCE",
                        "patterns.csv 4 end DUTY_WITHOUT_LENGTH",
                        "staff.csv 2 team UNKNOWN_TEAM",
                        "staff.csv 3 rank MISSING_VALUE",
                        "absences.csv 2 to RANGE_ENDS_BEFORE_START",
                        "absences.csv 3 staff UNKNOWN_REFERENCE",
                        "demand.csv 3 ceiling_factor VALUE_OUT_OF_RANGE",
                        "calendar.csv 2 date UNPARSABLE_VALUE",
                        "rooms.csv 2 capacity CAPACITY_NOT_POSITIVE",
                        "trainers.csv 3 pence_per_day VALUE_OUT_OF_RANGE",
                        "trainer_absences.csv null null MISSING_FILE");
    }

    @Test
    void aCohortLargerThanEveryRoomIsReportedFaceToFaceOnly() throws IOException {
        replace("rooms.csv", "LAM,24", "LAM,1").apply(folder);
        replace("rooms.csv", "FRI,20", "FRI,1").apply(folder);
        Path modules = folder.resolve("modules.csv");
        String text = Files.readString(modules).replace(",8,20,", ",1,20,");
        Files.writeString(modules, text);
        assertThat(DataSetReader.read(folder).issues()).isEmpty();

        Files.writeString(modules, text.replace("VIRTUAL,1,2", "FACE_TO_FACE,1,1"));
        assertThat(DataSetReader.read(folder).issues())
                .extracting(Issue::code, Issue::id)
                .containsExactly(tuple("COHORT_TOO_BIG", "K1"));
    }

    @Test
    void aTwoSlotModuleNeedsTwoSlots() throws IOException {
        Path programme = folder.resolve("programme.json");
        String text = Files.readString(programme);
        int from = text.indexOf("{", text.indexOf("\"PM\"") - 20);
        Files.writeString(
                programme,
                text.substring(0, text.lastIndexOf(',', from)) + text.substring(text.indexOf('}', from) + 1));

        assertThat(DataSetReader.read(folder).issues())
                .extracting(Issue::code, Issue::file, Issue::row, Issue::id)
                .containsExactly(tuple("MODULE_NEEDS_TWO_SLOTS", "modules.csv", 3, "D"));
    }

    @Test
    void aFileInUtf16IsOneIssueAndLeadsToNoOther() throws IOException {
        for (String file : List.of("trainers.csv", "teams.csv", "rooms.csv")) {
            Path path = folder.resolve(file);
            Files.writeString(path, "\uFEFF" + Files.readString(path), StandardCharsets.UTF_16LE);
        }

        assertThat(DataSetReader.read(folder).issues())
                .extracting(Issue::file, Issue::row, Issue::code)
                .containsExactly(
                        tuple("teams.csv", 1, "NOT_UTF8"),
                        tuple("rooms.csv", 1, "NOT_UTF8"),
                        tuple("trainers.csv", 1, "NOT_UTF8"));
    }

    @Test
    void aMalformedRecordDoesNotMakeItsIdUnknown() throws IOException {
        replace("trainers.csv", "T1,", "\"T\"1,").apply(folder);
        replace("staff.csv", "P2,", "\"P\"2,").apply(folder);

        assertThat(DataSetReader.read(folder).issues())
                .extracting(Issue::file, Issue::row, Issue::code)
                .containsExactly(tuple("staff.csv", 3, "MALFORMED_CSV"), tuple("trainers.csv", 2, "MALFORMED_CSV"));
    }

    @Test
    void rowsAreRecordsNotLines() throws IOException {
        replace("venues.csv", "Lambeth", "\"Lambeth\nRoad\"").apply(folder);
        replace("venues.csv", "51.526", "north").apply(folder);

        assertThat(DataSetReader.read(folder).issues()).singleElement().satisfies(issue -> {
            assertThat(issue.row()).isEqualTo(3);
            assertThat(issue.column()).isEqualTo("lat");
        });
    }

    @Test
    void notUtf8IsSaidBesideAWrongNumberOfCells() throws IOException {
        bytes("venues.csv", "Friends", 'C', 0xe9, ',').apply(folder);

        assertThat(DataSetReader.read(folder).issues())
                .extracting(Issue::file, Issue::row, Issue::id, Issue::code)
                .containsExactlyInAnyOrder(
                        tuple("venues.csv", 3, "FRI", "NOT_UTF8"), tuple("venues.csv", 3, "FRI", "WRONG_CELL_COUNT"));
    }

    @Test
    void notUtf8IsSaidOfAColumnThatIsNotRead() throws IOException {
        Path path = folder.resolve("venues.csv");
        Files.writeString(
                path,
                Files.readAllLines(path).stream()
                        .map(line -> line + (line.startsWith("venue") ? ",remark" : ",cafe"))
                        .collect(Collectors.joining("\n")));
        bytes("venues.csv", "cafe", 'c', 'a', 'f', 0xe9).apply(folder);

        assertThat(DataSetReader.read(folder).issues())
                .extracting(Issue::file, Issue::row, Issue::code)
                .contains(tuple("venues.csv", 2, "NOT_UTF8"));
    }

    @Test
    void blanksInIdsDoNotMakeTwoKeysOne() throws IOException {
        // "P1 C" with "D" and "P1" with "C D" read alike when put side by side.
        append("modules.csv", "C D,Both,DIGITAL,1,,,,,,,,,INDIVIDUAL").apply(folder);
        String person = Files.readAllLines(folder.resolve("staff.csv")).get(1);
        append("staff.csv", "P1 C" + person.substring(person.indexOf(','))).apply(folder);
        append("completions.csv", "P1 C,D,2025-01-01,record").apply(folder);
        append("completions.csv", "P1,C D,2025-01-01,record").apply(folder);

        assertThat(DataSetReader.read(folder).issues()).isEmpty();
    }
}
