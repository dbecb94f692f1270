package dev.assay.api.problem;

import dev.assay.store.database.NoConnection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** Answers every exception of a controller: with problem details under {@code /v1}, with a page elsewhere. Never with a stack trace. */
@ControllerAdvice
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    @ExceptionHandler(Exception.class)
    Object refuse(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Problems.isForMachine(request)) {
            return page(failure, request, response);
        }
        return problem(failure, request);
    }

    private static ResponseEntity<ProblemDetail> problem(Exception failure, HttpServletRequest request) {
        return switch (failure) {
            case NotThere absent -> answer(HttpStatus.NOT_FOUND, absent.getMessage(), null, HttpHeaders.EMPTY, request);
            case Gone gone -> answer(HttpStatus.GONE, gone.getMessage(), null, HttpHeaders.EMPTY, request);
            case BadParameter bad ->
                answer(HttpStatus.BAD_REQUEST, bad.getMessage(), bad.parameter(), HttpHeaders.EMPTY, request);
            case BadEntry bad -> faults(bad, request);
            case MethodArgumentTypeMismatchException bad ->
                answer(HttpStatus.BAD_REQUEST, mismatch(bad), bad.getName(), HttpHeaders.EMPTY, request);
            case MissingServletRequestParameterException missing ->
                answer(
                        HttpStatus.BAD_REQUEST,
                        "The parameter (%s) is missing.%nMaybe look at /api-docs for what is expected."
                                .formatted(missing.getParameterName()),
                        missing.getParameterName(),
                        HttpHeaders.EMPTY,
                        request);
            case BindException bad
            when bad.getFieldError() != null ->
                answer(
                        HttpStatus.BAD_REQUEST,
                        unreadable(bad.getFieldError()),
                        bad.getFieldError().getField(),
                        HttpHeaders.EMPTY,
                        request);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable, request);
            case ErrorResponse known ->
                answer(HttpStatus.valueOf(known.getStatusCode().value()), null, null, known.getHeaders(), request);
            case Exception waited
            when isOverloaded(waited) -> answer(HttpStatus.SERVICE_UNAVAILABLE, null, null, comeAgain(), request);
            default -> {
                log(failure, request);
                yield answer(HttpStatus.INTERNAL_SERVER_ERROR, null, null, HttpHeaders.EMPTY, request);
            }
        };
    }

    private static ResponseEntity<ProblemDetail> unreadable(
            HttpMessageNotReadableException failure, HttpServletRequest request) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge large) {
                return answer(HttpStatus.CONTENT_TOO_LARGE, large.getMessage(), null, HttpHeaders.EMPTY, request);
            }
        }
        return answer(
                HttpStatus.BAD_REQUEST,
                "The body of the request is not the JSON that is expected here.%nMaybe look at /api-docs for its fields."
                        .formatted(),
                null,
                HttpHeaders.EMPTY,
                request);
    }

    /** Hands over to {@link ErrorPages}, which draws the page with its frame. */
    private static ModelAndView page(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int status = switch (failure) {
            case NotThere _ -> HttpStatus.NOT_FOUND.value();
            case Gone _ -> HttpStatus.GONE.value();
            case BadParameter _, BadEntry _, MethodArgumentTypeMismatchException _, HttpMessageNotReadableException _ ->
                HttpStatus.BAD_REQUEST.value();
            case ErrorResponse known -> known.getStatusCode().value();
            // A form without its files, where files are expected.
            case MultipartException _ -> HttpStatus.BAD_REQUEST.value();
            case Exception waited
            when isOverloaded(waited) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Problems.COME_AGAIN_SECONDS);
                yield HttpStatus.SERVICE_UNAVAILABLE.value();
            }
            default -> {
                log(failure, request);
                yield HttpStatus.INTERNAL_SERVER_ERROR.value();
            }
        };
        response.sendError(status);
        return new ModelAndView();
    }

    /** The request itself is as good as any. */
    private static boolean isOverloaded(Exception failure) {
        boolean overloaded = NoConnection.isCauseOf(failure);
        if (overloaded) {
            LOG.warn("A request found no connection to the database: {}", failure.getMessage());
        }
        return overloaded;
    }

    private static HttpHeaders comeAgain() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Problems.COME_AGAIN_SECONDS);
        return headers;
    }

    private static void log(Exception failure, HttpServletRequest request) {
        LOG.error("The request ({} {}) failed.", request.getMethod(), request.getRequestURI(), failure);
    }

    private static String unreadable(FieldError field) {
        return "The value (%s) of the parameter (%s) cannot be read.%nMaybe %s."
                .formatted(
                        field.getRejectedValue(),
                        field.getField(),
                        field.contains(TypeMismatchException.class)
                                ? expected(field.unwrap(TypeMismatchException.class)
                                        .getRequiredType())
                                : "look at /api-docs for what is expected");
    }

    private static String mismatch(MethodArgumentTypeMismatchException bad) {
        Class<?> wanted = bad.getRequiredType();
        return "The value (%s) of the parameter (%s) is not a %s.%nMaybe %s."
                .formatted(
                        bad.getValue(),
                        bad.getName(),
                        wanted == null ? "usable value" : wanted.getSimpleName(),
                        expected(wanted));
    }

    private static String expected(@Nullable Class<?> wanted) {
        if (wanted == LocalDate.class) {
            return "write a day like 2026-11-22";
        }
        return wanted != null && wanted.isEnum()
                ? "take one of "
                        + Arrays.stream(wanted.getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))
                : "write a whole number";
    }

    /** Every fault of an entry, each with its field. */
    private static ResponseEntity<ProblemDetail> faults(BadEntry bad, HttpServletRequest request) {
        ResponseEntity<ProblemDetail> answer = answer(
                HttpStatus.BAD_REQUEST,
                bad.getMessage(),
                bad.faults().getFirst().field(),
                HttpHeaders.EMPTY,
                request);
        Objects.requireNonNull(answer.getBody())
                .setProperty(
                        "faults",
                        bad.faults().stream()
                                .map(fault -> Map.of(
                                        "field", fault.field(),
                                        "reason", fault.reason().name(),
                                        "value", fault.value(),
                                        "message", fault.reason().in("en")))
                                .toList());
        return answer;
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatus status,
            @Nullable String detail,
            @Nullable String parameter,
            HttpHeaders headers,
            HttpServletRequest request) {
        ProblemDetail problem = Problems.problem(status, detail, request.getRequestURI());
        if (parameter != null) {
            problem.setProperty("parameter", parameter);
        }
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
