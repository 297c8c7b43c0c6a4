package io.muster.api.service.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Principal;
import java.util.List;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away who asks too often, and bodies that are too large. Addresses are looked at before sign-in, so that guessing
 * passwords costs nothing but the guesser's time; users after.
 */
@Configuration(proxyBeanMethods = false)
class RateLimits {
    private static final String API = "/v1/";

    private final LimitSettings settings;
    private final Problems problems;

    RateLimits(LimitSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Bean
    FilterRegistrationBean<Filter> addressLimit() {
        return registration(new Addresses(), SecurityProperties.DEFAULT_FILTER_ORDER - 1);
    }

    @Bean
    FilterRegistrationBean<Filter> userLimit() {
        return registration(new Callers(), Ordered.LOWEST_PRECEDENCE - 200);
    }

    private static FilterRegistrationBean<Filter> registration(Filter filter, int order) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.setName(filter.getClass().getSimpleName() + "Limit");
        return registration;
    }

    /** Requests of an address, and its failed sign-ins. */
    final class Addresses extends OncePerRequestFilter {
        private final TokenBuckets requests =
                new TokenBuckets(settings.perAddress(), settings.perAddressBurst(), System::nanoTime);
        private final TokenBuckets failures =
                new TokenBuckets(settings.failures(), settings.failuresBurst(), System::nanoTime);

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getContentLengthLong() > settings.body().toBytes() && !isUpload(request)) {
                problems.write(
                        response,
                        Problems.of(
                                HttpStatus.PAYLOAD_TOO_LARGE,
                                "body-too-large",
                                "A body that is no upload has at most " + settings.body() + ".",
                                List.of()));
                return;
            }
            if (!isLimited(request)) {
                chain.doFilter(request, response);
                return;
            }
            String address = request.getRemoteAddr();
            boolean triesToSignIn = request.getHeader(HttpHeaders.AUTHORIZATION) != null
                    || request.getRequestURI().startsWith("/v1/session");
            long seconds = Math.max(requests.take(address), triesToSignIn ? failures.look(address) : 0);
            if (seconds > 0) {
                refuse(response, seconds);
                return;
            }
            chain.doFilter(request, response);
            if (triesToSignIn && response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
                failures.take(address);
            }
        }
    }

    /** Requests of a user. */
    final class Callers extends OncePerRequestFilter {
        private final TokenBuckets requests =
                new TokenBuckets(settings.perUser(), settings.perUserBurst(), System::nanoTime);

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Principal user = request.getUserPrincipal();
            long seconds = user == null || !isLimited(request) ? 0 : requests.take(user.getName());
            if (seconds > 0) {
                refuse(response, seconds);
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    private boolean isLimited(HttpServletRequest request) {
        return settings.enabled()
                && request.getRequestURI().startsWith(API)
                && !(settings.exemptLoopback() && isLoopback(request.getRemoteAddr()));
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && (type.startsWith("multipart/")
                        || type.startsWith("application/zip")
                        || type.startsWith("application/octet-stream")
                        || type.startsWith("application/vnd."));
    }

    private static boolean isLoopback(String address) {
        try {
            // An address, not a name: nothing is looked up.
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private void refuse(HttpServletResponse response, long seconds) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        problems.write(
                response,
                Problems.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        "You ask too often; go on in " + seconds + " s.",
                        List.of()));
    }
}
