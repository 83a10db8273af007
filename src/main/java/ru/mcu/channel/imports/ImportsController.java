package ru.mcu.channel.imports;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Refused;

/** Progress and reports of imports. */
@RestController
@RequestMapping("/api/imports")
class ImportsController {

    private final Imports imports;
    private final CurrentUser user;

    ImportsController(Imports imports, CurrentUser user) {
        this.imports = imports;
        this.user = user;
    }

    @GetMapping
    List<ImportReport> newest() {
        UploadedImport.requireAllowed(user);
        return imports.newest(20);
    }

    @GetMapping("/{id}")
    ImportReport report(@PathVariable UUID id) {
        UploadedImport.requireAllowed(user);
        return imports.report(id).orElseThrow(() -> Refused.missing("Загрузка не найдена", "Такой загрузки нет."));
    }
}
