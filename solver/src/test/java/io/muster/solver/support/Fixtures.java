package io.muster.solver.support;

import io.muster.data.model.DataSet;
import java.time.LocalDate;
import java.util.List;

/**
 * Where tests get their objects from.
 *
 * <p>{@link #dataSet()} is a small, roomy world in which nothing breaks a rule: a programme of eight weeks from
 * {@link #MONDAY}, module {@link #MODULE}, team {@link #TEAM} whose base is at venue {@link #VENUE}, room {@link #ROOM},
 * trainer {@link #TRAINER}, a duty of 09:00 to 17:00 on every day, prices as in DATASET.md, and nobody yet. Tests add
 * staff and change just what they are about.
 */
public final class Fixtures {

    /** First day of the programme: Monday 7 April 2025. */
    public static final LocalDate MONDAY = LocalDate.of(2025, 4, 7);

    /** The day after {@link #MONDAY}. */
    public static final LocalDate TUESDAY = MONDAY.plusDays(1);

    /** Two days after {@link #MONDAY}. */
    public static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    /** Four days after {@link #MONDAY}. */
    public static final LocalDate FRIDAY = MONDAY.plusDays(4);

    /** Last day of the programme: Friday 30 May 2025. */
    public static final LocalDate LAST_DAY = LocalDate.of(2025, 5, 30);

    /** The day of planning, 3 March 2025. */
    public static final LocalDate AS_OF = LocalDate.of(2025, 3, 3);

    /** The first half of a day, 09:00 to 12:30. */
    public static final List<String> AM = List.of("AM");

    /** The second half of a day, 13:30 to 17:00. */
    public static final List<String> PM = List.of("PM");

    /** Both halves. */
    public static final List<String> ALL_DAY = List.of("AM", "PM");

    /** A face-to-face module of one slot, 1 to 20 people, one trainer. */
    public static final String MODULE = "M1";

    /** A team of BCU {@code B1}, ceiling 100%, minimum strength 0%. */
    public static final String TEAM = "T1";

    /** A pattern of 09:00 to 17:00 on every day. */
    public static final String PATTERN = "DAYS";

    /** A venue at the base of {@link #TEAM}. */
    public static final String VENUE = "V1";

    /** A room of {@link #VENUE} with 20 seats, 5000 pence a slot. */
    public static final String ROOM = "R1";

    /** An internal trainer of {@link #MODULE}, 30000 pence a day, 4 days a week. */
    public static final String TRAINER = "X1";

    private Fixtures() {}

    /** {@return a builder of the world above} */
    public static DataSetBuilder dataSet() {
        return new DataSetBuilder()
                .pattern(PATTERN, MONDAY, "09:00-17:00")
                .team(TEAM, team -> {})
                .module(MODULE, module -> {})
                .venue(VENUE, 51.5, -0.12)
                .room(ROOM, room -> {})
                .trainer(TRAINER, trainer -> {});
    }

    /** {@return a builder of plans of a data set, empty} */
    public static PlanBuilder plan(DataSet data) {
        return new PlanBuilder(data);
    }
}
