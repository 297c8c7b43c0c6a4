package io.muster.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.support.SmallPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every page: its heading, and the way of the keyboard from the skip link into its content. */
class EveryPageTest extends BrowserTest {
    private static final String FOCUS = """
            () => {
              const at = document.activeElement;
              const style = getComputedStyle(at);
              const box = at.getBoundingClientRect();
              return {
                inside: at.closest('#content main') !== null,
                what: at.outerHTML.slice(0, 200),
                shown: box.width > 0 && box.height > 0,
                marked: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
              };
            }""";

    @Test
    void aPlannersPagesAreUsedByKeyboard() {
        StoredPlan plan = small().add(PlanState.PUBLISHED);
        String programme = "/programmes/" + plan.dataSetId();
        String path = "/plans/" + plan.id();
        signIn(Role.PLANNER);
        assertThat(faults(List.of(
                        "/programmes",
                        programme,
                        programme + "/data",
                        programme + "/data/1/rows/staff.csv",
                        programme + "/scope",
                        programme + "/scope/P1",
                        programme + "/plans",
                        programme + "/disruptions",
                        programme + "/disruptions/new",
                        programme + "/disruptions/import",
                        "/rules",
                        path,
                        path + "/people",
                        path + "/people/P1",
                        path + "/unbooked",
                        path + "/decisions",
                        path + "/timetable",
                        path + "/abstraction",
                        path + "/map",
                        path + "/teams/CN-A",
                        path + "/sessions/" + SmallPlan.FRIDAY_IN_MARCH,
                        path + "/sessions/" + SmallPlan.FRIDAY_IN_MARCH + "/attendance",
                        path + "/trainers/T1",
                        path + "/attendance",
                        path + "/publish",
                        path + "/oversight",
                        path + "/simulations",
                        "/account")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"AUDITOR, /audit", "ADMINISTRATOR, /users", "TRAINER, /my-classes", "BCU_RESOURCING, /desk"})
    void pagesOfOtherRolesAreUsedByKeyboard(Role role, String path) {
        small().add(PlanState.PUBLISHED);
        signIn(role);
        assertThat(faults(List.of(path))).isEmpty();
    }

    private List<String> faults(List<String> paths) {
        List<String> faults = new ArrayList<>();
        for (String path : paths) {
            go(path);
            int headings = page().locator("main h1").count();
            page().keyboard().press("Tab");
            page().keyboard().press("Enter");
            page().keyboard().press("Tab");
            var focus = (Map<?, ?>) page().evaluate(FOCUS);
            if (headings != 1) {
                faults.add(path + ": " + headings + " headings of the first level");
            }
            for (String wanted : List.of("inside", "shown", "marked")) {
                if (!Boolean.TRUE.equals(focus.get(wanted))) {
                    faults.add(path + ": not " + wanted + ": " + focus.get("what"));
                }
            }
        }
        return faults;
    }
}
