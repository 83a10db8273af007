package ru.mcu.workplace.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.mcu.directory.Directory;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.MessageNumbers;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Ids;
import ru.mcu.platform.Refused;
import ru.mcu.platform.audit.AuditReport;
import ru.mcu.platform.audit.AuditSearch;
import ru.mcu.platform.audit.AuditTrail;
import ru.mcu.platform.audit.AuditVerifier;
import ru.mcu.spreadsheet.SheetWriter;

/** The page «Журнал действий»: who did or saw what, and whether the record of it is whole. */
@RestController
@RequestMapping("/api/admin/audit")
class AuditController {

    private static final int PAGE = 50;
    private static final int EXPORT_PAGE = 1000;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final SheetWriter.Layout LAYOUT = new SheetWriter.Layout(
            "Журнал действий",
            "",
            List.of(
                    new SheetWriter.Column("Когда", "at"),
                    new SheetWriter.Column("Кто", "name"),
                    new SheetWriter.Column("Имя входа", "actor"),
                    new SheetWriter.Column("За кого", "behalf"),
                    new SheetWriter.Column("Действие", "action"),
                    new SheetWriter.Column("Сообщение", "number"),
                    new SheetWriter.Column("Причина", "reason"),
                    new SheetWriter.Column("Подробности", "details"),
                    new SheetWriter.Column("Адрес", "client"),
                    new SheetWriter.Column("Просмотр", "look")));

    private final AuditSearch search;
    private final AuditVerifier verifier;
    private final AuditTrail audit;
    private final MessageFacts messages;
    private final MessageNumbers numbers;
    private final Directory directory;
    private final CurrentUser user;

    AuditController(
            AuditSearch search,
            AuditVerifier verifier,
            AuditTrail audit,
            MessageFacts messages,
            MessageNumbers numbers,
            Directory directory,
            CurrentUser user) {
        this.search = search;
        this.verifier = verifier;
        this.audit = audit;
        this.messages = messages;
        this.numbers = numbers;
        this.directory = directory;
        this.user = user;
    }

    /** What the page asks for; days are moments in UTC, made from the city's days by the page. */
    record Query(
            @Nullable String person,
            @Nullable String number,
            @Nullable String words,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Boolean looks) {}

    record Line(
            long id,
            Instant at,
            String actor,
            String name,
            @Nullable String behalf,
            String action,
            @Nullable String number,
            @Nullable String reason,
            String details,
            @Nullable String client,
            boolean look,
            boolean sealed) {}

    /** @param next what to ask for as {@code before} to read on; null on the last page */
    record Lines(List<Line> items, @Nullable Long next) {}

    @GetMapping
    Lines find(Query query, @RequestParam(required = false) @Nullable Long before) {
        requireOfficer();
        List<AuditSearch.Found> found = search.search(filter(query), before, PAGE);
        return new Lines(
                lines(found), found.size() == PAGE ? found.get(PAGE - 1).id() : null);
    }

    @GetMapping("/export.xlsx")
    void export(Query query, HttpServletResponse response) throws IOException {
        requireOfficer();
        AuditSearch.Filter filter = filter(query);
        search.export(filter);
        DateTimeFormatter time = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss")
                .withZone(directory.city().zone());
        try (SheetWriter sheet = new SheetWriter(LAYOUT)) {
            Long before = null;
            int rows = 0;
            List<AuditSearch.Found> found;
            do {
                found = search.page(filter, before, EXPORT_PAGE);
                lines(found).forEach(line -> sheet.row(row(line, time)));
                rows += found.size();
                before = found.isEmpty() ? null : found.get(found.size() - 1).id();
            } while (found.size() == EXPORT_PAGE && rows < AuditSearch.MOST_EXPORTED);
            response.setContentType(XLSX);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("audit.xlsx", StandardCharsets.UTF_8)
                            .build()
                            .toString());
            sheet.writeTo(response.getOutputStream());
        }
    }

    /** @param report what the last check on this node found; null before the first one */
    record State(@Nullable AuditReport report) {}

    @GetMapping("/state")
    State state() {
        requireOfficer();
        return new State(verifier.last().orElse(null));
    }

    @GetMapping("/verify")
    AuditReport verify() {
        requireOfficer();
        AuditReport report = verifier.verify();
        audit.record(
                Ids.next(),
                report.intact() ? "Проверка журнала: цепочка цела" : "Проверка журнала: цепочка нарушена",
                user.id(),
                null,
                Map.of("sealed", report.sealed(), "breaks", report.breaks().size()));
        return report;
    }

    private AuditSearch.Filter filter(Query query) {
        String number = text(query.number());
        UUID subject = number == null
                ? null
                : messages.find(number)
                        .orElseThrow(() -> Refused.missing(
                                "Сообщение не найдено", "Сообщения с таким номером нет: проверьте номер."));
        return new AuditSearch.Filter(
                text(query.person()),
                subject,
                text(query.words()),
                query.from(),
                query.to(),
                Boolean.TRUE.equals(query.looks()));
    }

    private List<Line> lines(List<AuditSearch.Found> found) {
        Map<UUID, String> known = numbers.of(
                found.stream().map(AuditSearch.Found::subject).distinct().toList());
        return found.stream()
                .map(it -> new Line(
                        it.id(),
                        it.at(),
                        it.actor(),
                        name(it.actor()),
                        it.onBehalfOf() == null ? null : name(it.onBehalfOf()),
                        it.action(),
                        known.get(it.subject()),
                        it.reason(),
                        "{}".equals(it.details()) ? "" : it.details(),
                        it.client(),
                        it.sensitive(),
                        it.sealed()))
                .toList();
    }

    private static Map<String, String> row(Line line, DateTimeFormatter time) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("at", time.format(line.at()));
        row.put("name", line.name());
        row.put("actor", line.actor());
        row.put("behalf", shown(line.behalf()));
        row.put("action", line.action());
        row.put("number", shown(line.number()));
        row.put("reason", shown(line.reason()));
        row.put("details", line.details());
        row.put("client", shown(line.client()));
        row.put("look", line.look() ? "да" : "");
        return row;
    }

    private String name(String userId) {
        return userId.equals(CurrentUser.SYSTEM) ? "Система" : directory.personName(userId);
    }

    private static String shown(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable String text(@Nullable String value) {
        return StringUtils.hasText(value) ? value.strip().replace("\u0000", "") : null;
    }

    private void requireOfficer() {
        if (!user.in("admin") && !user.in("camunda-admin")) {
            throw Refused.forbidden("Нет права", "Журнал действий смотрит администратор.");
        }
    }
}
