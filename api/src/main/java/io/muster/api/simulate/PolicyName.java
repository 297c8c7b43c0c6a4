package io.muster.api.simulate;

import io.muster.api.error.BadRequestException;
import io.muster.solver.profile.PlanningPolicy;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The planning policies by name. */
public enum PolicyName {
    /** All weeks are used, and some seats of every session are kept free. */
    FLAT("flat"),
    /** Sessions are full, and the last weeks are kept free for catching up. */
    FRONT_LOADED("front-loaded"),
    /** Nothing is kept free: the plan {@code muster plan} makes. */
    NO_SLACK("no-slack");

    private final String id;

    PolicyName(String id) {
        this.id = id;
    }

    /** {@return its name in commands and files} */
    public String id() {
        return id;
    }

    /** {@return the policy, for a command's reserves} */
    PlanningPolicy policy(SimulateCommand command) {
        return switch (this) {
            case FLAT -> new PlanningPolicy(0, command.seatReservePct());
            case FRONT_LOADED -> new PlanningPolicy(command.reserveWeeks(), 0);
            case NO_SLACK -> PlanningPolicy.NO_SLACK;
        };
    }

    /** {@return the policy of a name} */
    static PolicyName of(String id) {
        return Arrays.stream(values())
                .filter(name -> name.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new BadRequestException("there is no planning policy '" + id + "'. Choose from: "
                        + Arrays.stream(values()).map(PolicyName::id).collect(Collectors.joining(", ")) + "."));
    }
}
