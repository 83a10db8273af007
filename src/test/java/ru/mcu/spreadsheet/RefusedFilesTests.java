package ru.mcu.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import ru.mcu.spreadsheet.SheetRefused.Reason;

@DisplayName("Файлы, которые не принимаются")
class RefusedFilesTests {

    private static final List<List<String>> GOOD =
            List.of(List.of("ID", "Текст инцидента"), List.of("1", "Яма"), List.of("2", "Снег"));

    @BeforeAll
    static void poiKeepsQuietAboutDamagedFiles() {
        ((Logger) LoggerFactory.getLogger("org.apache.poi")).setLevel(Level.OFF);
    }

    @Test
    @DisplayName("без обязательного столбца: назван столбец и что делать")
    void aMissingRequiredHeaderIsNamed() throws Exception {
        assertRefused(
                        Tables.xlsx(List.of(List.of("ID", "Время 1го ответа ПИ"), List.of("1", "2"))),
                        Reason.MISSING_HEADERS)
                .hasMessageContaining("Текст инцидента")
                .hasMessageContaining("Проверьте");
        assertRefused("просто текст".getBytes(StandardCharsets.UTF_8), Reason.MISSING_HEADERS);
    }

    @Test
    @DisplayName("не таблица: по содержимому, а не по имени")
    void aWrongTypeIsToldByContent() throws Exception {
        assertRefused("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), Reason.WRONG_TYPE)
                .hasMessageContaining("PDF");
        assertRefused("<html><table>".getBytes(StandardCharsets.UTF_8), Reason.WRONG_TYPE);
        assertRefused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, Reason.WRONG_TYPE);
        assertRefused(zip("word/document.xml", "<a/>"), Reason.WRONG_TYPE).hasMessageContaining("Word");
        assertRefused(zip("content.xml", "<a/>"), Reason.WRONG_TYPE).hasMessageContaining("LibreOffice");
        assertRefused(zip("выгрузка.csv", "ID"), Reason.WRONG_TYPE).hasMessageContaining("распакуйте");
        assertRefused(new byte[0], Reason.EMPTY);
        assertRefused("\r\n\r\n".getBytes(StandardCharsets.UTF_8), Reason.EMPTY);
    }

    @Test
    @DisplayName("с паролем: сказано снять пароль")
    void anEncryptedBookIsToldApart() throws Exception {
        assertRefused(encrypted(), Reason.ENCRYPTED).hasMessageContaining("пароль");
    }

    @Test
    @DisplayName("старый .xls отличается от книги с паролем")
    void anOldBookIsToldApart() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            ole.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "Workbook");
            ole.writeFilesystem(out);
        }
        assertRefused(out.toByteArray(), Reason.WRONG_TYPE).hasMessageContaining(".xls");
    }

    @Test
    @DisplayName("бомба: распаковка прекращается, как ни лгал бы архив")
    void aZipBombIsStopped() throws Exception {
        byte[] book = Tables.xlsx(GOOD);
        byte[] spaces = new byte[3 << 20];
        Arrays.fill(spaces, (byte) ' ');
        byte[] longText = Tables.replaced(book, "xl/sharedStrings.xml", out -> {
            for (int i = 0; i < 3; i++) {
                out.write(spaces);
            }
        });
        assertRefused(longText, Reason.BOMB);
        byte[] manyTags = Tables.replaced(book, "xl/worksheets/sheet1.xml", out -> {
            byte[] tags = "<a></a>".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 20; i++) {
                out.write(tags);
            }
        });
        SheetLimits small = new SheetLimits(50 << 20, 100, 300, 10 << 20, 100_000);
        assertThatThrownBy(() -> Tables.read(SheetReader.incidents(Tables.CONFIG, small), Tables.stream(manyTags)))
                .isInstanceOfSatisfying(
                        SheetRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.BOMB));
    }

    @Test
    @DisplayName("внешние сущности XML не читаются")
    void externalEntitiesAreNotRead() throws Exception {
        byte[] hostile = Tables.replaced(
                Tables.xlsx(GOOD),
                "xl/sharedStrings.xml",
                out -> out.write(
                        ("<!DOCTYPE sst [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><sst xmlns='http://schemas.openxmlformats.org/"
                                        + "spreadsheetml/2006/main'><si><t>ID</t></si><si><t>Текст инцидента</t></si>"
                                        + "<si><t>1</t></si><si><t>&x;</t></si><si><t>2</t></si><si><t>с</t></si></sst>")
                                .getBytes(StandardCharsets.UTF_8)));
        Tables.Kept<IncidentRow> kept = new Tables.Kept<>();
        Throwable refused = catchThrowable(() -> SheetReader.incidents(Tables.CONFIG, SheetLimits.standard())
                .read(Tables.stream(hostile), "x.xlsx", kept));
        assertThat(kept.rows).noneMatch(row -> row.text().contains("root"));
        assertThat(refused == null || refused instanceof SheetRefused).isTrue();
    }

    @Test
    @DisplayName("слишком много строк и слишком большой файл: сказано разделить выгрузку")
    void limitsAreKept() throws Exception {
        byte[] book = Tables.xlsx(GOOD);
        SheetLimits oneRow = new SheetLimits(50 << 20, 1, 300, 600 << 20, 100_000);
        assertThatThrownBy(() -> Tables.read(SheetReader.incidents(Tables.CONFIG, oneRow), Tables.stream(book)))
                .isInstanceOf(SheetRefused.class)
                .hasMessageContaining("Разделите");
        SheetLimits standard = SheetLimits.standard();
        assertThatThrownBy(() -> Tables.read(SheetReader.incidents(Tables.CONFIG, standard), new EndlessStream()))
                .isInstanceOf(SheetRefused.class)
                .hasMessageContaining("больше 50 МБ");
        assertThat(standard.maxRows()).isEqualTo(100_000);
    }

    @Test
    @DisplayName("незакрытая кавычка в .csv: названа строка")
    void anUnclosedQuoteIsLocated() throws Exception {
        assertRefused("ID;Текст инцидента\n1;\"начало\n2;".getBytes(StandardCharsets.UTF_8), Reason.BROKEN)
                .hasMessageContaining("В строке 2");
    }

    @Test
    @DisplayName("ошибка принимающей стороны не выдаётся за повреждённый файл")
    void aFailureOfTheCallerIsPassedOn() throws Exception {
        byte[] book = Tables.xlsx(GOOD);
        assertThatThrownBy(() -> SheetReader.incidents(Tables.CONFIG, SheetLimits.standard())
                        .read(Tables.stream(book), "x", new RowHandler<>() {
                            @Override
                            public void row(int rowNumber, IncidentRow row) {
                                throw new IllegalStateException("база занята");
                            }

                            @Override
                            public void problem(RowProblem problem) {}
                        }))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("база занята");
    }

    @Test
    @DisplayName("испорченные наугад файлы либо читаются, либо отклоняются по-русски; временных файлов не остаётся")
    void damagedFilesNeverBreakOut() throws Exception {
        Random random = new Random(7);
        long before = temporaryFiles();
        byte[][] originals = {
            Tables.xlsx(GOOD), Tables.csv(GOOD, ';').getBytes(StandardCharsets.UTF_8), encrypted(), plainXml()
        };
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] bytes = originals[i % originals.length].clone();
            if (i % 3 == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            } else {
                for (int n = 0; n <= random.nextInt(12); n++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            byte[] damaged = bytes;
            Throwable thrown = catchThrowable(() -> Tables.incidents(damaged));
            if (thrown != null) {
                refused++;
                assertThat(thrown).as("вариант %d", i).isInstanceOf(SheetRefused.class);
                assertThat(thrown.getMessage()).containsPattern("[А-я]{4}");
            }
        }
        assertThat(refused).isGreaterThan(100);
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            byte[] file, Reason reason) {
        return assertThatThrownBy(() -> Tables.incidents(file))
                .isInstanceOfSatisfying(
                        SheetRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static long temporaryFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("mcu-sheet"))
                    .count();
        }
    }

    private static byte[] encrypted() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem ole = new POIFSFileSystem();
                OPCPackage book = OPCPackage.open(Tables.stream(Tables.xlsx(GOOD)))) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("пароль");
            try (var stream = encryptor.getDataStream(ole)) {
                book.save(stream);
            }
            ole.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    /** The same book stored without compression, so that damage reaches the XML and not only the archive. */
    private static byte[] plainXml() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(Tables.stream(Tables.xlsx(GOOD)));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(zip);
            }
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static final class EndlessStream extends InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            Arrays.fill(buffer, from, from + length, (byte) 'x');
            return length;
        }
    }
}
