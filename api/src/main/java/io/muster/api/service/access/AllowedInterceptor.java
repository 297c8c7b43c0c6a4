package io.muster.api.service.access;

import io.muster.api.service.trail.ReadTrail;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets through whom {@link Allowed} names, nobody where it is missing, and writes reads of personal data into the trail:
 * who, which path, whose ids, and how many where that is known.
 */
@Component
class AllowedInterceptor implements AsyncHandlerInterceptor {
    /** Request attribute with how many people's data an answer holds. */
    static final String COUNT = AllowedInterceptor.class.getName() + ".count";

    private static final String WRITTEN = AllowedInterceptor.class.getName() + ".written";
    private static final String API = "/v1/";

    private final Callers callers;
    private final ReadTrail trail;

    AllowedInterceptor(Callers callers, ReadTrail trail) {
        this.callers = callers;
        this.trail = trail;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !isGuarded(request, method)) {
            return true;
        }
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            // The end of an answer that is written piece by piece; who asked for it was allowed to.
            return true;
        }
        Allowed allowed = method.getMethodAnnotation(Allowed.class);
        if (allowed == null) {
            throw new AccessDeniedException("nobody was allowed this");
        }
        if (!allowed.anyone() && !callers.current().isAny(allowed.value())) {
            throw new AccessDeniedException("not one of the roles");
        }
        if (allowed.personal()) {
            trail.checkRoom();
        }
        return true;
    }

    /** The API's own description is for everybody who has signed in, and errors are for everybody. */
    private static boolean isGuarded(HttpServletRequest request, HandlerMethod method) {
        String owner = method.getBeanType().getPackageName();
        if (owner.startsWith("org.springdoc.")) {
            return false;
        }
        return owner.startsWith("io.muster.")
                ? !isError(request)
                : request.getRequestURI().startsWith(API);
    }

    private static boolean isError(HttpServletRequest request) {
        return request.getRequestURI().equals("/error");
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        write(request, response, handler);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
        write(request, response, handler);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && response.getStatus() < HttpStatus.BAD_REQUEST.value()
                && request.getAttribute(WRITTEN) == null) {
            Allowed allowed = method.getMethodAnnotation(Allowed.class);
            if (allowed != null && allowed.personal()) {
                request.setAttribute(WRITTEN, true);
                trail.read(callers.current().userId(), "PERSONAL_DATA_READ", subject(request), detail(request));
            }
        }
    }

    private static String subject(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith(API) ? path.substring(API.length()) : path;
    }

    private static String detail(HttpServletRequest request) {
        Map<String, String> ids = new TreeMap<>();
        // What people typed into a search is left out: it may be a name.
        request.getParameterMap().forEach((name, values) -> {
            if (name.endsWith("Id")) {
                ids.put(name, String.join(",", values));
            }
        });
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> ids.put(String.valueOf(name), String.valueOf(value)));
        }
        String what = ids.entrySet().stream()
                .map(id -> " " + id.getKey() + "=" + id.getValue())
                .collect(Collectors.joining());
        Object count = request.getAttribute(COUNT);
        return request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) + what
                + (count == null ? "" : " count=" + count);
    }
}
