package io.muster.api.service.page;

import io.muster.api.service.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Tells a person whose link leads nowhere so on a page, and a program as a problem. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnknownPageAdvice {
    private final Problems problems;

    UnknownPageAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    @Nullable
    ModelAndView unknown(NoResourceFoundException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (request.getRequestURI().startsWith("/v1/")
                || accepted == null
                || !accepted.contains(MediaType.TEXT_HTML_VALUE)) {
            problems.write(response, Problems.of(HttpStatus.NOT_FOUND));
            return null;
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        ModelAndView answer = new ModelAndView("page/error");
        answer.addObject("title", "Not found");
        answer.addObject("message", "There is no page at this address. Maybe the link was cut off?");
        answer.addObject("issues", List.of());
        return answer;
    }
}
