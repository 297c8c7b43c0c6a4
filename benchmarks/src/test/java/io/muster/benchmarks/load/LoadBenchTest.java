package io.muster.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.muster.benchmarks.suite.BenchInputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadBenchTest {
    private final Set<String> asked = new ConcurrentSkipListSet<>();
    private HttpServer service;
    private ServiceClient client;
    private String plans =
            "{\"items\": [{\"id\": \"p1\", \"state\": \"FAILED\"}, {\"id\": \"p2\", \"state\": \"DRAFT\"}]}";

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            boolean broken = path.contains("/unbooked");
            byte[] body = (path.startsWith("/v1/plans?")
                            ? plans
                            : "{\"items\": [{\"staffId\": \"s1\", \"teamId\": \"t1\"}]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(broken ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
        client = new ServiceClient(
                URI.create("http://localhost:" + service.getAddress().getPort()), "planner", "secret");
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void asksForTheNewestCompletePlanAndCountsWhatFails() {
        List<LoadCase> cases = LoadCases.of(client, null);

        List<LoadRow> rows = new LoadBench(client, cases).run(4, Duration.ZERO, Duration.ofSeconds(1), 7);

        assertThat(rows)
                .extracting(LoadRow::name)
                .containsExactlyElementsOf(cases.stream().map(LoadCase::name).toList());
        assertThat(rows).allSatisfy(row -> assertThat(row.requests()).isPositive());
        assertThat(rows)
                .filteredOn(row -> row.errors() > 0)
                .extracting(LoadRow::name)
                .containsExactly("unbooked");
        assertThat(rows).filteredOn(row -> row.name().equals("unbooked")).noneMatch(LoadRow::isWithin);
        assertThat(asked).contains("/v1/plans/p2/people/s1", "/v1/plans/p2/bookings?team=t1");
    }

    @Test
    void saysWhatToDoWhereThereIsNoPlan() {
        plans = "{\"items\": []}";

        assertThatThrownBy(() -> LoadCases.of(client, null))
                .isInstanceOf(BenchInputException.class)
                .hasMessageContaining("no complete plan");
    }

    @Test
    void aPercentileIsTheSmallestValueThatItsShareDoesNotExceed() {
        double[] sorted = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};

        assertThat(LoadBench.quantile(sorted, 0.95)).isEqualTo(19);
        assertThat(LoadBench.quantile(sorted, 0.5)).isEqualTo(10);
        assertThat(LoadBench.quantile(sorted, 1)).isEqualTo(20);
    }
}
