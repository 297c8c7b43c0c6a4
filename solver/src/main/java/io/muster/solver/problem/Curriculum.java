package io.muster.solver.problem;

import io.muster.data.model.DataSet;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The training modules, by position in the data set. */
public final class Curriculum {

    /** Number of modules. */
    public final int modules;
    /** How each is delivered. */
    public final Delivery[] delivery;
    /** Slots each takes, 1 or 2. */
    public final int[] slots;
    /** Fewest bookings a session should have. */
    public final int[] minClass;
    /** Most bookings a session may have; {@link Integer#MAX_VALUE} for digital modules. */
    public final int[] maxClass;
    /** Trainers a session has; 0 for digital modules. */
    public final int[] trainers;
    /** Internal trainers a session has at least. */
    public final int[] internals;
    /** First training day on which each may be booked (release date). */
    public final int[] firstDay;
    /** Modules that come before each. */
    public final int[][] after;
    /** Modules that come after each. */
    public final int[][] dependents;
    /** Modules in the longest chain of prerequisites before each; 0: it has none. */
    public final int[] rank;
    /** Fewest days between a prerequisite's date and the module's; a very small number where not given. */
    public final int[] minGap;
    /** Most days between them; a very large number where not given. */
    public final int[] maxGap;
    /** Whether a module is taught cohort by cohort (H17); never a digital one. */
    public final boolean[] byCohort;
    /** Whether the mix line excepts sessions of a module ("cohort sessions": those of a COHORT module). */
    public final boolean[] mixExcepted;
    /** Most trainers any module takes. */
    public final int maxTrainers;

    private final int daySlots;

    /** Stands for a gap limit that is not given; far beyond any programme, yet safe to add to. */
    private static final int FAR = 1 << 20;

    Curriculum(DataSet dataSet, Calendar calendar) {
        List<TrainingModule> list = dataSet.modules();
        Map<String, Integer> position = Ids.positions(list, TrainingModule::id);
        modules = list.size();
        daySlots = calendar.slots;
        delivery = new Delivery[modules];
        slots = new int[modules];
        minClass = new int[modules];
        maxClass = new int[modules];
        trainers = new int[modules];
        internals = new int[modules];
        firstDay = new int[modules];
        after = new int[modules][];
        dependents = new int[modules][];
        minGap = new int[modules];
        maxGap = new int[modules];
        byCohort = new boolean[modules];
        mixExcepted = new boolean[modules];
        int most = 0;
        List<List<Integer>> next = new ArrayList<>();
        for (int m = 0; m < modules; m++) {
            next.add(new ArrayList<>());
        }
        for (int m = 0; m < modules; m++) {
            TrainingModule module = list.get(m);
            boolean digital = module.delivery() == Delivery.DIGITAL;
            delivery[m] = module.delivery();
            slots[m] = module.slots();
            minClass[m] = module.minClass();
            maxClass[m] = digital ? Integer.MAX_VALUE : module.maxClass();
            trainers[m] = digital ? 0 : module.trainers();
            internals[m] = digital ? 0 : module.internalTrainers();
            firstDay[m] = module.releaseDate() == null ? 0 : calendar.firstOnOrAfter(module.releaseDate());
            after[m] = module.after().stream()
                    .mapToInt(id -> Ids.at(position, id))
                    .distinct()
                    .toArray();
            for (int before : after[m]) {
                next.get(before).add(m);
            }
            minGap[m] = orElse(module.minGapDays(), -FAR);
            maxGap[m] = orElse(module.maxGapDays(), FAR);
            mixExcepted[m] = module.grouping() == TrainingModule.Grouping.COHORT;
            byCohort[m] = mixExcepted[m] && !digital;
            most = Math.max(most, trainers[m]);
        }
        for (int m = 0; m < modules; m++) {
            dependents[m] = next.get(m).stream().mapToInt(Integer::intValue).toArray();
        }
        maxTrainers = most;
        rank = new int[modules];
        for (int pass = 0; pass < modules; pass++) {
            for (int m = 0; m < modules; m++) {
                for (int a : after[m]) {
                    rank[m] = Math.max(rank[m], rank[a] + 1);
                }
            }
        }
    }

    private static int orElse(@Nullable Integer value, int other) {
        return value == null ? other : value;
    }

    /** {@return the slots, as bits, that a module takes when it starts at a slot} */
    public int slotMask(int module, int slot) {
        return slots[module] == 2 ? 3 : 1 << slot;
    }

    /** {@return whether a module may start at a slot: one of two slots stands at the first of two} */
    public boolean fitsSlot(int module, int slot) {
        return slots[module] == 1 || (slot == 0 && daySlots == 2);
    }

    /** {@return whether a module needs no session} */
    public boolean isDigital(int module) {
        return delivery[module] == Delivery.DIGITAL;
    }

    /** {@return whether a module needs a room} */
    public boolean isFaceToFace(int module) {
        return delivery[module] == Delivery.FACE_TO_FACE;
    }
}
