package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.muster.api.service.support.ServiceProcess;
import io.muster.api.service.support.TestDatabase;
import io.muster.api.service.support.TestProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in through the organisation's OpenID provider, as the settings of a service name it. */
@Tag("browser")
class OpenIdSignInTest {
    private static final int PATIENCE_MILLIS = 30_000;

    @Test
    void whoeverTheProviderKnowsComesInWithTheRolesItSays() throws Exception {
        Map<String, Object> claims =
                Map.of("sub", "p123456", "name", "Sam Auditor", "groups", List.of("training-audit", "cooks"));
        try (TestProvider provider = new TestProvider(claims)) {
            Map<String, String> settings = new TreeMap<>(provider.settings());
            settings.put("muster.access.open-id.roles-claim", "groups");
            settings.put("spring.application.json", "{\"muster.access.open-id.roles.training-audit\": \"AUDITOR\"}");
            try (ServiceProcess service = ServiceProcess.start(TestDatabase.home(), settings, "");
                    Tab tab = new Tab(service.url(), PATIENCE_MILLIS, Path.of("target", "pages"))) {
                Page page = tab.page();
                page.navigate("/account");
                page.getByText("Sign in with force").click();
                page.navigate("/account");

                assertThat(page.locator("dl")).containsText("Sam Auditor");
                assertThat(page.locator("dl")).containsText("Auditor");
                assertThat(page.locator("#sidebar")).containsText("Audit trail");
                assertThat(page.locator("#sidebar")).not().containsText("Users");
            }
        }
    }
}
