package io.muster.api.service.plan;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How fast the solves of this instance are. */
@Component
public class SolverSpeeds {
    private final Map<String, Double> byPlan = new ConcurrentHashMap<>();

    SolverSpeeds() {}

    /** What a solve has just been measured at, moves a second. */
    void measured(String planId, double movesPerSecond) {
        byPlan.put(planId, movesPerSecond);
    }

    /** A solve is over. */
    void ended(String planId) {
        byPlan.remove(planId);
    }

    /** {@return moves a second of all running solves together, each measured over its last seconds; 0: none runs} */
    public double movesPerSecond() {
        return byPlan.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
