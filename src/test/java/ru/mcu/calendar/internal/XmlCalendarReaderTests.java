package ru.mcu.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mcu.calendar.CalendarFileException;

@DisplayName("Файл календаря")
class XmlCalendarReaderTests {

    @Test
    @DisplayName("называет причину нерабочего дня: праздник, перенос, своё название")
    void givesReasons() {
        CalendarFile file = read("""
                <calendar year="2026">
                  <holidays><holiday id="8" title="День народного единства"/></holidays>
                  <days>
                    <day d="11.04" t="1" h="8"/>
                    <day d="01.09" t="1" f="01.03"/>
                    <day d="04.21" t="1" title="Радоница"/>
                  </days>
                </calendar>
                """);

        assertThat(file.days().values())
                .extracting(day -> day.reason())
                .containsExactly("выходной, перенесён с 3 января", "Радоница", "День народного единства");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("с ошибкой не принимается, сообщение называет файл и строку")
    @CsvSource(
            delimiter = '|',
            value = {
                "<day d='13.04' t='1'/>           | даты «13.04» не бывает",
                "<day d='02.29' t='1'/>           | даты «02.29» не бывает",
                "<day d='4 ноября' t='1'/>        | должна иметь вид ММ.ДД",
                "<day d='2026.11.04' t='1'/>      | должна иметь вид ММ.ДД",
                "<day d='11.04' t='7'/>           | вид дня t=«7» неизвестен",
                "<day d='11.04'/>                 | нет атрибута t",
                "<day t='1'/>                     | нет атрибута d",
                "<day d='11.04' t='1' h='99'/>    | номером h=«99» нет",
                "<day d='11.04' t='1' f='02.30'/> | даты «02.30» не бывает",
                "<dayy d='11.04' t='1'/>          | неизвестный элемент <dayy>",
                "<day d='11.04' t='1'>            | не является правильным XML"
            })
    void mistakeNamesFileAndLine(String line, String message) {
        assertThatThrownBy(() -> read("<calendar year='2026'>\n<days>\n" + line + "\n</days></calendar>"))
                .isInstanceOf(CalendarFileException.class)
                .hasMessageStartingWith("ru-2026.xml, строка ")
                .hasMessageContaining(message);
        if (!message.contains("XML")) {
            assertThatThrownBy(() -> read("<calendar year='2026'>\n<days>\n" + line + "\n</days></calendar>"))
                    .hasMessageStartingWith("ru-2026.xml, строка 3: ");
        }
    }

    @Test
    @DisplayName("с одним днём дважды не принимается")
    void duplicateDay() {
        assertThatThrownBy(
                        () -> read("<calendar year='2026'>\n<day d='11.04' t='1'/>\n<day d='11.04' t='2'/></calendar>"))
                .hasMessage("ru-2026.xml, строка 3: день «11.04» указан дважды");
    }

    @Test
    @DisplayName("с чужим годом, без года, без дней и с чужим корнем не принимается")
    void wrongRoot() {
        assertThatThrownBy(() -> read("<calendar year='2025'/>")).hasMessageContaining("а в имени файла 2026");
        assertThatThrownBy(() -> read("<calendar/>")).hasMessageContaining("нет атрибута year");
        assertThatThrownBy(() -> read("<calendar year='26'/>")).hasMessageContaining("из четырёх цифр");
        assertThatThrownBy(() -> read("<calendar year='2026'/>")).hasMessageContaining("нет ни одного дня");
        assertThatThrownBy(() -> read("<html/>")).hasMessageContaining("ожидался элемент <calendar>");
        assertThatThrownBy(() -> read("")).hasMessageContaining("не является правильным XML");
    }

    @Test
    @DisplayName("с DOCTYPE не принимается, внешний файл не читается")
    void doctypeIsRefused(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "тайна");
        String xml = "<!DOCTYPE calendar [<!ENTITY secret SYSTEM '" + secret.toUri() + "'>]>\n"
                + "<calendar year='2026'><day d='11.04' t='1' title='x'/>&secret;</calendar>";

        assertThatThrownBy(() -> read(xml))
                .isInstanceOf(CalendarFileException.class)
                .hasMessage("ru-2026.xml, строка 1: объявление DOCTYPE запрещено, удалите его");
    }

    @Test
    @DisplayName("дополнение региона пишет даты с годом и действует поверх общероссийского")
    void overlayWins(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("ru-2026.xml"), "<calendar year='2026'><day d='11.04' t='1'/></calendar>");
        Files.writeString(
                folder.resolve("region.xml"),
                "<overlay><day d='2026.11.04' t='2'/><day d='2027.05.11' t='1' title='Радоница'/></overlay>");

        CalendarSource source = CalendarFiles.read(folder, List.of("ru", "region"));

        assertThat(source.year(2026).day(LocalDate.of(2026, 11, 4)).shortened()).isTrue();
        assertThat(source.year(2027).day(LocalDate.of(2027, 5, 11)).reason()).isEqualTo("Радоница");
        assertThat(source.isLoaded(2027)).isFalse();
    }

    @Test
    @DisplayName("названный в настройках, но отсутствующий, — ошибка, а не тишина")
    void missingFileIsAnError(@TempDir Path folder) {
        assertThatThrownBy(() -> CalendarFiles.read(folder, List.of("ru")))
                .isInstanceOf(CalendarFileException.class)
                .hasMessageContaining("Календарь «ru» не найден")
                .hasMessageContaining("ru-<год>.xml");
    }

    @Test
    @DisplayName("«ru» не захватывает чужие файлы с похожим именем")
    void similarNamesAreLeftAlone(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("ru-2026.xml"), "<calendar year='2026'><day d='11.04' t='1'/></calendar>");
        Files.writeString(folder.resolve("ru-2026.xml.bak"), "черновик");
        Files.writeString(folder.resolve("ru-altai.xml"), "черновик");

        assertThat(CalendarFiles.read(folder, List.of("ru")).years()).containsOnlyKeys(2026);
    }

    private static CalendarFile read(String xml) {
        return XmlCalendarReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "ru-2026.xml");
    }
}
