package io.muster.data.io;

import io.muster.data.issue.IssueCode;
import io.muster.data.model.Programme.Slot;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checks that need more than one row or file. Each looks only at the cells it needs, so that a problem elsewhere in
 * a row does not hide it, and stays silent where a cell it needs is itself in error.
 */
final class CrossChecks {
    private final ProgrammeJson.Reading programme;
    private final TableData<TrainingModule> modules;
    private final TableData<Room> rooms;
    private final TableData<Trainer> trainers;
    private final TableData<StaffMember> staff;
    private final IssueLog log;

    CrossChecks(
            ProgrammeJson.Reading programme,
            TableData<TrainingModule> modules,
            TableData<Room> rooms,
            TableData<Trainer> trainers,
            TableData<StaffMember> staff,
            IssueLog log) {
        this.programme = programme;
        this.modules = modules;
        this.rooms = rooms;
        this.trainers = trainers;
        this.staff = staff;
        this.log = log;
    }

    void run() {
        checkPrerequisites();
        checkCycles();
        OptionalInt largestRoom = largestRoom();
        for (RowValues module : modules.rows()) {
            checkModule(module, largestRoom);
        }
        checkCohorts(largestRoom);
        checkStaff();
    }

    private void issue(IssueCode code, Table<?> table, RowValues row, Column<?> column, String id, String message) {
        log.add(code, table.file(), row.row(), column.name(), id.isEmpty() ? null : id, message);
    }

    private void moduleIssue(IssueCode code, RowValues module, Column<?> column, String message) {
        issue(code, ModuleTable.TABLE, module, column, module.id(), message);
    }

    /** Modules refer to modules of the same file, so this waits until all are read. */
    private void checkPrerequisites() {
        if (!modules.hasAllRows()) {
            return;
        }
        Set<String> known = modules.texts(ModuleTable.MODULE);
        for (RowValues module : modules.rows()) {
            for (String before : module.getOr(ModuleTable.AFTER, List.of())) {
                if (!known.contains(before)) {
                    moduleIssue(
                            IssueCode.UNKNOWN_REFERENCE,
                            module,
                            ModuleTable.AFTER,
                            "The module " + CellTypes.quoted(before)
                                    + " is not in modules.csv; correct it or add it there.");
                }
            }
        }
    }

    /** One issue for each circle, at the first of its modules in the file. */
    private void checkCycles() {
        Map<String, RowValues> rowById = new LinkedHashMap<>();
        for (RowValues module : modules.rows()) {
            rowById.putIfAbsent(module.id(), module);
        }
        Set<String> reported = new HashSet<>();
        for (Map.Entry<String, RowValues> module : rowById.entrySet()) {
            if (reported.contains(module.getKey())) {
                continue;
            }
            List<String> circle = circleThrough(module.getKey(), rowById);
            if (!circle.isEmpty()) {
                reported.addAll(circle);
                moduleIssue(
                        IssueCode.PREREQUISITE_CYCLE,
                        module.getValue(),
                        ModuleTable.AFTER,
                        "The modules " + String.join(" after ", circle) + " after " + module.getKey()
                                + " form a circle; remove one of these prerequisites.");
            }
        }
    }

    /** {@return the shortest chain of prerequisites from the module back to itself; empty when there is none} */
    private static List<String> circleThrough(String start, Map<String, RowValues> rowById) {
        Map<String, @Nullable String> cameFrom = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            String module = open.remove();
            RowValues row = rowById.get(module);
            List<String> after = row == null ? List.of() : row.getOr(ModuleTable.AFTER, List.of());
            for (String before : after) {
                if (before.equals(start)) {
                    Deque<String> circle = new ArrayDeque<>();
                    for (String step = module; step != null; step = cameFrom.get(step)) {
                        circle.addFirst(step);
                    }
                    return List.copyOf(circle);
                }
                if (!cameFrom.containsKey(before)) {
                    cameFrom.put(before, module);
                    open.add(before);
                }
            }
        }
        return List.of();
    }

    /** {@return the capacity of the largest room; empty when not all are known, or there are none} */
    private OptionalInt largestRoom() {
        if (!rooms.isKnown(RoomTables.CAPACITY)) {
            return OptionalInt.empty();
        }
        return rooms.rows().stream()
                .mapToInt(room -> room.getOr(RoomTables.CAPACITY, 0))
                .max();
    }

    private void checkModule(RowValues module, OptionalInt largestRoom) {
        Delivery delivery = module.find(ModuleTable.DELIVERY);
        Integer minClass = module.find(ModuleTable.MIN_CLASS);
        if (delivery == Delivery.FACE_TO_FACE
                && minClass != null
                && largestRoom.isPresent()
                && minClass > largestRoom.getAsInt()) {
            moduleIssue(
                    IssueCode.MODULE_TOO_BIG_FOR_ROOMS,
                    module,
                    ModuleTable.MIN_CLASS,
                    "min_class " + minClass + " is above the largest room, which has " + largestRoom.getAsInt()
                            + " seats; lower it or add a larger room.");
        }
        List<Slot> slots = programme.slots();
        Integer moduleSlots = module.find(ModuleTable.SLOTS);
        if (slots != null && moduleSlots != null && moduleSlots > slots.size()) {
            moduleIssue(
                    IssueCode.MODULE_NEEDS_TWO_SLOTS,
                    module,
                    ModuleTable.SLOTS,
                    "The module takes " + moduleSlots + " slots but a day of the programme has " + slots.size()
                            + "; give the programme a second slot or the module one.");
        }
        LocalDate release = module.find(ModuleTable.RELEASE_DATE);
        LocalDate lastDay = programme.lastDay();
        if (release != null && lastDay != null && release.isAfter(lastDay)) {
            moduleIssue(
                    IssueCode.RELEASE_AFTER_PROGRAMME,
                    module,
                    ModuleTable.RELEASE_DATE,
                    "The module is released on " + release + ", after the programme's last day " + lastDay
                            + ", so nobody can be booked on it; check the two dates.");
        }
        if (delivery != null && delivery != Delivery.DIGITAL && module.isKnown(ModuleTable.MODULE)) {
            checkTrainers(module);
        }
    }

    private void checkTrainers(RowValues module) {
        Integer needed = module.find(ModuleTable.TRAINERS);
        if (needed == null || needed == 0 || !trainers.isKnown(TrainerTable.MODULES)) {
            return;
        }
        List<RowValues> accredited = trainers.rows().stream()
                .filter(trainer ->
                        trainer.getOr(TrainerTable.MODULES, List.of()).contains(module.id()))
                .toList();
        if (accredited.isEmpty()) {
            moduleIssue(
                    IssueCode.MODULE_WITHOUT_TRAINER,
                    module,
                    ModuleTable.MODULE,
                    "Nobody is accredited to teach " + CellTypes.quoted(module.id())
                            + "; add it to the modules of a trainer.");
            return;
        }
        if (accredited.size() < needed) {
            moduleIssue(
                    IssueCode.TOO_FEW_TRAINERS,
                    module,
                    ModuleTable.TRAINERS,
                    "A session needs " + needed + " trainers but " + accredited.size()
                            + " are accredited; accredit more or lower trainers.");
        }
        Integer internalNeeded = module.find(ModuleTable.INTERNAL_TRAINERS);
        if (internalNeeded == null
                || internalNeeded > needed
                || !accredited.stream().allMatch(trainer -> trainer.isKnown(TrainerTable.INTERNAL))) {
            return;
        }
        long internal = accredited.stream()
                .filter(trainer -> trainer.getOr(TrainerTable.INTERNAL, false))
                .count();
        if (internal < internalNeeded) {
            moduleIssue(
                    IssueCode.TOO_FEW_TRAINERS,
                    module,
                    ModuleTable.INTERNAL_TRAINERS,
                    "A session needs " + internalNeeded + " internal trainers but " + internal
                            + " are accredited; accredit more or lower internal_trainers.");
        }
    }

    private void checkCohorts(OptionalInt largestRoom) {
        Map<String, List<RowValues>> members = new LinkedHashMap<>();
        for (RowValues person : staff.rows()) {
            String cohort = person.find(StaffTable.COHORT);
            if (cohort != null) {
                members.computeIfAbsent(cohort, id -> new ArrayList<>()).add(person);
            }
        }
        for (RowValues module : modules.rows()) {
            if (module.find(ModuleTable.GROUPING) == Grouping.COHORT) {
                members.forEach((cohort, people) -> checkCohort(module, cohort, people, largestRoom));
            }
        }
    }

    private void checkCohort(RowValues module, String cohort, List<RowValues> people, OptionalInt largestRoom) {
        Delivery delivery = module.find(ModuleTable.DELIVERY);
        if (delivery == null || delivery == Delivery.DIGITAL) {
            return;
        }
        Integer maxClass = module.find(ModuleTable.MAX_CLASS);
        String limit = null;
        if (maxClass != null && maxClass > 0 && people.size() > maxClass) {
            limit = "max_class of module " + CellTypes.quoted(module.id()) + " is " + maxClass;
        } else if (delivery == Delivery.FACE_TO_FACE
                && largestRoom.isPresent()
                && people.size() > largestRoom.getAsInt()) {
            limit = "the largest room for module " + CellTypes.quoted(module.id()) + " has " + largestRoom.getAsInt()
                    + " seats";
        }
        if (limit != null) {
            issue(
                    IssueCode.COHORT_TOO_BIG,
                    StaffTable.TABLE,
                    people.get(0),
                    StaffTable.COHORT,
                    cohort,
                    "Cohort " + CellTypes.quoted(cohort) + " has " + people.size() + " members but " + limit
                            + "; split the cohort or make room.");
        }
    }

    private void checkStaff() {
        Set<String> features = new HashSet<>();
        rooms.rows().forEach(room -> features.addAll(room.getOr(RoomTables.FEATURES, List.of())));
        boolean featuresKnown = rooms.isKnown(RoomTables.FEATURES) && hasFaceToFace();
        List<Slot> slots = programme.slots();
        LocalTime lastStart = slots == null ? null : slots.get(slots.size() - 1).start();
        for (RowValues person : staff.rows()) {
            if (featuresKnown) {
                checkNeeds(person, features);
            }
            LocalTime notBefore = person.find(StaffTable.NOT_BEFORE);
            if (notBefore != null && lastStart != null && notBefore.isAfter(lastStart)) {
                issue(
                        IssueCode.NOT_BEFORE_TOO_LATE,
                        StaffTable.TABLE,
                        person,
                        StaffTable.NOT_BEFORE,
                        person.id(),
                        "not_before " + notBefore + " is after the start of the last slot, " + lastStart
                                + ", so no booking is possible; correct the time or the slots.");
            }
        }
    }

    private void checkNeeds(RowValues person, Set<String> features) {
        for (String need : person.getOr(StaffTable.NEEDS, List.of())) {
            if (!features.contains(need)) {
                issue(
                        IssueCode.NEED_NO_ROOM_OFFERS,
                        StaffTable.TABLE,
                        person,
                        StaffTable.NEEDS,
                        person.id(),
                        "No room has the feature " + CellTypes.quoted(need)
                                + ", so no face-to-face booking is possible; correct it or add it to a room.");
            }
        }
    }

    boolean hasFaceToFace() {
        return modules.rows().stream().anyMatch(module -> module.find(ModuleTable.DELIVERY) == Delivery.FACE_TO_FACE);
    }
}
