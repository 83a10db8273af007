package ru.mcu.channel.incidentmanagement;

import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import ru.mcu.channel.imports.ImportReport;
import ru.mcu.channel.imports.UploadedImport;
import ru.mcu.spreadsheet.IncidentRow;
import ru.mcu.spreadsheet.SheetReader;

/** Takes an export of «Инцидент Менеджмент». */
@RestController
class IncidentImportController {

    private final UploadedImport upload;
    private final SheetReader<IncidentRow> reader;
    private final IncidentRows rows;

    IncidentImportController(UploadedImport upload, SheetReader<IncidentRow> reader, IncidentRows rows) {
        this.upload = upload;
        this.reader = reader;
        this.rows = rows;
    }

    /** @param background answers at once with the id to watch; otherwise with the finished report */
    @PostMapping("/api/imports/incident-management")
    ResponseEntity<ImportReport> upload(
            @RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean background)
            throws IOException {
        return upload.take("IM", file, reader, rows, background);
    }
}
