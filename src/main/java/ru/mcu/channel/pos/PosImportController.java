package ru.mcu.channel.pos;

import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import ru.mcu.channel.imports.ImportReport;
import ru.mcu.channel.imports.UploadedImport;
import ru.mcu.spreadsheet.PosRow;
import ru.mcu.spreadsheet.SheetReader;

/** Takes an export of ПОС. */
@RestController
class PosImportController {

    private final UploadedImport upload;
    private final SheetReader<PosRow> reader;
    private final PosRows rows;

    PosImportController(UploadedImport upload, SheetReader<PosRow> reader, PosRows rows) {
        this.upload = upload;
        this.reader = reader;
        this.rows = rows;
    }

    /** @param background answers at once with the id to watch; otherwise with the finished report */
    @PostMapping("/api/imports/pos")
    ResponseEntity<ImportReport> upload(
            @RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean background)
            throws IOException {
        return upload.take("POS", file, reader, rows, background);
    }
}
