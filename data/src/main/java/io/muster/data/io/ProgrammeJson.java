package io.muster.data.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.data.issue.IssueCode;
import io.muster.data.model.Programme;
import io.muster.data.model.Programme.Budget;
import io.muster.data.model.Programme.ChangeBand;
import io.muster.data.model.Programme.Slot;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code programme.json}. */
final class ProgrammeJson {
    static final String FILE = "programme.json";
    static final String FORMAT_VERSION = "1";

    private static final int MAX_SLOTS = 2;

    private ProgrammeJson() {}

    /**
     * What reading gave.
     *
     * @param programme the programme; null: it has errors
     * @param slots the slots; null: they have errors
     * @param lastDay the last day; null: unknown, or before the first
     */
    record Reading(
            @Nullable Programme programme,
            @Nullable List<Slot> slots,
            @Nullable LocalDate lastDay) {}

    static Reading read(Container container, IssueLog log) {
        if (!container.has(FILE)) {
            log.addFile(IssueCode.MISSING_FILE, FILE, "The file " + FILE + " is missing; add it.");
            return new Reading(null, null, null);
        }
        String text = container.readText(FILE, log);
        JsonNode node = text == null ? null : Json.parseObject(FILE, text, log);
        if (node == null) {
            return new Reading(null, null, null);
        }
        int errorsBefore = log.errors();
        JsonObjectReader root = new JsonObjectReader(FILE, "", node, log);
        String version = root.text("formatVersion");
        if (version != null && !version.equals(FORMAT_VERSION)) {
            root.issue(
                    IssueCode.UNSUPPORTED_FORMAT_VERSION,
                    "formatVersion",
                    "formatVersion " + CellTypes.quoted(version)
                            + " cannot be read; export the data set with version \"" + FORMAT_VERSION + "\".");
        }
        String id = root.text("id");
        String name = root.text("name");
        ZoneId zone = zone(root);
        LocalDate firstDay = root.cell("firstDay", CellTypes.DATE);
        LocalDate lastDay = root.cell("lastDay", CellTypes.DATE);
        if (firstDay != null && lastDay != null && lastDay.isBefore(firstDay)) {
            root.issue(
                    IssueCode.RANGE_ENDS_BEFORE_START,
                    "lastDay",
                    "The end " + lastDay + " is before the start " + firstDay + "; swap or correct the two.");
        }
        LocalDate asOf = root.cell("asOf", CellTypes.DATE);
        Set<DayOfWeek> weekdays = weekdays(root);
        List<Slot> slots = slots(root);
        JsonObjectReader notice = root.object("notice");
        Integer newBookingDays = notice.number("newBookingDays", CellTypes.COUNT);
        Integer frozenDays = notice.number("frozenDays", CellTypes.COUNT);
        notice.finish();
        JsonObjectReader target = root.object("target");
        BigDecimal completionPct = target.number("completionPct", CellTypes.PERCENT);
        LocalDate completeBy = target.cell("completeBy", CellTypes.DATE);
        BigDecimal occupancyPct = target.number("occupancyPct", CellTypes.PERCENT);
        target.finish();
        List<Budget> budget = budget(root);
        JsonObjectReader limits = root.object("limits");
        BigDecimal minRestHours = limits.number("minRestHours", CellTypes.AMOUNT);
        Integer maxTrainingDays = limits.number("maxTrainingDaysPerStaffPerWeek", CellTypes.COUNT);
        Integer maxTravelMinutes = limits.number("maxTravelMinutes", CellTypes.COUNT);
        Boolean restDayTraining = limits.bool("restDayTraining");
        limits.finish();
        JsonObjectReader travel = root.object("travel");
        BigDecimal fixedMinutes = travel.number("fixedMinutes", CellTypes.AMOUNT);
        BigDecimal minutesPerKm = travel.number("minutesPerKm", CellTypes.AMOUNT);
        travel.finish();
        JsonObjectReader abstraction = root.object("abstraction");
        BigDecimal ceilingPct = abstraction.number("ceilingPct", CellTypes.PERCENT);
        BigDecimal minimumStrengthPct = abstraction.number("minimumStrengthPct", CellTypes.PERCENT);
        abstraction.finish();
        Programme.@Nullable Prices prices = prices(root, log);
        root.finish();
        if (log.errors() > errorsBefore) {
            boolean crossed = firstDay != null && lastDay != null && lastDay.isBefore(firstDay);
            return new Reading(null, slots, crossed ? null : lastDay);
        }
        return new Reading(
                new Programme(
                        given(version),
                        given(id),
                        given(name),
                        given(zone),
                        given(firstDay),
                        given(lastDay),
                        given(asOf),
                        given(weekdays),
                        given(slots),
                        new Programme.Notice(given(newBookingDays), given(frozenDays)),
                        new Programme.Target(given(completionPct), given(completeBy), given(occupancyPct)),
                        given(budget),
                        new Programme.Limits(
                                given(minRestHours),
                                given(maxTrainingDays),
                                given(maxTravelMinutes),
                                given(restDayTraining)),
                        new Programme.Travel(given(fixedMinutes), given(minutesPerKm)),
                        new Programme.Abstraction(given(ceilingPct), given(minimumStrengthPct)),
                        given(prices)),
                slots,
                lastDay);
    }

    /** A value whose absence would have been reported as an error. */
    private static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value, "a missing value was not reported");
    }

    private static @Nullable ZoneId zone(JsonObjectReader root) {
        String text = root.text("timeZone");
        if (text == null) {
            return null;
        }
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            root.issue(
                    IssueCode.UNPARSABLE_VALUE,
                    "timeZone",
                    CellTypes.quoted(text) + " is not a time zone such as Europe/London; correct it.");
            return null;
        }
    }

    private static @Nullable Set<DayOfWeek> weekdays(JsonObjectReader root) {
        List<String> names = root.texts("trainingWeekdays");
        if (names == null) {
            return null;
        }
        if (names.isEmpty()) {
            root.issue(
                    IssueCode.NO_TRAINING_WEEKDAY,
                    "trainingWeekdays",
                    "There is no training weekday; give at least one, such as MON.");
            return null;
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        boolean whole = true;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            DayOfWeek found = null;
            for (DayOfWeek day : DayOfWeek.values()) {
                if (shortName(day).equals(name)) {
                    found = day;
                }
            }
            if (found == null) {
                root.issue(
                        IssueCode.UNPARSABLE_VALUE,
                        "trainingWeekdays[" + i + "]",
                        CellTypes.quoted(name) + " is not one of MON, TUE, WED, THU, FRI, SAT, SUN; correct it.");
                whole = false;
            } else if (!days.add(found)) {
                root.issue(
                        IssueCode.LIST_ITEM_IGNORED,
                        "trainingWeekdays[" + i + "]",
                        "The weekday " + name + " is there twice; remove one.");
            }
        }
        return whole ? days : null;
    }

    private static String shortName(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    private static @Nullable List<Slot> slots(JsonObjectReader root) {
        List<JsonObjectReader> readers = root.objects("slots");
        if (readers == null) {
            return null;
        }
        if (readers.isEmpty()) {
            root.issue(IssueCode.NO_SLOT, "slots", "The programme has no slot; give one or two.");
            return null;
        }
        boolean whole = true;
        if (readers.size() > MAX_SLOTS) {
            root.issue(
                    IssueCode.TOO_MANY_SLOTS,
                    "slots",
                    "The programme has " + readers.size() + " slots a day; give one or two.");
            whole = false;
        }
        List<Slot> slots = new ArrayList<>();
        for (JsonObjectReader reader : readers) {
            String id = reader.cell("id", CellTypes.LISTABLE_ID);
            LocalTime start = reader.cell("start", CellTypes.TIME);
            LocalTime end = reader.cell("end", CellTypes.TIME);
            reader.finish();
            if (id == null || start == null || end == null) {
                whole = false;
                continue;
            }
            Slot slot = new Slot(id, start, end);
            whole &= checkSlot(reader, slot, slots);
            slots.add(slot);
        }
        return whole ? slots : null;
    }

    private static boolean checkSlot(JsonObjectReader reader, Slot slot, List<Slot> before) {
        boolean fine = true;
        if (!slot.end().isAfter(slot.start())) {
            reader.issue(
                    IssueCode.RANGE_ENDS_BEFORE_START,
                    "end",
                    "The end " + slot.end() + " is not after the start " + slot.start() + "; correct the two.");
            fine = false;
        }
        for (Slot other : before) {
            if (other.id().equals(slot.id())) {
                reader.issue(
                        IssueCode.DUPLICATE_KEY,
                        "id",
                        "The slot id " + CellTypes.quoted(slot.id()) + " is there twice; give each slot its own.");
                fine = false;
            }
            if (slot.start().isBefore(other.end()) && other.start().isBefore(slot.end())) {
                reader.issue(
                        IssueCode.SLOTS_OVERLAP,
                        "start",
                        "Slot " + CellTypes.quoted(slot.id()) + " overlaps slot " + CellTypes.quoted(other.id())
                                + "; let it start at " + other.end() + " or later.");
                fine = false;
            } else if (slot.start().isBefore(other.start())) {
                reader.issue(
                        IssueCode.SLOTS_OUT_OF_ORDER,
                        "start",
                        "Slot " + CellTypes.quoted(slot.id()) + " is before slot " + CellTypes.quoted(other.id())
                                + "; list the earlier first.");
                fine = false;
            }
        }
        return fine;
    }

    private static @Nullable List<Budget> budget(JsonObjectReader root) {
        List<JsonObjectReader> readers = root.objects("budget");
        if (readers == null) {
            return null;
        }
        List<Budget> budget = new ArrayList<>();
        Set<String> years = new HashSet<>();
        for (JsonObjectReader reader : readers) {
            String year = reader.text("financialYear");
            Long pence = reader.number("pence", CellTypes.PENCE);
            reader.finish();
            if (year != null && !years.add(year)) {
                reader.issue(
                        IssueCode.DUPLICATE_KEY,
                        "financialYear",
                        "The financial year " + CellTypes.quoted(year) + " is there twice; add the two amounts.");
            } else if (year != null && pence != null) {
                budget.add(new Budget(year, pence));
            }
        }
        return budget;
    }

    private static Programme.@Nullable Prices prices(JsonObjectReader root, IssueLog log) {
        int errorsBefore = log.errors();
        JsonObjectReader prices = root.object("prices");
        Long travelMinute = prices.number("travelMinute", CellTypes.PENCE);
        Long longTravelMinute = prices.number("longTravelMinute", CellTypes.PENCE);
        Integer targetTravelMinutes = prices.number("targetTravelMinutes", CellTypes.COUNT);
        Long abstractionDay = prices.number("abstractionDay", CellTypes.PENCE);
        Long restDay = prices.number("restDay", CellTypes.PENCE);
        Long emptySeat = prices.number("emptySeat", CellTypes.PENCE);
        Long belowMinimumClass = prices.number("belowMinimumClass", CellTypes.PENCE);
        Long sameTeamOverShare = prices.number("sameTeamOverShare", CellTypes.PENCE);
        BigDecimal sameTeamSharePct = prices.number("sameTeamSharePct", CellTypes.PERCENT);
        Long priorityWeek = prices.number("priorityWeek", CellTypes.PENCE);
        Long behindTrajectory = prices.number("behindTrajectory", CellTypes.PENCE);
        Long change = prices.number("change", CellTypes.PENCE);
        List<ChangeBand> bands = changeBands(prices);
        prices.finish();
        if (log.errors() > errorsBefore || bands == null || travelMinute == null) {
            return null;
        }
        return new Programme.Prices(
                travelMinute,
                given(longTravelMinute),
                given(targetTravelMinutes),
                given(abstractionDay),
                given(restDay),
                given(emptySeat),
                given(belowMinimumClass),
                given(sameTeamOverShare),
                given(sameTeamSharePct),
                given(priorityWeek),
                given(behindTrajectory),
                given(change),
                bands);
    }

    /** From the longest notice to the shortest, whatever their order in the file. */
    private static @Nullable List<ChangeBand> changeBands(JsonObjectReader prices) {
        List<JsonObjectReader> readers = prices.objects("changeBands");
        if (readers == null) {
            return null;
        }
        List<ChangeBand> bands = new ArrayList<>();
        Set<Integer> days = new HashSet<>();
        boolean whole = true;
        for (JsonObjectReader reader : readers) {
            Integer minDays = reader.number("minDays", CellTypes.COUNT);
            Long factor = reader.number("factor", CellTypes.PENCE);
            reader.finish();
            if (minDays != null && !days.add(minDays)) {
                reader.issue(
                        IssueCode.DUPLICATE_KEY,
                        "minDays",
                        "Two notice bands start at " + minDays + " days; remove one.");
            }
            if (minDays != null && factor != null) {
                bands.add(new ChangeBand(minDays, factor));
            } else {
                whole = false;
            }
        }
        if (whole && !days.contains(0)) {
            prices.issue(
                    IssueCode.CHANGE_BANDS_INCOMPLETE,
                    "changeBands",
                    "No notice band starts at 0 days, so a late change has no price; add one.");
        }
        bands.sort(Comparator.comparingInt(ChangeBand::minDays).reversed());
        return bands;
    }

    /** {@return the programme as an object, fields in the order of DATASET.md} */
    static ObjectNode toJson(Programme programme) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.put("formatVersion", programme.formatVersion());
        root.put("id", programme.id());
        root.put("name", programme.name());
        root.put("timeZone", programme.timeZone().getId());
        root.put("firstDay", programme.firstDay().toString());
        root.put("lastDay", programme.lastDay().toString());
        root.put("asOf", programme.asOf().toString());
        ArrayNode weekdays = root.putArray("trainingWeekdays");
        programme.trainingWeekdays().stream().sorted().forEach(day -> weekdays.add(shortName(day)));
        ArrayNode slots = root.putArray("slots");
        for (Slot slot : programme.slots()) {
            slots.addObject()
                    .put("id", slot.id())
                    .put("start", slot.start().toString())
                    .put("end", slot.end().toString());
        }
        root.putObject("notice")
                .put("newBookingDays", programme.notice().newBookingDays())
                .put("frozenDays", programme.notice().frozenDays());
        root.putObject("target")
                .put("completionPct", programme.target().completionPct())
                .put("completeBy", programme.target().completeBy().toString())
                .put("occupancyPct", programme.target().occupancyPct());
        ArrayNode budget = root.putArray("budget");
        for (Budget year : programme.budget()) {
            budget.addObject().put("financialYear", year.financialYear()).put("pence", year.pence());
        }
        root.putObject("limits")
                .put("minRestHours", programme.limits().minRestHours())
                .put("maxTrainingDaysPerStaffPerWeek", programme.limits().maxTrainingDaysPerStaffPerWeek())
                .put("maxTravelMinutes", programme.limits().maxTravelMinutes())
                .put("restDayTraining", programme.limits().restDayTraining());
        root.putObject("travel")
                .put("fixedMinutes", programme.travel().fixedMinutes())
                .put("minutesPerKm", programme.travel().minutesPerKm());
        root.putObject("abstraction")
                .put("ceilingPct", programme.abstraction().ceilingPct())
                .put("minimumStrengthPct", programme.abstraction().minimumStrengthPct());
        Programme.Prices prices = programme.prices();
        ArrayNode bands = root.putObject("prices")
                .put("travelMinute", prices.travelMinute())
                .put("longTravelMinute", prices.longTravelMinute())
                .put("targetTravelMinutes", prices.targetTravelMinutes())
                .put("abstractionDay", prices.abstractionDay())
                .put("restDay", prices.restDay())
                .put("emptySeat", prices.emptySeat())
                .put("belowMinimumClass", prices.belowMinimumClass())
                .put("sameTeamOverShare", prices.sameTeamOverShare())
                .put("sameTeamSharePct", prices.sameTeamSharePct())
                .put("priorityWeek", prices.priorityWeek())
                .put("behindTrajectory", prices.behindTrajectory())
                .put("change", prices.change())
                .putArray("changeBands");
        for (ChangeBand band : prices.changeBands()) {
            bands.addObject().put("minDays", band.minDays()).put("factor", band.factor());
        }
        return root;
    }
}
