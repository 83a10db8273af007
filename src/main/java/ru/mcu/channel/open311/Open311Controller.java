package ru.mcu.channel.open311;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.mcu.platform.Refused;

/** The addresses of GeoReport v2; the ending of an address chooses JSON or XML. */
@RestController
@RequestMapping("/open311/v2")
class Open311Controller {

    private final Open311Settings settings;
    private final Open311Services services;
    private final Open311Requests requests;
    private final ObjectMapper json;

    Open311Controller(Open311Settings settings, Open311Services services, Open311Requests requests, ObjectMapper json) {
        this.settings = settings;
        this.services = services;
        this.requests = requests;
        this.json = json;
    }

    @GetMapping({"/services", "/services.{format:json|xml}"})
    ResponseEntity<String> services(HttpServletRequest request) {
        requireOpen(request);
        return answer(request, HttpStatus.OK, new Open311Document("services", "service", services.all()));
    }

    /** Our services ask nothing beyond the description, so their definitions are empty. */
    @GetMapping({"/services/{code:[^.]+}", "/services/{code:[^.]+}.{format:json|xml}"})
    ResponseEntity<String> service(HttpServletRequest request, @PathVariable String code) {
        requireOpen(request);
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("service_code", services.byCode(code).code());
        definition.put("attributes", List.of());
        return answer(
                request,
                HttpStatus.OK,
                new Open311Document("service_definitions", "service_definition", List.of(definition)));
    }

    @PostMapping({"/requests", "/requests.{format:json|xml}"})
    ResponseEntity<String> create(
            HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String token,
            @RequestParam Map<String, String> fields) {
        requireOpen(request);
        String caller = settings.caller(fields.get("api_key"))
                .orElseThrow(() -> new Open311Refused(HttpStatus.FORBIDDEN, "api_key не указан или неверен"));
        return answer(request, HttpStatus.CREATED, list(requests.create(caller, token, fields)));
    }

    @GetMapping({"/requests", "/requests.{format:json|xml}"})
    ResponseEntity<String> find(HttpServletRequest request, @RequestParam Map<String, String> query) {
        requireOpen(request);
        return answer(request, HttpStatus.OK, list(requests.find(query)));
    }

    @GetMapping({"/requests/{id:[^.]+}", "/requests/{id:[^.]+}.{format:json|xml}"})
    ResponseEntity<String> one(HttpServletRequest request, @PathVariable String id) {
        requireOpen(request);
        return answer(request, HttpStatus.OK, list(requests.one(id)));
    }

    @ExceptionHandler
    ResponseEntity<String> refused(HttpServletRequest request, Open311Refused e) {
        return error(request, e.status(), String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<String> refused(HttpServletRequest request, Refused e) {
        return error(request, HttpStatus.BAD_REQUEST, e.detail());
    }

    private void requireOpen(HttpServletRequest request) {
        if (!settings.enabled()) {
            throw Open311Refused.missing("Open311 здесь не включен");
        }
        if (!settings.isJurisdiction(request.getParameter("jurisdiction_id"))) {
            throw Open311Refused.missing("jurisdiction_id не найден");
        }
    }

    private static Open311Document list(List<Map<String, Object>> found) {
        return new Open311Document("service_requests", "request", found);
    }

    private ResponseEntity<String> error(HttpServletRequest request, HttpStatus status, String description) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", status.value());
        error.put("description", description);
        return answer(request, status, new Open311Document("errors", "error", List.of(error)));
    }

    private ResponseEntity<String> answer(HttpServletRequest request, HttpStatus status, Open311Document document) {
        return document.answer(status, wantsXml(request), json);
    }

    private static boolean wantsXml(HttpServletRequest request) {
        String path = request.getRequestURI();
        String accept = String.valueOf(request.getHeader("Accept"));
        return path.endsWith(".xml") || !path.endsWith(".json") && accept.contains("xml") && !accept.contains("json");
    }
}
