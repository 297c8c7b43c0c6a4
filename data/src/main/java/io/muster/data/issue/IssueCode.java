package io.muster.data.issue;

/**
 * The catalogue of everything that may be wrong with an input (DATASET.md, "Bad input"). The name of a constant is the
 * stable code of {@link Issue#code()}; codes are never renamed or reused. docs/ISSUES.md lists the same texts.
 */
public enum IssueCode {
    /** The path given does not exist. */
    MISSING_PATH(
            Severity.ERROR,
            "There is no file or folder at the path given.",
            "Check the path; give a folder, a .zip file or an .xlsx workbook.",
            "muster validate data/no-such-folder"),
    /** The path is neither a folder, nor a zip, nor a workbook. */
    UNSUPPORTED_SOURCE(
            Severity.ERROR,
            "The path is neither a folder, nor a .zip file, nor an .xlsx workbook.",
            "Give the folder, or pack it as .zip or .xlsx (older .xls workbooks must be saved as .xlsx).",
            "muster validate programme.xls"),
    /** A file or sheet of the format is not there. */
    MISSING_FILE(
            Severity.ERROR,
            "A file (in a workbook: a sheet) of the format is not there.",
            "Add it; where the format permits it, a header row alone is enough.",
            "staff.csv is not in the folder"),
    /** A file could not be read. */
    UNREADABLE_FILE(
            Severity.ERROR,
            "A file is there but could not be read.",
            "Check that it is an ordinary file, that you may read it and that no other program has locked it.",
            "staff.csv is a folder"),
    /** A file that the format does not know. */
    UNKNOWN_FILE(
            Severity.WARNING,
            "A .csv or .json file, or a sheet, is not part of the format; it is not read.",
            "Check its name for a misspelling; otherwise leave it.",
            "abscences.csv"),
    /** The same file twice in one archive. */
    DUPLICATE_FILE(
            Severity.ERROR,
            "An archive or workbook holds the same file twice, so it is unclear which one counts.",
            "Remove one of the two.",
            "staff.csv and phase2/staff.csv in one zip"),
    /** A zip or workbook is damaged. */
    CORRUPT_ARCHIVE(
            Severity.ERROR,
            "A .zip or .xlsx file is damaged or is not of that kind.",
            "Copy or export it again.",
            "a zip cut off half way through its download"),
    /** A zip entry with a dangerous name. */
    UNSAFE_ARCHIVE_ENTRY(
            Severity.ERROR,
            "An entry's name in a .zip file is absolute or leads out of the folder.",
            "Pack the folder again with an ordinary zip program.",
            "../../staff.csv"),
    /** An archive beyond the limits. */
    ARCHIVE_TOO_LARGE(
            Severity.ERROR,
            "A .zip or .xlsx file unpacks to more than the reader's limits allow.",
            "Check that it is what it seems; if so, give the unpacked folder.",
            "a 1 MB zip that unpacks to 10 GB"),
    /** Bytes that are not UTF-8. */
    NOT_UTF8(
            Severity.ERROR,
            "A file holds bytes that are not UTF-8 text.",
            "Export it as \"CSV UTF-8\", or convert it to UTF-8.",
            "a name with an e-acute saved in the Windows encoding"),
    /** CSV that is not RFC 4180. */
    MALFORMED_CSV(
            Severity.ERROR,
            "A record is not well-formed CSV (RFC 4180).",
            "Close every quote, double the quotes inside a quoted cell, and put nothing between a closing quote and the comma.",
            "T1,\"Alpha team"),
    /** A record with too many or too few cells. */
    WRONG_CELL_COUNT(
            Severity.ERROR,
            "A record has more or fewer cells than the header.",
            "Give each record one cell for each column; quote cells that contain a comma.",
            "T1,AW,ERPT,Alpha, Beta,..."),
    /** A row without any value. */
    BLANK_ROW(Severity.WARNING, "A row has no value at all; it is not read.", "Delete the row.", ",,,,"),
    /** A file without the rows it needs. */
    EMPTY_FILE(
            Severity.ERROR,
            "A file has no header, or no row although the programme needs at least one.",
            "Add the header and at least one row.",
            "teams.csv with a header alone"),
    /** A column of the format is not in the header. */
    MISSING_COLUMN(
            Severity.ERROR,
            "A column of the format is not in the header; columns whose cells may be empty must be there, too.",
            "Add the column; leave its cells empty where nothing is to be said and that is permitted.",
            "staff.csv without cohort"),
    /** The same column twice in the header. */
    DUPLICATE_COLUMN(
            Severity.ERROR,
            "A column is in the header twice, so it is unclear which one counts.",
            "Remove or rename one of the two.",
            "staff,team,team,role"),
    /** A column that the format does not know. */
    UNKNOWN_COLUMN(
            Severity.WARNING,
            "A column is not part of the format; it is not read.",
            "Check its name for a misspelling; otherwise leave it.",
            "statusUntil instead of status_until"),
    /** JSON that cannot be parsed. */
    MALFORMED_JSON(
            Severity.ERROR,
            "A JSON file is not well-formed; the row is its line.",
            "Correct the line: look for a missing comma, quote or bracket, or a field given twice.",
            "\"firstDay\": 2025-04-07"),
    /** A field of a JSON file is not there. */
    MISSING_FIELD(
            Severity.ERROR,
            "A field of a JSON file is not there or is null.",
            "Add the field; data/samples has a complete example.",
            "programme.json without limits.minRestHours"),
    /** A field that the format does not know. */
    UNKNOWN_FIELD(
            Severity.WARNING,
            "A field of a JSON file is not part of the format; it is not read.",
            "Check its name for a misspelling; otherwise leave it.",
            "limits.minimumRestHours"),
    /** A version of the format this program does not read. */
    UNSUPPORTED_FORMAT_VERSION(
            Severity.ERROR,
            "The data set is written in a version of the format that this program does not read.",
            "Export it with formatVersion \"1\".",
            "\"formatVersion\": \"2\""),
    /** A required cell is empty. */
    MISSING_VALUE(
            Severity.ERROR,
            "A cell is empty although its column, or its row's kind, needs a value.",
            "Fill in the cell.",
            "a staff member without a team"),
    /** A value that is not of its column's type. */
    UNPARSABLE_VALUE(
            Severity.ERROR,
            "A value is not of the type or not one of the words its column takes.",
            "Write dates as 2025-04-07, times as 09:00, date-times as 2025-04-07T09:00, booleans as true or false, and"
                    + " words as the format lists them.",
            "07/04/2025 in a date column"),
    /** A value beyond its bounds. */
    VALUE_OUT_OF_RANGE(
            Severity.ERROR,
            "A value is of the right type but outside the bounds of its column.",
            "Correct it: per cent lie in 0 to 100, factors in 0 to 1, priorities in 0 to 2, money is not negative.",
            "ceiling_factor 1.5"),
    /** A capacity that is zero or negative. */
    CAPACITY_NOT_POSITIVE(
            Severity.ERROR,
            "A room's capacity or a module's largest class is zero or negative.",
            "Give the number of seats; to take a room out of use, delete it or close it in room_closures.csv.",
            "capacity 0"),
    /** Coordinates that are not on the globe. */
    COORDINATE_OUT_OF_RANGE(
            Severity.ERROR,
            "A latitude is not in -90 to 90 or a longitude not in -180 to 180.",
            "Give decimal degrees; check that the two are not swapped and that it is not a grid reference.",
            "lat 530047"),
    /** A control character. */
    ILLEGAL_CHARACTER(
            Severity.ERROR,
            "A cell holds a control character or another character that no text has.",
            "Remove it; only line breaks and tabs are permitted.",
            "a NUL character from a faulty export"),
    /** A workbook cell whose formula failed. */
    ERROR_CELL(
            Severity.ERROR,
            "A workbook's cell holds an error, or a formula without a stored result, instead of a value.",
            "Correct the formula, or paste its value.",
            "#N/A"),
    /** An id that cannot stand in a list cell. */
    SEPARATOR_IN_ID(
            Severity.ERROR,
            "The id of a module, trainer or slot contains a semicolon, which separates ids where a cell lists several.",
            "Choose an id without a semicolon.",
            "module C;1"),
    /** Blanks around a value. */
    TEXT_TRIMMED(
            Severity.WARNING,
            "A value has blanks around it; it is read without them.",
            "Remove them in the export, so that other programs see the same id.",
            "\"T1 \""),
    /** A text that a spreadsheet would run as a formula. */
    FORMULA_TEXT(
            Severity.WARNING,
            "A text begins with =, +, -, @, tab or return and is not a number: a spreadsheet may run it as a formula."
                    + " It is read as it stands; files written by this program put ' in front.",
            "Check where it comes from; put ' in front if it is meant as text.",
            "=HYPERLINK(...)"),
    /** A list with empty or repeated items. */
    LIST_ITEM_IGNORED(
            Severity.WARNING, "A list has an empty or a repeated item; it is ignored.", "Remove it.", "C;;D;C"),
    /** The same key twice. */
    DUPLICATE_KEY(
            Severity.ERROR,
            "Two rows, or two entries of a list in programme.json, have the same key.",
            "Remove one, or give it a key of its own.",
            "staff P00017 in rows 18 and 912"),
    /** A reference to something that is not there. */
    UNKNOWN_REFERENCE(
            Severity.ERROR,
            "A cell names something that its file does not have.",
            "Correct the id, or add the row it should refer to.",
            "absences.csv names staff P99999"),
    /** A staff member of a team that is not there. */
    UNKNOWN_TEAM(
            Severity.ERROR,
            "A staff member's team is not in teams.csv.",
            "Correct the team, or add it to teams.csv.",
            "staff P00017 in team AW-ERPT-Z"),
    /** A range whose end is before its start. */
    RANGE_ENDS_BEFORE_START(
            Severity.ERROR,
            "A range ends before it starts; where the end is exclusive (absences, slots, leaves) it also must not equal"
                    + " the start.",
            "Swap or correct the two.",
            "from 2025-05-09 to 2025-05-05"),
    /** A pattern that lacks days of its cycle. */
    PATTERN_DAYS_MISSING(
            Severity.ERROR,
            "A shift pattern lacks days between day 0 and its last day.",
            "Add a row for each day; a day off is duty R.",
            "days 0, 1, 3"),
    /** A pattern with more than one start. */
    PATTERN_CYCLE_START_DIFFERS(
            Severity.ERROR,
            "The rows of a shift pattern have different cycle_start dates.",
            "Give all rows of the pattern the same date.",
            "2025-04-07 and 2025-04-14 in pattern ERPT"),
    /** A duty without times. */
    DUTY_WITHOUT_TIMES(
            Severity.ERROR,
            "A duty other than R lacks its start or its end.",
            "Give both, or make it R if it is a rest day.",
            "E,07:00,"),
    /** A duty that starts when it ends. */
    DUTY_WITHOUT_LENGTH(
            Severity.ERROR,
            "A duty starts and ends at the same time.",
            "Correct one of the two; an end before the start is on the next day.",
            "E,07:00,07:00"),
    /** A rest day with times. */
    REST_DAY_WITH_TIMES(
            Severity.WARNING,
            "A rest day has a start or an end; they are ignored.",
            "Empty the cells, or give the duty another code.",
            "R,07:00,15:00"),
    /** Modules that wait for each other. */
    PREREQUISITE_CYCLE(
            Severity.ERROR,
            "Modules come after each other in a circle, so that none can ever be first.",
            "Remove one of the prerequisites.",
            "C after D, D after C"),
    /** A module nobody may teach. */
    MODULE_WITHOUT_TRAINER(
            Severity.ERROR,
            "A module needs trainers but nobody is accredited to teach it.",
            "Add the module to a trainer's modules, or set its trainers to 0.",
            "module S is in no trainer's modules"),
    /** A module that too few may teach. */
    TOO_FEW_TRAINERS(
            Severity.ERROR,
            "Fewer trainers, or fewer internal ones, are accredited for a module than one session of it needs.",
            "Accredit more trainers, or lower the module's trainers or internal_trainers.",
            "2 trainers needed, 1 accredited"),
    /** A module whose smallest class fits no room. */
    MODULE_TOO_BIG_FOR_ROOMS(
            Severity.ERROR,
            "A face-to-face module's min_class is above the capacity of every room.",
            "Lower min_class or add a larger room.",
            "min_class 30, largest room 24"),
    /** Smallest class above the largest. */
    CLASS_SIZES_CROSSED(
            Severity.ERROR,
            "A module's min_class is above its max_class.",
            "Swap or correct the two.",
            "min_class 24, max_class 16"),
    /** More internal trainers than trainers. */
    INTERNAL_TRAINERS_ABOVE_TRAINERS(
            Severity.ERROR,
            "A module needs more internal trainers than it has trainers.",
            "Lower internal_trainers or raise trainers.",
            "trainers 1, internal_trainers 2"),
    /** Smallest gap above the largest. */
    GAPS_CROSSED(
            Severity.ERROR,
            "A module's min_gap_days is above its max_gap_days.",
            "Swap or correct the two.",
            "min_gap_days 14, max_gap_days 7"),
    /** A gap to nothing. */
    GAP_WITHOUT_PREREQUISITE(
            Severity.WARNING,
            "A module has a gap in days but no prerequisite to count it from; the gap has no effect.",
            "Name the prerequisite in after, or empty the gap.",
            "after empty, min_gap_days 14"),
    /** A module that does not fit the day. */
    MODULE_NEEDS_TWO_SLOTS(
            Severity.ERROR,
            "A module takes two slots but the programme has one slot a day.",
            "Give the programme two slots, or the module one.",
            "slots 2 with a programme of AM only"),
    /** A digital module with a classroom. */
    DIGITAL_WITH_CLASS(
            Severity.ERROR,
            "A DIGITAL module has class sizes or trainers although it has no session.",
            "Leave them empty or 0, or make the module VIRTUAL.",
            "DIGITAL with trainers 1"),
    /** A module released too late. */
    RELEASE_AFTER_PROGRAMME(
            Severity.WARNING,
            "A module is released after the programme's last day, so nobody can be booked on it.",
            "Check release_date and the programme's lastDay.",
            "release_date 2026-04-28"),
    /** A cohort that fits no session. */
    COHORT_TOO_BIG(
            Severity.ERROR,
            "A cohort is larger than a COHORT module's max_class or, face to face, than every room.",
            "Split the cohort, raise max_class or add a larger room.",
            "cohort K1 has 31 members, max_class is 30"),
    /** A date that has no effect. */
    STATUS_UNTIL_IGNORED(
            Severity.WARNING,
            "A staff member is ACTIVE but has a status_until; it has no effect.",
            "Empty it, or give the status it belongs to.",
            "ACTIVE,2025-06-30"),
    /** A need that no room meets. */
    NEED_NO_ROOM_OFFERS(
            Severity.WARNING,
            "A staff member needs a room feature that no room has, so no face-to-face booking is possible.",
            "Correct the feature, or add it to the rooms that have it.",
            "needs HEARING_LOOP, no room offers it"),
    /** An earliest start after the last slot. */
    NOT_BEFORE_TOO_LATE(
            Severity.WARNING,
            "A staff member's not_before is after the start of every slot, so no booking is possible.",
            "Correct the time or the slots.",
            "not_before 18:00, last slot starts 13:30"),
    /** A programme without slots. */
    NO_SLOT(Severity.ERROR, "The programme has no slot.", "Give one or two slots.", "\"slots\": []"),
    /** A programme with more than two slots. */
    TOO_MANY_SLOTS(
            Severity.ERROR, "The programme has more than two slots a day.", "Give one or two slots.", "AM, PM and EVE"),
    /** Slots that overlap. */
    SLOTS_OVERLAP(
            Severity.ERROR,
            "Two slots of the day overlap.",
            "Let the second start when the first ends, or later.",
            "AM to 13:00, PM from 12:30"),
    /** Slots that are not in time order. */
    SLOTS_OUT_OF_ORDER(
            Severity.ERROR, "The slots are not in time order.", "List the earlier slot first.", "PM before AM"),
    /** A programme without training weekdays. */
    NO_TRAINING_WEEKDAY(
            Severity.ERROR,
            "The programme has no training weekday.",
            "Give at least one of MON, TUE, WED, THU, FRI, SAT, SUN.",
            "\"trainingWeekdays\": []"),
    /** Notice bands that leave a gap. */
    CHANGE_BANDS_INCOMPLETE(
            Severity.ERROR,
            "No notice band starts at 0 days, so a late change would have no price.",
            "Add a band with minDays 0.",
            "\"changeBands\": [ {\"minDays\":28,\"factor\":1} ]"),
    /** A value where none belongs. */
    VALUE_IGNORED(
            Severity.WARNING,
            "A disruption has a value, from or to that its kind does not take; it is ignored.",
            "Empty the cell, or correct the kind.",
            "STAFF_LEFT with value 5"),
    /** A session that the baseline plan does not have. */
    UNKNOWN_SESSION(
            Severity.ERROR,
            "A disruption names a session that the baseline plan does not have.",
            "Correct the session, or remove the row; give the plan that was published last as the baseline.",
            "SESSION_CANCELLED of S-0999"),
    /** A no-show of somebody who is not booked there. */
    NOT_BOOKED_IN_SESSION(
            Severity.ERROR,
            "A NO_SHOW names a staff member who is not booked into the session.",
            "Correct the staff member or the session, or remove the row.",
            "NO_SHOW of P00017 from S-0001, booked into S-0002"),
    /** Two moves of a person on one day. */
    MOVES_CONTRADICT(
            Severity.ERROR,
            "A staff member moves to two teams on the same day.",
            "Remove one of the rows, or correct its date or its staff member.",
            "STAFF_MOVED of P00017 to AW-ERPT-A and to AW-ERPT-B, both from 2025-05-12");

    private final Severity severity;
    private final String meaning;
    private final String remedy;
    private final String example;

    IssueCode(Severity severity, String meaning, String remedy, String example) {
        this.severity = severity;
        this.meaning = meaning;
        this.remedy = remedy;
        this.example = example;
    }

    /** {@return how bad an issue of this code is} */
    public Severity severity() {
        return severity;
    }

    /** {@return a sentence saying what the code means} */
    public String meaning() {
        return meaning;
    }

    /** {@return a sentence saying what to do about it} */
    public String remedy() {
        return remedy;
    }

    /** {@return a short example of what causes it} */
    public String example() {
        return example;
    }
}
