package io.muster.data.sample;

import io.muster.data.model.ShiftPattern;
import io.muster.data.model.ShiftPattern.Duty;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The shift patterns of DOMAIN, "Shift patterns", and those of part-time and flexible workers. All begin on a Monday. */
final class Patterns {

    /** Relief teams A to E, two days apart: two earlies, two lates, two nights, four rest days. */
    static final String RELIEF = "RELIEF-10";
    /** Twelve-hour days and nights, 2-2-4: control rooms, custody, armed response. */
    static final String TWELVE_HOUR = "12H-224";
    /** Public order: ten-hour earlies and lates, four on and four off. */
    static final String TASKFORCE = "TASKFORCE-8";
    /** Neighbourhood earlies and lates with a working weekend in four. */
    static final String NEIGHBOURHOOD = "NEIGHBOURHOOD-28";
    /** Detectives: mixed early and late with a weekend of cover in five. */
    static final String CID = "CID-35";
    /** Public protection: mixed early and late with a weekend of cover in four. */
    static final String PUBLIC_PROTECTION = "PP-28";
    /** Monday to Friday. */
    static final String OFFICE = "OFFICE-7";
    /** Monday to Thursday, ten hours. */
    static final String COMPRESSED = "COMPRESSED-7";
    /** Tuesday to Friday, ten hours. */
    static final String COMPRESSED_LATE_WEEK = "COMPRESSED-TF-7";
    /** Special constables: Wednesday, Friday and Saturday. */
    static final String SPECIAL = "SPECIAL-7";
    /** Part time, Tuesday to Thursday. */
    static final String PART_TIME_MIDWEEK = "PT-TWT";

    /** Own patterns of part-time and flexible workers; all of them have day-time duties on weekdays. */
    static final List<String> FLEXIBLE =
            List.of("PT-MTW", PART_TIME_MIDWEEK, "PT-WTF", "PT-MTTF", "PT-3-2", "PT-SCHOOL", COMPRESSED);

    private static final LocalDate CYCLE_START = LocalDate.of(2024, 1, 1);

    private static final Map<String, ShiftPattern> BY_ID = new HashMap<>();
    private static final List<ShiftPattern> ALL = new ArrayList<>();

    static {
        define(RELIEF, "EELLNNRRRR", "E 07:00 16:30", "L 14:00 23:30", "N 22:00 07:30");
        define(TWELVE_HOUR, "DDNNRRRR", "D 07:00 19:00", "N 19:00 07:00");
        define(TASKFORCE, "EELLRRRR", "E 08:00 18:00", "L 15:00 01:00");
        define(NEIGHBOURHOOD, "EEEEERR LLLLLRR EEERLLL REEEERR", "E 08:00 17:00", "L 13:00 22:00");
        define(CID, "EEEEERR LLLLLRR EEEERDD RLLLLRR EEEEERR", "E 08:00 16:00", "L 14:00 22:00", "D 09:00 17:00");
        define(PUBLIC_PROTECTION, "EEEEERR EEEERDD RLLLLRR EEEEERR", "E 08:00 16:00", "L 13:00 21:00", "D 09:00 17:00");
        define(OFFICE, "DDDDDRR", "D 08:30 16:30");
        define(COMPRESSED, "DDDDRRR", "D 08:00 18:00");
        define(COMPRESSED_LATE_WEEK, "RDDDDRR", "D 08:00 18:00");
        define(SPECIAL, "RRLRLDR", "L 12:00 20:00", "D 10:00 18:00");
        define("PT-MTW", "DDDRRRR", "D 09:00 17:00");
        define(PART_TIME_MIDWEEK, "RDDDRRR", "D 09:00 17:00");
        define("PT-WTF", "RRDDDRR", "D 09:00 17:00");
        define("PT-MTTF", "DDRDDRR", "D 08:00 16:00");
        define("PT-3-2", "DDDRRRR RRRDDRR", "D 08:00 18:00");
        define("PT-SCHOOL", "DDDDDRR", "D 09:30 14:30");
    }

    private Patterns() {}

    /** {@return the patterns that a team or a staff member has, in a fixed order} */
    static List<ShiftPattern> usedBy(List<Team> teams, List<StaffMember> staff) {
        Set<String> used = new HashSet<>();
        teams.forEach(t -> used.add(t.patternId()));
        staff.forEach(m -> used.add(m.patternId() == null ? "" : m.patternId()));
        return ALL.stream().filter(p -> used.contains(p.id())).toList();
    }

    /** {@return the pattern with this id} */
    static ShiftPattern byId(String id) {
        ShiftPattern pattern = BY_ID.get(id);
        if (pattern == null) {
            throw new IllegalArgumentException("no pattern " + id);
        }
        return pattern;
    }

    private static void define(String id, String cycle, String... hours) {
        Map<String, Duty> duties = new HashMap<>();
        duties.put(Duty.REST_DAY, new Duty(Duty.REST_DAY, null, null));
        for (String hour : hours) {
            List<String> parts = List.of(hour.split(" ", -1));
            duties.put(
                    parts.get(0), new Duty(parts.get(0), LocalTime.parse(parts.get(1)), LocalTime.parse(parts.get(2))));
        }
        List<Duty> days = cycle.chars()
                .filter(code -> code != ' ')
                .mapToObj(code -> duties.get(String.valueOf((char) code)))
                .toList();
        ShiftPattern pattern = new ShiftPattern(id, CYCLE_START, days);
        BY_ID.put(id, pattern);
        ALL.add(pattern);
    }
}
