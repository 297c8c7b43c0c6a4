package io.muster.solver.bound;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.OptionalDouble;

/** A linear program that is made smallest, on OR-Tools' simplex (GLOP). All variables are 0 or more. */
final class LinearProgram implements AutoCloseable {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** Loads the native library once. */
    private static final class Native {
        static {
            Loader.loadNativeLibraries();
        }

        static MPSolver solver() {
            return MPSolver.createSolver("GLOP");
        }
    }

    private final MPSolver solver = Native.solver();
    private final MPObjective objective = solver.objective();

    LinearProgram() {
        objective.setMinimization();
    }

    /** {@return a new variable of at most {@code most}, at a price for each unit} */
    MPVariable variable(double most, double price) {
        MPVariable variable = solver.makeNumVar(0, most, "");
        if (price != 0) {
            objective.setCoefficient(variable, price);
        }
        return variable;
    }

    /** {@return a new variable without a largest value} */
    MPVariable variable(double price) {
        return variable(INFINITY, price);
    }

    /** {@return a new row: its sum is at most {@code most}} */
    MPConstraint atMost(double most) {
        return solver.makeConstraint(-INFINITY, most, "");
    }

    /** {@return a new row: its sum is at least {@code least}} */
    MPConstraint atLeast(double least) {
        return solver.makeConstraint(least, INFINITY, "");
    }

    /** {@return the smallest value; empty when there is no solution or none was found} */
    OptionalDouble minimise() {
        MPSolver.ResultStatus status = solver.solve();
        return status == MPSolver.ResultStatus.OPTIMAL ? OptionalDouble.of(objective.value()) : OptionalDouble.empty();
    }

    @Override
    public void close() {
        solver.delete();
    }
}
