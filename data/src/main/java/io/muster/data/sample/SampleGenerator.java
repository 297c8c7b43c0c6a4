package io.muster.data.sample;

import io.muster.data.model.DataSet;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Generates data sets of synthetic people: the same programme, number and seed give the same data set on any JDK. */
public final class SampleGenerator {

    private SampleGenerator() {}

    /**
     * Generates a data set.
     *
     * @param programme the programme
     * @param people how many people, within the programme's limits
     * @param seed any number
     * @return the data set; every reference in it resolves
     * @throws IllegalArgumentException when the number of people is out of the programme's range
     */
    public static DataSet generate(SampleProgramme programme, int people, long seed) {
        if (people < programme.minPeople() || people > programme.maxPeople()) {
            throw new IllegalArgumentException(
                    "%s takes from %d to %d people, not %d. Maybe leave the number out for the default of %d."
                            .formatted(
                                    programme.id(),
                                    programme.minPeople(),
                                    programme.maxPeople(),
                                    people,
                                    programme.defaultPeople()));
        }
        return switch (programme) {
            case NMFL_PHASE_2 -> MassProgramme.nmflPhase2(people).generate(seed);
            case NMFL_PHASE_1 -> MassProgramme.nmflPhase1(people).generate(seed);
            case METCC -> MassProgramme.metcc(people).generate(seed);
            case ILM_COHORT -> CohortProgramme.ilm(people).generate(seed);
            case COACHING_APPRENTICESHIP ->
                CohortProgramme.coachingApprenticeship(people).generate(seed);
            case LEADERSHIP -> CohortProgramme.leadership(people).generate(seed);
        };
    }

    /**
     * Generates a data set that is short of something on purpose.
     *
     * @param programme the programme
     * @param people how many people, within the programme's limits
     * @param seed any number
     * @param variants what it is short of; empty: nothing
     * @return the data set; every reference in it resolves
     * @throws IllegalArgumentException when the number of people is out of the programme's range
     */
    public static DataSet generate(SampleProgramme programme, int people, long seed, Set<SampleVariant> variants) {
        DataSet data = generate(programme, people, seed);
        for (SampleVariant variant : SampleVariant.values()) {
            data = variants.contains(variant) ? variant.applyTo(data) : data;
        }
        return data;
    }

    /**
     * Generates a data set for a programme named by its id.
     *
     * @param programmeId the programme's id
     * @param people how many people, within the programme's limits
     * @param seed any number
     * @return the data set
     * @throws IllegalArgumentException when no programme has this id, or the number of people is out of its range
     */
    public static DataSet generate(String programmeId, int people, long seed) {
        SampleProgramme programme = SampleProgramme.find(programmeId)
                .orElseThrow(() -> new IllegalArgumentException("No programme is called " + programmeId
                        + ". Maybe one of "
                        + Arrays.stream(SampleProgramme.values())
                                .map(SampleProgramme::id)
                                .collect(Collectors.joining(", "))
                        + " is meant."));
        return generate(programme, people, seed);
    }

    /**
     * Generates a data set of the programme's default size.
     *
     * @param programme the programme
     * @param seed any number
     * @return the data set
     */
    public static DataSet generate(SampleProgramme programme, long seed) {
        return generate(programme, programme.defaultPeople(), seed);
    }
}
