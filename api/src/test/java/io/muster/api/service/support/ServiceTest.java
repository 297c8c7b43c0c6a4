package io.muster.api.service.support;

import io.muster.api.service.MusterService;
import io.muster.api.service.access.Role;
import io.muster.api.service.access.User;
import io.muster.api.service.access.Users;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

/**
 * A test of the running service over HTTP. All tests of a JVM share one service and one database, so that each makes data
 * of its own. There is a user for each role, by its name in lower case ({@code planner}, {@code bcu_resourcing}, ...).
 */
@AutoConfigureObservability(tracing = false)
@SpringBootTest(classes = MusterService.class, webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ServiceTest {
    /** Password of all test users. */
    public static final String PASSWORD = "correct horse battery staple";

    /** BCU of the test user {@code bcu_resourcing}. */
    public static final String BCU = "AS";

    /** Which trainer the test user {@code trainer} is: one of {@link SmallPlan}. */
    public static final String TRAINER = "T1";

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private ApplicationContext context;

    /** For Spring. */
    protected ServiceTest() {}

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.settings().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("muster.limits.exempt-loopback", () -> "true");
        registry.add("spring.security.oauth2.resourceserver.jwt.public-key-location", TestTokens::publicKey);
    }

    @BeforeEach
    final void addUsers() {
        for (Role role : Role.values()) {
            if (users.find(nameOf(role)).isEmpty()) {
                users.add(new User(
                        nameOf(role),
                        "Test " + nameOf(role),
                        encoder.encode(PASSWORD),
                        Set.of(role),
                        role == Role.BCU_RESOURCING ? BCU : null,
                        role == Role.TRAINER ? TRAINER : null,
                        true));
            }
        }
    }

    /** {@return data sets and plans that are simply there} */
    protected final Given given() {
        return new Given(context);
    }

    /** {@return a plan small enough to know by heart} */
    protected final SmallPlan small() {
        return new SmallPlan(context);
    }

    private static String nameOf(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** {@return where the service is} */
    protected final String url() {
        return "http://localhost:" + port;
    }

    /**
     * A client that signs in as the user of a role and takes any status without an exception.
     *
     * @param role the role
     * @return the client; paths are relative to the service
     */
    protected final RestClient as(Role role) {
        return client().mutate()
                .defaultHeaders(headers -> headers.setBasicAuth(nameOf(role), PASSWORD))
                .build();
    }

    /** {@return a client that does not sign in and takes any status without an exception} */
    protected final RestClient client() {
        return RestClient.builder()
                .requestFactory(new JdkClientHttpRequestFactory())
                .baseUrl(url())
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
                .build();
    }
}
