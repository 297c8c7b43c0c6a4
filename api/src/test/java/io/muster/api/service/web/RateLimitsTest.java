package io.muster.api.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class RateLimitsTest {
    private static final double SLOW = 1e-6;

    @Test
    void aBucketFillsUpAgain() {
        AtomicLong nanos = new AtomicLong();
        TokenBuckets buckets = new TokenBuckets(2, 3, nanos::get);
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isZero();

        assertThat(buckets.take("a")).isEqualTo(1);
        assertThat(buckets.take("b")).isZero();
        nanos.addAndGet(500_000_000);
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isEqualTo(1);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToGoOn() throws Exception {
        Filter limit = addresses(2, 100, false);
        assertThat(ask(limit, "192.0.2.1", 200).getStatus()).isEqualTo(200);
        assertThat(ask(limit, "192.0.2.1", 200).getStatus()).isEqualTo(200);

        MockHttpServletResponse refused = ask(limit, "192.0.2.1", 200);

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isNotNull();
        assertThat(refused.getContentAsString()).contains("too-many-requests");
        assertThat(ask(limit, "192.0.2.2", 200).getStatus()).isEqualTo(200);
    }

    @Test
    void whoGuessesPasswordsIsTurnedAwayBeforeTheGuessIsLookedAt() throws Exception {
        Filter limit = addresses(100, 2, false);
        assertThat(ask(limit, "192.0.2.1", 401).getStatus()).isEqualTo(401);
        assertThat(ask(limit, "192.0.2.1", 401).getStatus()).isEqualTo(401);

        assertThat(ask(limit, "192.0.2.1", 401).getStatus()).isEqualTo(429);
    }

    @Test
    void thisMachineCanBeLeftOut() throws Exception {
        Filter limit = addresses(1, 1, true);
        for (int i = 0; i < 5; i++) {
            assertThat(ask(limit, "127.0.0.1", 401).getStatus()).isEqualTo(401);
        }
        ask(limit, "192.0.2.1", 200);
        assertThat(ask(limit, "192.0.2.1", 200).getStatus()).isEqualTo(429);
    }

    private static Filter addresses(int burst, int failures, boolean exemptLoopback) {
        LimitSettings settings =
                new LimitSettings(true, exemptLoopback, 1, 1, SLOW, burst, SLOW, failures, DataSize.ofMegabytes(1));
        return new RateLimits(settings, new Problems(new ObjectMapper()))
                .addressLimit()
                .getFilter();
    }

    private static MockHttpServletResponse ask(Filter limit, String address, int answer) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/v1/plans");
        request.setRemoteAddr(address);
        request.addHeader("Authorization", "Basic eA==");
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain() {
            @Override
            public void doFilter(ServletRequest asked, ServletResponse answered) {
                ((HttpServletResponse) answered).setStatus(answer);
            }
        });
        return response;
    }
}
