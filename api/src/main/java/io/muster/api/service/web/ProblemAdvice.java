package io.muster.api.service.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.muster.api.error.BadInputException;
import io.muster.api.error.BadRequestException;
import io.muster.api.error.InvalidPlanException;
import io.muster.data.issue.Severity;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns whatever a controller throws into a problem detail. What is the caller's fault says what to do; what is Muster's
 * says nothing but an error id, and the log has the rest.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int RETRY_SECONDS = 5;

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> refused(ProblemException e, WebRequest request) {
        return answer(
                e,
                e.status(),
                e.code(),
                message(e),
                e.issues().stream().map(IssueView::of).toList(),
                e.headers(),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> badInput(BadInputException e, WebRequest request) {
        return answer(
                e,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "input-invalid",
                "The input has errors; correct each and send it again.",
                e.issues().stream().map(IssueView::of).toList(),
                HttpHeaders.EMPTY,
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> badRequest(BadRequestException e, WebRequest request) {
        return answer(e, HttpStatus.BAD_REQUEST, "request-invalid", message(e), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> invalidPlan(InvalidPlanException e, WebRequest request) {
        return answer(
                e,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "plan-invalid",
                "The plan breaks hard rules, so it was not stored; please report the error id.",
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> constraint(ConstraintViolationException e, WebRequest request) {
        List<IssueView> issues = e.getConstraintViolations().stream()
                .map(violation -> issue(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
        return invalid(e, issues, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> notSignedIn(AuthenticationException e, WebRequest request) {
        return answer(e, HttpStatus.UNAUTHORIZED, "sign-in-needed", "Sign in first.", request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> notAllowed(AccessDeniedException e, WebRequest request) {
        return answer(e, HttpStatus.FORBIDDEN, "not-allowed", "Your roles do not allow this.", request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> duplicate(DuplicateKeyException e, WebRequest request) {
        return answer(
                e,
                HttpStatus.CONFLICT,
                "already-there",
                "Somebody has stored the same at the same time; look at what is there and try again.",
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unstorable(DataIntegrityViolationException e, WebRequest request) {
        return answer(
                e,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "value-refused",
                "A value is too long or holds characters that cannot be stored.",
                request);
    }

    @ExceptionHandler({PessimisticLockingFailureException.class, QueryTimeoutException.class})
    @Nullable
    ResponseEntity<Object> busy(Exception e, WebRequest request) {
        return later(e, "busy", "Others are changing the same; try again.", request);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransactionException.class,
        UncategorizedSQLException.class
    })
    @Nullable
    ResponseEntity<Object> noDatabase(Exception e, WebRequest request) {
        if (Faults.isDiskFull(e)) {
            return diskFull(e, request);
        }
        return later(
                e,
                "database-unavailable",
                "The database does not answer. Try again; what was asked for may or may not have been stored.",
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> anything(Exception e, WebRequest request) {
        if (Faults.isDiskFull(e)) {
            return diskFull(e, request);
        }
        if (Faults.isClientGone(e)) {
            LOG.debug("the client is gone", e);
            return null;
        }
        return answer(
                e,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "An error of Muster's; the log has it under the error id.",
                request);
    }

    private @Nullable ResponseEntity<Object> diskFull(Exception e, WebRequest request) {
        return answer(
                e,
                HttpStatus.INSUFFICIENT_STORAGE,
                "disk-full",
                "The service has no room left on its disk, so nothing was stored; tell its administrator.",
                request);
    }

    private @Nullable ResponseEntity<Object> later(Exception e, String code, String detail, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_SECONDS));
        return answer(e, HttpStatus.SERVICE_UNAVAILABLE, code, detail, List.of(), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(e, issues(e.getAllErrors().stream()), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<IssueView> issues = e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> error instanceof FieldError field
                                ? issue(field.getField(), field.getDefaultMessage())
                                : issue(result.getMethodParameter().getParameterName(), error.getDefaultMessage())))
                .toList();
        return invalid(e, issues, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(e);
        if (root instanceof ProblemException problem) {
            return refused(problem, request);
        }
        String where = "";
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonMappingException mapping
                    && !mapping.getPath().isEmpty()) {
                where = " at " + path(mapping);
                break;
            }
            if (cause instanceof JsonProcessingException json && json.getLocation() != null) {
                where = " at line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr();
                break;
            }
        }
        return answer(
                e,
                HttpStatus.BAD_REQUEST,
                "body-unreadable",
                "The body is missing, no JSON, or not of the form that is documented" + where + ".",
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(e);
        return root instanceof ProblemException problem
                ? refused(problem, request)
                : answer(
                        e,
                        HttpStatus.BAD_REQUEST,
                        "parameter-invalid",
                        "The parameter '" + e.getPropertyName() + "' is not of the form that is documented.",
                        request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(
                e,
                HttpStatus.BAD_REQUEST,
                "parameter-missing",
                "The parameter '" + e.getParameterName() + "' is missing.",
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(
                e,
                HttpStatus.BAD_REQUEST,
                "part-missing",
                "The part '" + e.getRequestPartName() + "' of the upload is missing.",
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return tooLarge(e, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> multipart(MultipartException e, WebRequest request) {
        if (Faults.isDiskFull(e)) {
            return diskFull(e, request);
        }
        return Faults.isTooLarge(e)
                ? tooLarge(e, request)
                : answer(
                        e,
                        HttpStatus.BAD_REQUEST,
                        "upload-unreadable",
                        "The upload broke off or is no multipart/form-data.",
                        request);
    }

    private @Nullable ResponseEntity<Object> tooLarge(Exception e, WebRequest request) {
        return answer(
                e,
                HttpStatus.PAYLOAD_TOO_LARGE,
                "upload-too-large",
                "The request is larger than this service takes; its administrator can raise the limit.",
                request);
    }

    /** All others that Spring knows a status for, such as unknown paths, methods and media types. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e instanceof BindException bind) {
            return invalid(e, issues(bind.getAllErrors().stream()), request);
        }
        return answer(e, status, codeOf(status), detailOf(status), List.of(), headers, request);
    }

    private @Nullable ResponseEntity<Object> invalid(Exception e, List<IssueView> issues, WebRequest request) {
        return answer(
                e,
                HttpStatus.BAD_REQUEST,
                "validation-failed",
                "Some fields are not as documented; the issues name each.",
                issues,
                HttpHeaders.EMPTY,
                request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception e, HttpStatusCode status, String code, String detail, WebRequest request) {
        return answer(e, status, code, detail, List.of(), HttpHeaders.EMPTY, request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception e,
            HttpStatusCode status,
            String code,
            String detail,
            List<IssueView> issues,
            HttpHeaders headers,
            WebRequest request) {
        ProblemDetail problem = Problems.of(status, code, detail, issues);
        Object pattern =
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        String errorId = Problems.errorId(problem);
        if (status.is5xxServerError()) {
            LOG.error("{} {} {} at {}", errorId, status.value(), code, pattern, e);
        } else if (e instanceof DataIntegrityViolationException || e instanceof BadSqlGrammarException) {
            LOG.warn("{} {} {} at {}", errorId, status.value(), code, pattern, e);
        } else {
            LOG.info("{} {} {} at {}", errorId, status.value(), code, pattern);
        }
        return super.handleExceptionInternal(e, problem, headers, status, request);
    }

    static String codeOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> "sign-in-needed";
            case 403 -> "not-allowed";
            case 404 -> "path-unknown";
            case 405 -> "method-not-allowed";
            case 406 -> "media-type-not-acceptable";
            case 413 -> "upload-too-large";
            case 415 -> "media-type-unsupported";
            case 503 -> "unavailable";
            default -> status.is4xxClientError() ? "request-invalid" : "internal-error";
        };
    }

    static String detailOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> "Sign in first.";
            case 403 -> "Your roles do not allow this.";
            case 404 -> "There is nothing at this path.";
            case 405 -> "This path does not take this method; the header Allow has those it takes.";
            case 406 -> "This path cannot answer in a media type that you accept.";
            case 413 -> "The request is larger than this service takes.";
            case 415 -> "This path does not take a body of this media type; the header Accept has those it takes.";
            case 503 -> "The service cannot answer now; try again.";
            default ->
                status.is4xxClientError()
                        ? "The request is not as documented."
                        : "An error of Muster's; the log has it under the error id.";
        };
    }

    private static List<IssueView> issues(Stream<? extends ObjectError> errors) {
        return errors.map(error -> issue(error instanceof FieldError field ? field.getField() : null, messageOf(error)))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    /** What a failed conversion says holds class names and the value. */
    private static @Nullable String messageOf(MessageSourceResolvable error) {
        return error instanceof FieldError field && field.isBindingFailure()
                ? "is not of the form that is documented"
                : error.getDefaultMessage();
    }

    private static IssueView issue(@Nullable String field, @Nullable String message) {
        return new IssueView(
                "FIELD_INVALID",
                Severity.ERROR,
                null,
                null,
                field,
                (field == null ? "The request" : field) + " " + (message == null ? "is invalid" : message) + ".");
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(reference ->
                        reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String message(Exception e) {
        return e.getMessage() == null ? "" : e.getMessage();
    }
}
