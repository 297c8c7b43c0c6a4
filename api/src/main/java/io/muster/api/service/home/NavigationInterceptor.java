package io.muster.api.service.home;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Callers;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.StoredDataSet;
import io.muster.api.service.home.Navigation.Group;
import io.muster.api.service.home.Navigation.Item;
import io.muster.api.service.home.Navigation.PlanLink;
import io.muster.api.service.home.Navigation.Programme;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.page.PageController;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Gives each page its {@link Navigation}, as the request attribute {@code nav}: an error page has it too. A link is shown to
 * whom its page is for.
 */
@Component
class NavigationInterceptor implements HandlerInterceptor, WebMvcConfigurer {
    private static final String PLAN = "{planId}";
    private static final String DATA_SET = "{dataSetId}";

    /** All links: group, label, and the path that its page is mapped to. */
    private static final List<Link> LINKS = List.of(
            new Link("Programme", "At a glance", "/programmes/{dataSetId}"),
            new Link("Programme", "Data", "/programmes/{dataSetId}/data"),
            new Link("Programme", "Rules", "/rules"),
            new Link("Programme", "Solve and compare", "/programmes/{dataSetId}/plans"),
            new Link("Programme", "Disruptions", "/programmes/{dataSetId}/disruptions"),
            new Link("Plan", "This plan", "/plans/{planId}"),
            new Link("Plan", "People", "/plans/{planId}/people"),
            new Link("Plan", "Unbooked", "/plans/{planId}/unbooked"),
            new Link("Plan", "Timetable", "/plans/{planId}/timetable"),
            new Link("Plan", "Abstraction", "/plans/{planId}/abstraction"),
            new Link("Plan", "Map", "/plans/{planId}/map"),
            new Link("Plan", "Publish", "/plans/{planId}/publish"),
            new Link("Plan", "Oversight report", "/plans/{planId}/oversight"),
            new Link("My work", "My classes", "/my-classes"),
            new Link("My work", "My BCU", "/desk"),
            new Link("Service", "Programmes", "/programmes"),
            new Link("Service", "Audit trail", "/audit"),
            new Link("Service", "Users", "/users"));

    private final Callers callers;
    private final DataSets dataSets;
    private final Plans plans;
    private final LivePlans livePlans;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private @Nullable Map<String, Allowed> pages;

    NavigationInterceptor(
            Callers callers,
            DataSets dataSets,
            Plans plans,
            LivePlans livePlans,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.callers = callers;
        this.dataSets = dataSets;
        this.plans = plans;
        this.livePlans = livePlans;
        this.mappings = mappings;
    }

    /**
     * A link of the navigation.
     *
     * @param group its group
     * @param label what it leads to
     * @param path what its page is mapped to
     */
    private record Link(String group, String label, String path) {}

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), PageController.class)) {
            request.setAttribute("nav", of(request));
        }
        return true;
    }

    private Navigation of(HttpServletRequest request) {
        Caller caller;
        try {
            caller = callers.current();
        } catch (ProblemException e) {
            return new Navigation(null, null, null, List.of());
        }
        if (!caller.isAny(Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR, Role.GOVERNANCE)) {
            return new Navigation(caller, null, null, groups(caller, request, null, null));
        }
        Optional<StoredPlan> asked = variable(request, "planId").flatMap(plans::find);
        Optional<String> wanted = asked.map(StoredPlan::dataSetId).or(() -> variable(request, "dataSetId"));
        Optional<StoredDataSet> dataSet = dataSets.list().stream()
                .filter(known -> wanted.isEmpty() || wanted.get().equals(known.id()))
                .max(Comparator.comparing(StoredDataSet::createdAt));
        Programme programme =
                dataSet.map(known -> new Programme(known.id(), known.name())).orElse(null);
        Optional<StoredPlan> complete = asked.filter(found -> found.state().isComplete())
                .or(() -> dataSet.flatMap(known -> plans.findCurrent(known.id())));
        // Whoever comes to a programme asks about its plan next.
        complete.ifPresent(livePlans::prepare);
        PlanLink plan = complete.map(known -> new PlanLink(known.id(), known.name(), known.state()))
                .orElse(null);
        return new Navigation(caller, programme, plan, groups(caller, request, programme, plan));
    }

    private static Optional<String> variable(HttpServletRequest request, String name) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? Optional.ofNullable(variables.get(name)).map(String::valueOf)
                : Optional.empty();
    }

    private List<Group> groups(
            Caller caller, HttpServletRequest request, @Nullable Programme programme, @Nullable PlanLink plan) {
        Map<String, Allowed> known = pages();
        String here = request.getRequestURI();
        List<Group> groups = new ArrayList<>();
        Link nearest = LINKS.stream()
                .filter(link -> isShown(link, caller, known, programme, plan))
                .filter(link -> isAtOrBelow(here, href(link, programme, plan)))
                .max(Comparator.comparingInt(link -> href(link, programme, plan).length()))
                .orElse(null);
        for (Link link : LINKS) {
            if (isShown(link, caller, known, programme, plan)) {
                if (groups.isEmpty() || !groups.get(groups.size() - 1).title().equals(link.group())) {
                    groups.add(new Group(link.group(), new ArrayList<>()));
                }
                groups.get(groups.size() - 1)
                        .items()
                        .add(new Item(link.label(), href(link, programme, plan), link.equals(nearest)));
            }
        }
        return groups;
    }

    private static boolean isAtOrBelow(String here, String href) {
        return here.equals(href) || here.startsWith(href + "/");
    }

    private static boolean isShown(
            Link link,
            Caller caller,
            Map<String, Allowed> known,
            @Nullable Programme programme,
            @Nullable PlanLink plan) {
        Allowed allowed = known.get(link.path());
        return allowed != null
                && caller.isAny(allowed.value())
                && (programme != null || !link.path().contains(DATA_SET))
                && (plan != null || !link.path().contains(PLAN));
    }

    private static String href(Link link, @Nullable Programme programme, @Nullable PlanLink plan) {
        return link.path()
                .replace(DATA_SET, programme == null ? "" : programme.id())
                .replace(PLAN, plan == null ? "" : plan.id());
    }

    /** For whom the page at each path is. */
    private Map<String, Allowed> pages() {
        Map<String, Allowed> known = pages;
        if (known == null) {
            Map<String, Allowed> found = new HashMap<>();
            mappings.getObject().getHandlerMethods().forEach((info, method) -> {
                Allowed allowed = method.getMethodAnnotation(Allowed.class);
                if (allowed != null
                        && info.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                        && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), PageController.class)) {
                    info.getPatternValues().forEach(path -> found.put(path, allowed));
                }
            });
            known = Map.copyOf(found);
            pages = known;
        }
        return known;
    }
}
