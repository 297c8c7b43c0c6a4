package io.muster.data.sample;

import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The modules of each programme (DOMAIN, "The programme" and "Other programmes"). */
final class Curriculum {

    /** Five half days; first responder follows the digital training; non-contact offending is released late. */
    static final List<TrainingModule> NMFL_PHASE_2 = List.of(
            digital("DIG", "Linked digital training", 1, List.of()),
            halfDay("C", "Children's Strategy", 20, null, List.of()),
            halfDay("D", "Domestic Abuse", 20, null, List.of()),
            halfDay("O", "Op Soteria First Responder", 20, null, List.of("DIG")),
            halfDay("N", "Non-contact sexual offending", 20, LocalDate.of(2025, 4, 28), List.of()),
            halfDay("S", "Stalking awareness", 20, null, List.of()));

    /** Five half days and the digital RASSO package. */
    static final List<TrainingModule> NMFL_PHASE_1 = List.of(
            digital("RASSO", "Rape and serious sexual offences, digital", 1, List.of()),
            halfDay("VAL", "Values-driven organisation", 20, null, List.of()),
            halfDay("INC", "Pro-inclusive Met", 20, null, List.of()),
            halfDay("CUB", "Challenging unacceptable behaviours", 20, null, List.of()),
            halfDay("EVC", "Engagement with victims and communities", 20, null, List.of()),
            halfDay("SAS", "Stop and search", 20, null, List.of()));

    /** Three half days in order and a digital introduction. */
    static final List<TrainingModule> METCC = List.of(
            digital("RESD", "Resilience, digital introduction", 1, List.of()),
            halfDay("RES1", "Resilience: stress and recovery on twelve-hour shifts", 16, null, List.of("RESD")),
            halfDay("RES2", "Resilience: after a critical call", 16, null, List.of("RES1")),
            halfDay("RES3", "Resilience: supporting colleagues", 16, null, List.of("RES1")));

    private static final int SMALLEST_CLASS = 10;

    private Curriculum() {}

    private static TrainingModule digital(String id, String name, int slots, List<String> after) {
        return new TrainingModule(
                id, name, Delivery.DIGITAL, slots, 0, 0, 0, 0, null, after, null, null, Grouping.INDIVIDUAL);
    }

    /** Face to face, delivered by one internal and one external trainer. */
    private static TrainingModule halfDay(
            String id, String name, int largestClass, @Nullable LocalDate release, List<String> after) {
        return new TrainingModule(
                id,
                name,
                Delivery.FACE_TO_FACE,
                1,
                SMALLEST_CLASS,
                largestClass,
                2,
                1,
                release,
                after,
                null,
                null,
                Grouping.INDIVIDUAL);
    }
}
