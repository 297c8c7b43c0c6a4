package io.muster.api.service.page;

import io.muster.api.error.BadInputException;
import io.muster.api.error.BadRequestException;
import io.muster.api.service.content.Ids;
import io.muster.api.service.web.IssueView;
import io.muster.api.service.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns whatever the controller of a page throws into a page that says what to do; for a part of a page that htmx asked for,
 * into a message at the top of the page that is there.
 */
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(PageAdvice.class);

    @ExceptionHandler
    ModelAndView refused(ProblemException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(
                e.status(),
                String.valueOf(e.getMessage()),
                e.issues().stream().map(IssueView::of).toList(),
                request,
                response);
    }

    @ExceptionHandler
    ModelAndView badInput(BadInputException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "The input has errors; correct each and send it again.",
                e.issues().stream().map(IssueView::of).toList(),
                request,
                response);
    }

    @ExceptionHandler
    ModelAndView badRequest(BadRequestException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), List.of(), request, response);
    }

    @ExceptionHandler
    ModelAndView notAllowed(AccessDeniedException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(
                HttpStatus.FORBIDDEN,
                "Your roles do not allow this. Ask an administrator for the role you need.",
                List.of(),
                request,
                response);
    }

    @ExceptionHandler
    ModelAndView anythingElse(Exception e, HttpServletRequest request, HttpServletResponse response) {
        if (e instanceof ErrorResponse answer && answer.getStatusCode().is4xxClientError()) {
            return answer(
                    HttpStatus.valueOf(answer.getStatusCode().value()),
                    "A field of this request is missing, or not of the form that is expected. Correct it and try again.",
                    List.of(),
                    request,
                    response);
        }
        if (e instanceof TypeMismatchException || e instanceof BindException || e instanceof IllegalArgumentException) {
            return answer(
                    HttpStatus.BAD_REQUEST,
                    "A field of this request is not of the form that is expected. Correct it and try again.",
                    List.of(),
                    request,
                    response);
        }
        String errorId = Ids.next("error");
        LOG.error("{} {} {}", errorId, request.getMethod(), request.getRequestURI(), e);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong in Muster, and nothing was changed. Report error " + errorId + ".",
                List.of(),
                request,
                response);
    }

    private static ModelAndView answer(
            HttpStatus status,
            String message,
            List<IssueView> issues,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean isPart = request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
        response.setStatus(status.value());
        if (isPart) {
            response.setHeader("HX-Retarget", "#messages");
            response.setHeader("HX-Reswap", "innerHTML show:window:top");
        }
        ModelAndView answer = new ModelAndView(isPart ? "page/error :: message" : "page/error");
        answer.addObject("status", status.value());
        answer.addObject("title", title(status));
        answer.addObject("message", message);
        answer.addObject("issues", issues);
        return answer;
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "Not found";
            case FORBIDDEN -> "Not allowed";
            case CONFLICT, PRECONDITION_FAILED -> "Not possible as things stand";
            default -> status.is5xxServerError() ? "Something went wrong" : "This cannot be done so";
        };
    }
}
