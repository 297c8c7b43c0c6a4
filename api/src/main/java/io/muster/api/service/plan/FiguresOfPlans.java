package io.muster.api.service.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.api.plan.PlanFigures;
import io.muster.api.plan.PlanFolder;
import io.muster.api.service.content.Contents;
import io.muster.api.service.dataset.DataSetCache;
import io.muster.api.service.dataset.DataSets;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import java.util.ArrayList;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures of complete plans beside their summary: counted once, as that takes the whole plan, and kept. */
@Component
public class FiguresOfPlans {
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Contents contents;
    private final DataSets dataSets;
    private final DataSetCache cache;

    FiguresOfPlans(JdbcClient jdbc, ObjectMapper json, Contents contents, DataSets dataSets, DataSetCache cache) {
        this.jdbc = jdbc;
        this.json = json;
        this.contents = contents;
        this.dataSets = dataSets;
        this.cache = cache;
    }

    /**
     * Keeps the figures of a plan.
     *
     * @param planId the plan
     * @param figures its figures
     */
    public void add(String planId, PlanFigures figures) {
        try {
            jdbc.sql("insert into plan_figures (plan_id, figures) values (?, ?) on conflict do nothing")
                    .params(planId, json.writeValueAsString(figures))
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The figures of a complete plan; counted now where nobody has kept them. */
    PlanFigures get(StoredPlan plan) {
        String kept = jdbc.sql("select figures from plan_figures where plan_id = ?")
                .param(plan.id())
                .query(String.class)
                .optional()
                .orElse(null);
        if (kept == null) {
            PlanFigures figures = count(plan);
            add(plan.id(), figures);
            return figures;
        }
        try {
            return json.readValue(kept, PlanFigures.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private PlanFigures count(StoredPlan stored) {
        DataSet dataSet = cache.get(dataSets.revision(stored.dataSetId(), stored.revision()));
        Plan plan = PlanFolder.read(contents.file(Objects.requireNonNull(stored.content()), ".zip"), new ArrayList<>());
        return PlanFigures.of(dataSet, plan.scope(), plan.sessions(), plan.bookings());
    }
}
