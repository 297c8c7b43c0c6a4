package io.muster.data.sample;

import java.util.Arrays;
import java.util.Optional;

/** The programmes a data set can be generated for. */
public enum SampleProgramme {
    /** "A New Met for London for Everyone", Phase 2: five half days and half a day of digital training. */
    NMFL_PHASE_2("nmfl-phase-2", "A New Met for London for Everyone, Phase 2", 23_000, 100, 150_000),
    /** Phase 1 of the same: five other half days, autumn to spring. */
    NMFL_PHASE_1("nmfl-phase-1", "A New Met for London for Everyone, Phase 1", 34_300, 100, 150_000),
    /** ILM Level 5 coaching: cohorts of 12, virtual. 23 people are a cohort of 12 and one of 11. */
    ILM_COHORT("ilm-cohort", "ILM Level 5 coaching cohorts", 12, 6, 1_200),
    /** Coaching apprenticeship: Level 5 cohorts of up to 30 with Level 7 cohorts beside them. */
    COACHING_APPRENTICESHIP("coaching-apprenticeship", "Coaching Professional apprenticeship", 46, 23, 4_600),
    /** Leadership programmes of three levels, in cohorts of up to 18. */
    LEADERSHIP("leadership", "Leadership programmes", 324, 54, 5_400),
    /** Control room resilience training in a 24-hour operation. */
    METCC("metcc", "Control room resilience training", 1_500, 100, 15_000);

    private final String id;
    private final String title;
    private final int defaultPeople;
    private final int minPeople;
    private final int maxPeople;

    SampleProgramme(String id, String title, int defaultPeople, int minPeople, int maxPeople) {
        this.id = id;
        this.title = title;
        this.defaultPeople = defaultPeople;
        this.minPeople = minPeople;
        this.maxPeople = maxPeople;
    }

    /** {@return the stable id, such as {@code nmfl-phase-2}; also the id of the generated programme} */
    public String id() {
        return id;
    }

    /** {@return the name for people} */
    public String title() {
        return title;
    }

    /** {@return how many people the programme has unless asked otherwise} */
    public int defaultPeople() {
        return defaultPeople;
    }

    /** {@return the fewest people it can be generated for} */
    public int minPeople() {
        return minPeople;
    }

    /** {@return the most people it can be generated for} */
    public int maxPeople() {
        return maxPeople;
    }

    /**
     * Finds a programme by its id.
     *
     * @param id the id
     * @return the programme, or empty when none has this id
     */
    public static Optional<SampleProgramme> find(String id) {
        return Arrays.stream(values()).filter(p -> p.id.equals(id)).findFirst();
    }
}
