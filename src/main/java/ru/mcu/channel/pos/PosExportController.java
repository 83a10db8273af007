package ru.mcu.channel.pos;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.mcu.channel.exports.AnswersFile;
import ru.mcu.platform.Channel;
import ru.mcu.platform.McuHome;
import ru.mcu.spreadsheet.SheetWriter;

/** Gives our answers and steps in the layout of ПОС, with the answers behind its columns. */
@RestController
class PosExportController {

    private final AnswersFile file;
    private final PosAnswers answers;
    private final SheetWriter.Layout layout;

    PosExportController(AnswersFile file, PosAnswers answers, McuHome home) {
        this.file = file;
        this.answers = answers;
        this.layout = SheetWriter.Layout.load(home.config("pos", "export.yml"));
    }

    /** @param since the first day of answers; the last seven days when it is left out */
    @GetMapping("/api/exports/pos")
    void download(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate since,
            HttpServletResponse response)
            throws IOException {
        file.send(Channel.POS, "posOperator", since, layout, answers::row, response);
    }
}
