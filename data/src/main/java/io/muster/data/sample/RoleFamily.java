package io.muster.data.sample;

import io.muster.data.model.StaffMember.Employment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The role families of a synthetic 23,000 (DOMAIN, "Role families"). The name of a family is both the role of its
 * people and the function of its teams.
 */
enum RoleFamily {
    ERPT("Emergency Response", 7_000, null, 35, Patterns.RELIEF, Employment.OFFICER, 0),
    NEIGHBOURHOOD("Neighbourhood", 3_600, null, 32, Patterns.NEIGHBOURHOOD, Employment.OFFICER, 0),
    PCSO("Community Support", 1_300, null, 28, Patterns.NEIGHBOURHOOD, Employment.PCSO, 0),
    CID("Criminal Investigation", 3_000, null, 34, Patterns.CID, Employment.OFFICER, 0.08),
    PUBLIC_PROTECTION("Public Protection", 2_700, null, 34, Patterns.PUBLIC_PROTECTION, Employment.OFFICER, 0.10),
    METCC("Met Command and Control", 1_500, "MO12", 36, Patterns.TWELVE_HOUR, Employment.STAFF, 0.85),
    DETENTION("Detention", 1_000, "MO9", 32, Patterns.TWELVE_HOUR, Employment.STAFF, 0.70),
    RTPC("Roads and Transport", 1_300, "MO8", 34, Patterns.RELIEF, Employment.OFFICER, 0),
    TASKFORCE("Taskforce", 900, "MO7", 28, Patterns.TASKFORCE, Employment.OFFICER, 0),
    ARV("Armed Response, Aviation and Protection", 700, "MO19", 30, Patterns.TWELVE_HOUR, Employment.OFFICER, 0);

    /** Heads of all families together. */
    static final int REFERENCE_HEADS = 23_000;

    private static final Bcu.Base LAMBETH = new Bcu.Base("Lambeth", 51.495, -0.114);
    private static final Bcu.Base HENDON = new Bcu.Base("Hendon", 51.597, -0.242);
    private static final Bcu.Base BOW = new Bcu.Base("Bow", 51.530, -0.020);
    private static final Bcu.Base EMPRESS_STATE = new Bcu.Base("Empress State", 51.487, -0.196);

    private final String title;
    private final int heads;
    private final @Nullable String businessGroup;
    private final int largestTeam;
    private final String patternId;
    private final Employment employment;
    private final double policeStaffShare;

    RoleFamily(
            String title,
            int heads,
            @Nullable String businessGroup,
            int largestTeam,
            String patternId,
            Employment employment,
            double policeStaffShare) {
        this.title = title;
        this.heads = heads;
        this.businessGroup = businessGroup;
        this.largestTeam = largestTeam;
        this.patternId = patternId;
        this.employment = employment;
        this.policeStaffShare = policeStaffShare;
    }

    String title() {
        return title;
    }

    /** {@return heads among the {@link #REFERENCE_HEADS}} */
    int heads() {
        return heads;
    }

    /** {@return the group it belongs to when it is not divided among BCUs; null: it is} */
    @Nullable
    String businessGroup() {
        return businessGroup;
    }

    /** {@return the most members a team has} */
    int largestTeam() {
        return largestTeam;
    }

    /** {@return the shift pattern of its teams} */
    String patternId() {
        return patternId;
    }

    /** {@return the employment of most of its people} */
    Employment employment() {
        return employment;
    }

    /** {@return the share of police staff among its people, in 0 to 1} */
    double policeStaffShare() {
        return policeStaffShare;
    }

    /** {@return how many days apart neighbouring teams of the family stand in the pattern} */
    int offsetStepDays() {
        return patternId.equals(Patterns.RELIEF)
                        || patternId.equals(Patterns.TWELVE_HOUR)
                        || patternId.equals(Patterns.TASKFORCE)
                ? 2
                : 7;
    }

    /** {@return the bases of a family that is not divided among BCUs} */
    List<Bcu.Base> centralBases() {
        return switch (this) {
            case METCC -> List.of(LAMBETH, HENDON, BOW);
            case DETENTION, RTPC ->
                List.of(Bcu.values()).stream().map(Bcu::headquarters).toList();
            default -> List.of(LAMBETH, HENDON, BOW, EMPRESS_STATE);
        };
    }
}
