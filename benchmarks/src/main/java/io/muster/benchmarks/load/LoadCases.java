package io.muster.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.benchmarks.suite.BenchInputException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people ask a service for all day. */
public final class LoadCases {
    private static final int PERSON_MILLIS = 50;
    private static final int LIST_MILLIS = 150;
    private static final int PAGES = 40;

    private LoadCases() {}

    /**
     * The requests about a plan.
     *
     * @param client the service
     * @param planId the plan; null: the newest complete one
     * @return the kinds of requests
     * @throws BenchInputException when the service has no complete plan
     */
    public static List<LoadCase> of(ServiceClient client, @Nullable String planId) {
        String plan = "/v1/plans/" + (planId == null ? newestPlan(client) : planId);
        List<String> people = ids(client, plan + "/people?size=500&page=", "staffId", 4);
        List<String> teams = ids(client, plan + "/teams?size=500&page=", "teamId", 1);
        return List.of(
                new LoadCase("a person", paths(people, plan + "/people/"), PERSON_MILLIS),
                new LoadCase("people", pages(plan + "/people?size=50&page="), LIST_MILLIS),
                new LoadCase("people of a team", paths(teams, plan + "/people?team="), LIST_MILLIS),
                new LoadCase("bookings", pages(plan + "/bookings?size=50&page="), LIST_MILLIS),
                new LoadCase("bookings of a team", paths(teams, plan + "/bookings?team="), LIST_MILLIS),
                new LoadCase("sessions", pages(plan + "/sessions?size=50&page="), LIST_MILLIS),
                new LoadCase("unbooked", pages(plan + "/unbooked?size=50&page="), LIST_MILLIS),
                new LoadCase("plans", List.of("/v1/plans"), LIST_MILLIS));
    }

    private static String newestPlan(ServiceClient client) {
        for (JsonNode plan : client.json("/v1/plans?size=100").path("items")) {
            String state = plan.path("state").asText();
            if (state.equals("PUBLISHED") || state.equals("DRAFT")) {
                return plan.path("id").asText();
            }
        }
        throw new BenchInputException("The service has no complete plan; make one first.");
    }

    private static List<String> ids(ServiceClient client, String path, String field, int pages) {
        List<String> ids = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            client.json(path + page)
                    .path("items")
                    .forEach(item -> ids.add(item.path(field).asText()));
        }
        return ids;
    }

    private static List<String> paths(List<String> ids, String before) {
        return ids.stream().map(id -> before + id).toList();
    }

    private static List<String> pages(String before) {
        List<String> paths = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            paths.add(before + page);
        }
        return paths;
    }
}
