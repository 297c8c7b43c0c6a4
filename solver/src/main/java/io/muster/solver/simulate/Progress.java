package io.muster.solver.simulate;

/**
 * How far a part of the people is by the end of a week.
 *
 * @param requirements its requirements, by the scope of the week's Monday
 * @param attended those of them attended
 */
public record Progress(int requirements, int attended) {

    /** {@return this and another part together} */
    Progress plus(Progress other) {
        return new Progress(requirements + other.requirements, attended + other.attended);
    }
}
