package ru.mcu.platform.web;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Ids;
import ru.mcu.platform.Refused;

/** Turns every error of a controller into RFC 9457 problem details in Russian; no stack trace and no inner text leaves. */
@RestControllerAdvice
@Order(1000)
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final Map<Integer, String> TITLES = Map.of(
            400, "Запрос не понят",
            404, "Не найдено",
            405, "Так обратиться нельзя",
            406, "Такой формат не отдаётся",
            413, "Файл слишком большой",
            415, "Такой формат не принимается");

    @ExceptionHandler
    ProblemDetail refused(Refused e) {
        ProblemDetail problem = problem(e.status(), e.title(), e.detail());
        if (!e.errors().isEmpty()) {
            problem.setProperty("errors", e.errors());
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail forbidden(AuthorizationException e) {
        return problem(
                HttpStatus.FORBIDDEN, "Нет права", "У вас нет права на это действие. Обратитесь к администратору.");
    }

    @ExceptionHandler({OptimisticLockingFailureException.class, OptimisticLockingException.class})
    ProblemDetail outrun(Exception e) {
        return problem(
                HttpStatus.CONFLICT,
                "Уже изменено",
                "Пока вы работали, это изменил другой сотрудник. Скопируйте свой текст, обновите страницу и повторите.");
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception e) {
        String id = Ids.next().toString();
        LOG.error("unexpected error {}", id, e);
        ProblemDetail problem = problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Внутренняя ошибка",
                "Действие не выполнено. Повторите позже; если не поможет, сообщите администратору номер " + id + ".");
        problem.setProperty("errorId", id);
        return problem;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = problem(
                HttpStatus.UNPROCESSABLE_ENTITY, "Проверьте поля", "Исправьте отмеченные поля и отправьте снова.");
        List<FieldError> errors = e.getBindingResult().getFieldErrors().stream()
                .map(it -> new FieldError(it.getField(), String.valueOf(it.getDefaultMessage())))
                .toList();
        problem.setProperty("errors", errors);
        return ResponseEntity.unprocessableEntity().body(problem);
    }

    /** Spring's own refusals keep their status; their English texts, which may quote the input, do not leave. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String title = TITLES.getOrDefault(status.value(), "Запрос не выполнен");
        ProblemDetail problem = problem(status, title, "Проверьте адрес и данные запроса, затем повторите.");
        return new ResponseEntity<>(problem, headers, status);
    }

    private static ProblemDetail problem(HttpStatusCode status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }
}
