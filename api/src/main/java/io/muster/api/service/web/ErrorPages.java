package io.muster.api.service.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for errors outside all controllers, such as a path the server's firewall refuses, as problem details too. */
@Hidden
@Controller
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus told = status instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        HttpStatus known = told == null ? HttpStatus.INTERNAL_SERVER_ERROR : told;
        ProblemDetail problem = Problems.of(known);
        Object fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (known.is5xxServerError()) {
            LOG.error("{} {} outside the controllers", Problems.errorId(problem), known.value(), fault);
        } else {
            LOG.info("{} {} outside the controllers", Problems.errorId(problem), known.value());
        }
        problems.write(response, problem);
    }
}
