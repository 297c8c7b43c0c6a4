package io.muster.solver.catalogue;

/**
 * Every hard rule, the coverage objective and every cost line of {@code DATASET.md} sections 3 and 4, once.
 *
 * <p>Only bookings that are neither cancelled nor a no-show count. A session runs when it has a booking that counts.
 * The {@linkplain #unit() unit} says what one point is; the score of a plan is minus the sum of points × weight of each
 * level, so that the solver's hard score is minus the number of violations, its medium score minus the coverage
 * shortfall and its soft score minus the cost in pence.
 */
public enum TrainingConstraint {
    H01_SCOPE(
            "H01",
            "scope",
            Level.HARD,
            "1 per booking",
            "A booking belongs to a requirement, on a training day within its earliest and latest date and not before"
                    + " the module's release date."),
    H02_ONCE(
            "H02",
            "once",
            Level.HARD,
            "1 per booking beyond the first of a staff member and module",
            "At most one booking per staff member and module."),
    H03_CLASH(
            "H03",
            "clash",
            Level.HARD,
            "1 per booking beyond the first of a staff member, day and slot",
            "At most one booking per staff member, day and slot."),
    H04_CAPACITY(
            "H04",
            "capacity",
            Level.HARD,
            "1 per booking over the capacity of a session",
            "Bookings of a session are at most its capacity: the smaller of room capacity and maximum class; a virtual"
                    + " session's is the maximum class."),
    H05_DUTY(
            "H05",
            "duty",
            Level.HARD,
            "1 per booking",
            "The staff member is deployable and not on a rest day, unless rest-day training is permitted."),
    H06_ABSENCE("H06", "absence", Level.HARD, "1 per booking", "No absence overlaps a booked slot."),
    H07_REST(
            "H07",
            "rest",
            Level.HARD,
            "1 per staff member and pair of neighbouring days, at least one of them booked",
            "At least the minimum rest lies between the working interval of a booked day and those of the day before"
                    + " and the day after."),
    H08_TRAVEL(
            "H08",
            "travel",
            Level.HARD,
            "1 per face-to-face booking",
            "Travel from the team's base to the venue takes at most the maximum travel minutes."),
    H09_ONE_VENUE(
            "H09",
            "one venue",
            Level.HARD,
            "1 per venue beyond the first of a staff member and day, virtual counting as one more venue",
            "All face-to-face bookings of a staff member on one day are at one venue, and none stands beside a virtual"
                    + " one."),
    H10_NEEDS(
            "H10",
            "needs",
            Level.HARD,
            "1 per booking in a room that lacks a feature, and 1 per staff member and day that starts too early",
            "The room has every feature the staff member needs, and the first booked slot of a day starts at or after"
                    + " the staff member's earliest start."),
    H11_ORDER(
            "H11",
            "order",
            Level.HARD,
            "1 per booking and prerequisite module",
            "Every prerequisite of a booked module is completed, credited, out of scope, or booked to end before it"
                    + " starts, within the minimum and maximum gap in days."),
    H12_ABSTRACTION(
            "H12",
            "abstraction",
            Level.HARD,
            "1 per staff member over the cap of a team and day",
            "Staff of a team who are rostered on a day and have a booking on it are at most the team's cap that day."),
    H13_WEEK(
            "H13",
            "week",
            Level.HARD,
            "1 per training day over the limit of a staff member and ISO week",
            "Training days of a staff member in an ISO week are at most the limit."),
    H14_ROOM(
            "H14",
            "room",
            Level.HARD,
            "1 per session in an unknown or closed room, and 1 per session beyond the first of a room, day and slot",
            "A session's room exists, is open on that day and holds one session per day and slot."),
    H15_TRAINERS(
            "H15",
            "trainers",
            Level.HARD,
            "1 per trainer missing or too many, per internal trainer missing, per trainer unaccredited or unavailable,"
                    + " per session beyond the first of a trainer, day and slot, per venue beyond the first of a"
                    + " trainer and day, and per day over the limit of a trainer and ISO week",
            "A session has exactly the number of different trainers its module asks for, enough of them internal, all"
                    + " accredited and available; a trainer is in one session per day and slot, at one venue a day, on"
                    + " at most the permitted days of an ISO week."),
    H16_NOTICE(
            "H16",
            "notice",
            Level.HARD,
            "1 per booking",
            "A booking that the baseline does not have has the notice of a new booking, or one day where a disruption"
                    + " broke its baseline booking."),
    H17_COHORT(
            "H17",
            "cohort",
            Level.HARD,
            "1 per session beyond the first (unbooked counting as one) of a cohort and module, and 1 per cohort beyond"
                    + " the first in a session",
            "All members of a cohort who require a cohort module are in one session, or none is booked; two cohorts"
                    + " never share a session of it."),
    H18_FROZEN(
            "H18",
            "frozen",
            Level.HARD,
            "1 per baseline booking",
            "On a re-plan a baseline booking inside the frozen period stays as it is, unless a disruption broke it."),

    COVERAGE(
            "coverage",
            "coverage",
            Level.MEDIUM,
            "1 + priority per unbooked requirement",
            "Every requirement is booked; a priority one counts for more."),

    ROOM("room", "room", Level.SOFT, "pence", "Hire of the room for each slot of a session that runs."),
    TRAINER(
            "trainer",
            "trainer",
            Level.SOFT,
            "pence",
            "The day rate of each trainer and day with a session that runs."),
    TRAVEL(
            "travel",
            "travel",
            Level.SOFT,
            "pence",
            "One-way travel minutes of each staff member and day with a face-to-face booking, and again the minutes over"
                    + " the target."),
    ABSTRACTION("abstraction", "abstraction", Level.SOFT, "pence", "Each staff member and day with a booking."),
    REST_DAY("restDay", "rest day", Level.SOFT, "pence", "Each booked day that is a rest day of the staff member."),
    SEATS(
            "seats",
            "seats",
            Level.SOFT,
            "pence",
            "Each seat by which a session that runs stays under the target occupancy, and each session under its"
                    + " minimum class."),
    MIX(
            "mix",
            "mix",
            Level.SOFT,
            "pence",
            "Each booking of a session's largest team over its permitted share, in sessions of five and more that are"
                    + " not a cohort module's."),
    PRIORITY(
            "priority",
            "priority",
            Level.SOFT,
            "pence",
            "Each priority point and whole week a booking lies after the programme's first day."),
    TRAJECTORY(
            "trajectory",
            "trajectory",
            Level.SOFT,
            "pence",
            "Each booking a BCU is behind its straight line of completion at the end of a week."),
    CHANGE(
            "change",
            "change",
            Level.SOFT,
            "pence",
            "Each baseline booking moved or dropped, times the factor of its notice band.");

    private final String id;
    private final String label;
    private final Level level;
    private final String unit;
    private final String sentence;

    TrainingConstraint(String id, String label, Level level, String unit, String sentence) {
        this.id = id;
        this.label = label;
        this.level = level;
        this.unit = unit;
        this.sentence = sentence;
    }

    /** {@return the stable id: {@code H01} to {@code H18}, {@code coverage}, or the cost line's key in summary.json} */
    public String id() {
        return id;
    }

    /** {@return a short name for tables} */
    public String label() {
        return label;
    }

    /** {@return the level of the score it counts on} */
    public Level level() {
        return level;
    }

    /** {@return what one point is} */
    public String unit() {
        return unit;
    }

    /** {@return the rule in one sentence} */
    public String sentence() {
        return sentence;
    }

    /** {@return how much a point weighs unless a weight profile says otherwise} */
    public long defaultWeight() {
        return 1;
    }

    /** Levels of the score, most important first. */
    public enum Level {
        /** A plan that breaks it is not a plan. */
        HARD,
        /** Coverage. */
        MEDIUM,
        /** Cost, in pence. */
        SOFT
    }
}
