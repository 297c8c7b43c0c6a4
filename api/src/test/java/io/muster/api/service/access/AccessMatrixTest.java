package io.muster.api.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.api.service.support.ServiceTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint with every role, over HTTP, against the table that people read: {@code access-matrix.csv}. An endpoint
 * without a row fails, and the message has the row that its {@link Allowed} gives, to be looked at and pasted.
 */
class AccessMatrixTest extends ServiceTest {
    private static final Path TABLE =
            Path.of("src", "test", "resources", "io", "muster", "api", "service", "access", "access-matrix.csv");
    private static final String YES = "yes";
    private static final String NO = "-";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private record Endpoint(String method, String path, MediaType body) {
        @Override
        public String toString() {
            return key(this);
        }
    }

    @Test
    void everyEndpointHasItsRowInTheTableAndEveryRowItsEndpoint() throws IOException {
        Map<String, String> table = rows();
        Map<String, String> declared = new TreeMap<>();
        endpoints().forEach((endpoint, method) -> declared.put(key(endpoint), row(endpoint, method)));

        assertThat(declared.values())
                .as(
                        "Endpoints of which %s knows nothing or otherwise. Decide about each, and paste:%n%s%n",
                        TABLE,
                        declared.values().stream()
                                .filter(row -> !table.containsValue(row))
                                .collect(Collectors.joining("\n")))
                .containsExactlyInAnyOrderElementsOf(table.values());
    }

    @Test
    void everyRoleIsLetInWhereTheTableSaysSoAndNowhereElse() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, String> table = rows();
        Map<Role, RestClient> clients = new TreeMap<>();
        for (Role role : Role.values()) {
            clients.put(role, as(role));
        }
        for (Endpoint endpoint : endpoints().keySet()) {
            String row = table.get(key(endpoint));
            if (row == null) {
                continue;
            }
            List<String> cells = Arrays.asList(row.split(",", -1));
            boolean isForAnyone = cells.get(2).equals(YES);
            int status = ask(client(), endpoint);
            if (!isForAnyone && status != HttpStatus.UNAUTHORIZED.value()) {
                wrong.add(endpoint + " for nobody: " + status);
            }
            for (Role role : Role.values()) {
                boolean isAllowed = cells.get(3 + role.ordinal()).equals(YES);
                int answered = ask(clients.get(role), endpoint);
                boolean isRefused = answered == HttpStatus.FORBIDDEN.value();
                if (!isForAnyone && (isAllowed == isRefused || answered == HttpStatus.UNAUTHORIZED.value())) {
                    wrong.add(endpoint + " for " + role + ": " + answered);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Asks in vain: ids are of nothing, and bodies are no JSON, so that nothing changes. */
    private static int ask(RestClient client, Endpoint endpoint) {
        RestClient.RequestBodySpec request = client.method(HttpMethod.valueOf(endpoint.method()))
                .uri(endpoint.path()
                        .replaceAll("\\{[^:}]*:([a-z-]+)[^}]*}", "$1")
                        .replaceAll("\\{[^}]*}", "none"))
                .accept(MediaType.ALL);
        if (!endpoint.method().equals("GET")
                && !endpoint.method().equals("DELETE")
                && !endpoint.path().equals("/v1/backups")) {
            request.contentType(endpoint.body()).body("{".getBytes(StandardCharsets.UTF_8));
        }
        return request.exchange((sent, answer) -> answer.getStatusCode().value());
    }

    private Map<Endpoint, HandlerMethod> endpoints() {
        Map<Endpoint, HandlerMethod> endpoints = new TreeMap<>(Comparator.comparing(AccessMatrixTest::key));
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getName().startsWith("io.muster.")) {
                paths(info)
                        .filter(path -> !path.startsWith("/v1/test/") && !path.equals("/error"))
                        .forEach(path -> methods(info).forEach(verb -> {
                            Endpoint endpoint = new Endpoint(verb, path, body(info));
                            HandlerMethod other = endpoints.putIfAbsent(endpoint, method);
                            // One path may take several media types, each with a method of its own.
                            if (other != null) {
                                assertThat(row(endpoint, method)).isEqualTo(row(endpoint, other));
                            }
                        }));
            }
        });
        return endpoints;
    }

    private static MediaType body(RequestMappingInfo info) {
        return info.getConsumesCondition().getConsumableMediaTypes().stream()
                // A form without parts is refused before anybody asks who sends it.
                .filter(type -> !type.getType().equals("multipart"))
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON);
    }

    private static Stream<String> paths(RequestMappingInfo info) {
        return info.getPatternValues().stream();
    }

    private static Stream<String> methods(RequestMappingInfo info) {
        assertThat(info.getMethodsCondition().getMethods())
                .as("methods of " + info)
                .isNotEmpty();
        return info.getMethodsCondition().getMethods().stream().map(RequestMethod::name);
    }

    private static String row(Endpoint endpoint, HandlerMethod method) {
        Allowed allowed = method.getMethodAnnotation(Allowed.class);
        if (allowed == null) {
            return key(endpoint) + ": has no @Allowed";
        }
        List<Role> roles = List.of(allowed.value());
        return Stream.concat(
                        Stream.of(endpoint.path(), endpoint.method(), allowed.anyone() ? YES : NO),
                        Arrays.stream(Role.values()).map(role -> allowed.anyone() || roles.contains(role) ? YES : NO))
                .collect(Collectors.joining(","));
    }

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        List<String> lines = Files.readAllLines(TABLE);
        assertThat(lines.get(0))
                .isEqualTo("path,method,NOBODY,"
                        + Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining(",")));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertThat(rows.put(cells[0] + " " + cells[1], line))
                    .as("rows of " + line)
                    .isNull();
        }
        return rows;
    }

    private static String key(Endpoint endpoint) {
        return endpoint.path() + " " + endpoint.method();
    }
}
