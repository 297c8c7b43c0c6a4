package io.muster.api.service.home;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.dataset.StoredDataSet;
import io.muster.api.service.page.PageController;
import io.muster.api.service.plan.PlanView;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.data.sample.SampleProgramme;
import io.muster.data.sample.SampleVariant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All programmes, and the forms that make one. */
@PageController
class ProgrammesPages {
    private static final Map<String, Comparator<StoredDataSet>> ORDERS = Map.of(
            "name", Comparator.comparing(StoredDataSet::name),
            "createdAt", Comparator.comparing(StoredDataSet::createdAt));

    private final DataSets dataSets;
    private final Plans plans;

    ProgrammesPages(DataSets dataSets, Plans plans) {
        this.dataSets = dataSets;
        this.plans = plans;
    }

    @GetMapping("/programmes")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE})
    String list(PageQuery page, @RequestParam(defaultValue = "") String name, Caller caller, Model model) {
        List<StoredDataSet> found = dataSets.list().stream()
                .filter(dataSet -> dataSet.name()
                        .toLowerCase(Locale.UK)
                        .contains(name.strip().toLowerCase(Locale.UK)))
                .toList();
        PageView<StoredDataSet> shown = page.of(found, ORDERS);
        Map<String, Revision> newest =
                dataSets.newestRevisions().stream().collect(Collectors.toMap(Revision::dataSetId, Function.identity()));
        model.addAttribute(
                "list",
                new PageView<>(
                        shown.items().stream()
                                .map(dataSet -> new ProgrammeRow(
                                        dataSet,
                                        newest.get(dataSet.id()),
                                        plans.findCurrent(dataSet.id())
                                                .map(PlanView::of)
                                                .orElse(null),
                                        !dataSets.wasPublished(dataSet.id())))
                                .toList(),
                        shown.page(),
                        shown.size(),
                        shown.total()));
        model.addAttribute("name", name);
        model.addAttribute("samples", SampleProgramme.values());
        model.addAttribute("variants", SampleVariant.values());
        model.addAttribute("canMake", caller.isAny(Role.PLANNER, Role.LEARNING));
        model.addAttribute("canDelete", caller.isAny(Role.PLANNER));
        return "home/programmes";
    }
}
