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

    /** Virtual: an induction, four full-day workshops and a guided-learning day, twelve learners together. */
    static final List<TrainingModule> ILM = List.of(
            virtual("IND", "Induction", 1, 6, 12, List.of(), null, null, Grouping.COHORT),
            virtual("W1", "Workshop 1: the role of the coach", 2, 6, 12, List.of("IND"), 7, 56, Grouping.COHORT),
            virtual("W2", "Workshop 2: models and contracting", 2, 6, 12, List.of("W1"), 14, 56, Grouping.COHORT),
            digital("GL", "Guided learning", 2, List.of("W2")),
            virtual("W3", "Workshop 3: practice and feedback", 2, 6, 12, List.of("W2"), 14, 56, Grouping.COHORT),
            virtual("W4", "Workshop 4: reflection and review", 2, 6, 12, List.of("W3", "GL"), 7, 84, Grouping.COHORT));

    /** One curriculum for Level 5 and Level 7: teaching days face to face, the rest virtual, weeks apart. */
    static final List<TrainingModule> COACHING_APPRENTICESHIP = List.of(
            virtual("ONB", "Onboarding", 1, 8, 30, List.of(), null, null, Grouping.COHORT),
            fullDay("CP1", "Coaching practice 1", 8, 30, 1, 0, List.of("ONB"), 14, 70, Grouping.COHORT),
            virtual("SUP1", "Group supervision 1", 1, 8, 30, List.of("CP1"), 14, 70, Grouping.COHORT),
            digital("GLD", "Guided learning day", 2, List.of("CP1")),
            fullDay("CP2", "Coaching practice 2", 8, 30, 1, 0, List.of("SUP1"), 14, 84, Grouping.COHORT),
            virtual("SUP2", "Group supervision 2", 1, 8, 30, List.of("CP2"), 14, 70, Grouping.COHORT),
            fullDay("CP3", "Coaching practice 3", 8, 30, 1, 0, List.of("SUP2"), 14, 112, Grouping.COHORT),
            virtual("GATE", "Gateway review", 1, 8, 30, List.of("CP3"), 14, 84, Grouping.COHORT));

    /** One curriculum for three levels: taught in cohorts of a level, and open days with all of them. */
    static final List<TrainingModule> LEADERSHIP = List.of(
            digital("LDI", "Leadership introduction, digital", 1, List.of()),
            fullDay("LF1", "Leading people", 5, 18, 2, 1, List.of("LDI"), 1, null, Grouping.COHORT),
            virtual("LV1", "Leading change", 2, 5, 18, List.of("LF1"), 14, 63, Grouping.COHORT),
            fullDay("LF2", "Leading performance", 5, 18, 2, 1, List.of("LV1"), 14, 63, Grouping.COHORT),
            fullDay("MAS", "Leadership masterclass", 8, 20, 2, 1, List.of(), null, null, Grouping.INDIVIDUAL),
            virtual("FBK", "360-degree feedback review", 1, 4, 12, List.of("LF1"), 7, null, Grouping.INDIVIDUAL));

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

    private static TrainingModule fullDay(
            String id,
            String name,
            int smallestClass,
            int largestClass,
            int trainers,
            int internalTrainers,
            List<String> after,
            @Nullable Integer minGapDays,
            @Nullable Integer maxGapDays,
            Grouping grouping) {
        return new TrainingModule(
                id,
                name,
                Delivery.FACE_TO_FACE,
                2,
                smallestClass,
                largestClass,
                trainers,
                internalTrainers,
                null,
                after,
                minGapDays,
                maxGapDays,
                grouping);
    }

    /** Virtual, with one tutor from inside or outside. */
    private static TrainingModule virtual(
            String id,
            String name,
            int slots,
            int smallestClass,
            int largestClass,
            List<String> after,
            @Nullable Integer minGapDays,
            @Nullable Integer maxGapDays,
            Grouping grouping) {
        return new TrainingModule(
                id,
                name,
                Delivery.VIRTUAL,
                slots,
                smallestClass,
                largestClass,
                1,
                0,
                null,
                after,
                minGapDays,
                maxGapDays,
                grouping);
    }
}
