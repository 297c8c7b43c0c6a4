package io.muster.api.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.support.ServiceTest;
import io.muster.api.service.support.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.client.RestClient;

class SignInTest extends ServiceTest {
    private static final String OTHER_PASSWORD = "a quite different phrase";

    @Autowired
    private Users users;

    @Autowired
    private PasswordEncoder encoder;

    @Test
    void aUserIsLockedAfterRepeatedFailuresAndUnlockedByANewPassword() {
        String user = add(Role.PLANNER);
        for (int i = 0; i < 10; i++) {
            assertThat(basic(user, "wrong " + i)).isEqualTo(HttpStatus.UNAUTHORIZED);
        }

        assertThat(basic(user, PASSWORD)).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(put("/v1/users/" + user + "/password", Map.of("password", OTHER_PASSWORD))
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(basic(user, OTHER_PASSWORD)).isEqualTo(HttpStatus.OK);
    }

    @Test
    void aPasswordThatWasRightIsNotRememberedOnceItIsAnother() {
        String user = add(Role.PLANNER);
        assertThat(basic(user, PASSWORD)).isEqualTo(HttpStatus.OK);

        put("/v1/users/" + user + "/password", Map.of("password", OTHER_PASSWORD));

        assertThat(basic(user, PASSWORD)).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(basic(user, OTHER_PASSWORD)).isEqualTo(HttpStatus.OK);
    }

    @Test
    void aDisabledUserIsOutAtOnceWithPasswordAndWithSession() {
        String user = add(Role.PLANNER);
        Session session = signIn(user, PASSWORD);
        assertThat(session.get()).isEqualTo(HttpStatus.OK);
        assertThat(basic(user, PASSWORD)).isEqualTo(HttpStatus.OK);

        ResponseEntity<JsonNode> before =
                as(Role.ADMINISTRATOR).get().uri("/v1/users/" + user).retrieve().toEntity(JsonNode.class);
        assertThat(as(Role.ADMINISTRATOR)
                        .put()
                        .uri("/v1/users/" + user)
                        .header(HttpHeaders.IF_MATCH, before.getHeaders().getETag())
                        .body(Map.of("displayName", "Gone", "roles", List.of("PLANNER"), "enabled", false))
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);

        assertThat(session.get()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(basic(user, PASSWORD)).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aChangeOfAUserFromAnOldVersionIsRefused() {
        String user = add(Role.PLANNER);
        Map<String, Object> changed = Map.of("displayName", "New", "roles", List.of("LEARNING"), "enabled", true);

        assertThat(change(user, null, changed)).isEqualTo(HttpStatus.PRECONDITION_REQUIRED);
        assertThat(change(user, "\"0\"", changed)).isEqualTo(HttpStatus.OK);
        assertThat(change(user, "\"0\"", changed)).isEqualTo(HttpStatus.PRECONDITION_FAILED);
    }

    @Test
    void aSessionNeedsItsTokenForChangesAndEndsWithSigningOut() {
        String user = add(Role.PLANNER);
        Session session = signIn(user, PASSWORD);

        assertThat(session.cookie).contains("HttpOnly", "SameSite=Lax");
        assertThat(session.send(HttpMethod.POST, "/v1/test/things", null)).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(session.send(HttpMethod.POST, "/v1/test/things", session.token))
                .isEqualTo(HttpStatus.CREATED);
        assertThat(session.send(HttpMethod.DELETE, "/v1/session", session.token))
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(session.get()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aChangeThatAnotherSiteSendsIsRefusedEvenWithAPassword() {
        assertThat(as(Role.PLANNER)
                        .post()
                        .uri("/v1/test/things")
                        .header("Sec-Fetch-Site", "cross-site")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("name", "a", "size", 1))
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void anybodyCanChangeTheirOwnPasswordOnly() {
        String user = add(Role.GOVERNANCE);
        RestClient client = client(user, PASSWORD);

        assertThat(own(client, "not mine at all", OTHER_PASSWORD)).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(own(client, PASSWORD, "short")).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(own(client, PASSWORD, OTHER_PASSWORD)).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(basic(user, OTHER_PASSWORD)).isEqualTo(HttpStatus.OK);
    }

    @Test
    void aTokenOfTheProviderSaysWhoItIsAndWhatTheyMayDo() {
        Instant later = Instant.now().plusSeconds(300);
        Map<String, Object> claims = Map.of("sub", "p-1", "name", "Pat", "roles", List.of("PLANNER", "other"));

        JsonNode session = token(TestTokens.signed(claims, later)).getBody();

        assertThat(Objects.requireNonNull(session).path("userId").asText()).isEqualTo("oidc:p-1");
        assertThat(session.path("roles").toString()).isEqualTo("[\"PLANNER\"]");
        assertThat(token(TestTokens.signed(Map.of("sub", "p-2"), later)).getStatusCode())
                .as("no role")
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(token(TestTokens.signed(claims, Instant.now().minusSeconds(300)))
                        .getStatusCode())
                .as("expired")
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(token(TestTokens.forged(claims, later)).getStatusCode())
                .as("signed by somebody else")
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void answersTellBrowsersToBeCareful() {
        HttpHeaders headers = as(Role.PLANNER)
                .get()
                .uri("/v1/session")
                .header(HttpHeaders.ORIGIN, "https://elsewhere.example")
                .retrieve()
                .toBodilessEntity()
                .getHeaders();

        assertThat(headers.getFirst("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("X-Frame-Options")).isEqualTo("DENY");
        assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(headers.getCacheControl()).contains("no-store");
        assertThat(headers.getAccessControlAllowOrigin()).isNull();
    }

    private String add(Role role) {
        String id = "u" + UUID.randomUUID();
        users.add(new User(id, "Somebody", encoder.encode(PASSWORD), Set.of(role), null, null, true));
        return id;
    }

    private RestClient client(String user, String password) {
        return client().mutate()
                .defaultHeaders(headers -> headers.setBasicAuth(user, password))
                .build();
    }

    private HttpStatusCode basic(String user, String password) {
        return client(user, password)
                .get()
                .uri("/v1/session")
                .retrieve()
                .toBodilessEntity()
                .getStatusCode();
    }

    private ResponseEntity<Void> put(String path, Map<String, Object> body) {
        return as(Role.ADMINISTRATOR).put().uri(path).body(body).retrieve().toBodilessEntity();
    }

    private HttpStatusCode change(String user, String version, Map<String, Object> changed) {
        return as(Role.ADMINISTRATOR)
                .put()
                .uri("/v1/users/" + user)
                .headers(headers -> {
                    if (version != null) {
                        headers.setIfMatch(version);
                    }
                })
                .body(changed)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode();
    }

    private static HttpStatusCode own(RestClient client, String current, String next) {
        return client.put()
                .uri("/v1/session/password")
                .body(Map.of("currentPassword", current, "newPassword", next))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode();
    }

    private ResponseEntity<JsonNode> token(String token) {
        return client().get()
                .uri("/v1/session")
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private Session signIn(String user, String password) {
        ResponseEntity<JsonNode> answer = client().post()
                .uri("/v1/session")
                .body(Map.of("userId", user, "password", password))
                .retrieve()
                .toEntity(JsonNode.class);
        String cookie = Objects.requireNonNull(answer.getHeaders().get(HttpHeaders.SET_COOKIE)).stream()
                .filter(set -> set.startsWith("MUSTER_SESSION="))
                .findFirst()
                .orElseThrow();
        return new Session(
                cookie,
                Objects.requireNonNull(answer.getBody()).path("csrfToken").asText());
    }

    private final class Session {
        private final String cookie;
        private final String token;

        Session(String cookie, String token) {
            this.cookie = cookie;
            this.token = token;
        }

        HttpStatusCode get() {
            return send(HttpMethod.GET, "/v1/session", null);
        }

        HttpStatusCode send(HttpMethod method, String path, String csrfToken) {
            RestClient.RequestBodySpec request = client().method(method)
                    .uri(path)
                    .header(
                            HttpHeaders.COOKIE,
                            cookie.substring(0, cookie.indexOf(';'))
                                    + (csrfToken == null ? "" : "; XSRF-TOKEN=" + csrfToken));
            if (csrfToken != null) {
                request.header("X-XSRF-TOKEN", csrfToken);
            }
            if (method == HttpMethod.POST) {
                request.contentType(MediaType.APPLICATION_JSON).body(Map.of("name", "a", "size", 1));
            }
            return request.retrieve().toBodilessEntity().getStatusCode();
        }
    }
}
