package io.muster.api.decide;

import io.muster.solver.explain.Judgement;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What manual decisions do.
 *
 * @param judgement which rules they break and what they cost
 * @param folder where the plan was written; null: it was not, as nobody asked or a rule is broken
 */
public record DecisionView(Judgement judgement, @Nullable Path folder) {}
