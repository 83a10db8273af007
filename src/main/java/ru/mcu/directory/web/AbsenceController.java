package ru.mcu.directory.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.mcu.directory.Absence;
import ru.mcu.directory.Absences;
import ru.mcu.directory.Directory;
import ru.mcu.directory.Role;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Refused;

/** Lets the head and the administrator register and cancel absences. */
@RestController
@RequestMapping("/api/absences")
class AbsenceController {

    private static final int LARGEST_PAGE = 100;
    private static final List<String> ALLOWED = List.of(Role.HEAD.code(), Role.ADMIN.code(), "camunda-admin");

    private final Absences absences;
    private final Directory directory;
    private final CurrentUser user;
    private final Clock clock;

    AbsenceController(Absences absences, Directory directory, CurrentUser user, Clock clock) {
        this.absences = absences;
        this.directory = directory;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping
    AbsencePage list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        allowed();
        int number = Math.max(page, 0);
        int length = Math.min(Math.max(size, 1), LARGEST_PAGE);
        Page<Absence> found = absences.list(number, length);
        List<AbsenceView> items = found.map(this::view).getContent();
        return new AbsencePage(items, found.getTotalElements(), number, length);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AbsenceView register(@RequestBody @Valid AbsenceRequest request) {
        allowed();
        return view(absences.register(request.toDomain(), user.id()));
    }

    @DeleteMapping("/{id}")
    AbsenceView cancel(@PathVariable UUID id) {
        allowed();
        return view(absences.cancel(id, user.id()));
    }

    private AbsenceView view(Absence absence) {
        return AbsenceView.of(absence, directory, clock.instant());
    }

    private void allowed() {
        if (ALLOWED.stream().noneMatch(user::in)) {
            throw Refused.forbidden(
                    "Недостаточно прав", "Отсутствия ведут руководитель МЦУ и администратор: обратитесь к ним.");
        }
    }
}
