package ru.mcu.structuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Очистка текста")
class TextCleanerTests {

    @Test
    @DisplayName("разметка портала убирается, абзацы остаются строками")
    void markupGoesAndParagraphsStay() {
        assertThat(TextCleaner.clean(
                        "<p style=`text-align:justify;`><span style=`color:hsl(0,0%,0%);`>Добрый&nbsp;день!</span></p>"
                                + "<p>Яма<br>и&nbsp;&nbsp;снег &lt; 5&nbsp;см</p>"))
                .isEqualTo("Добрый день!\n\nЯма\nи снег < 5 см");
        assertThat(TextCleaner.clean("<script>alert('x')</script>Текст<style>p{}</style>"))
                .isEqualTo("Текст");
        assertThat(TextCleaner.clean("<ul><li>Раз</li><li>Два</li></ul>")).isEqualTo("Раз\n\nДва");
    }

    @Test
    @DisplayName("знаки «меньше» и пометки в угловых скобках не пропадают")
    void anglesThatAreNoMarkupStay() {
        assertThat(TextCleaner.clean("мой телефон <ТЕЛ>, давление < 2 атм & падает"))
                .isEqualTo("мой телефон <ТЕЛ>, давление < 2 атм & падает");
    }

    @Test
    @DisplayName("обратные кавычки становятся ёлочками, апостроф выгрузки уходит, упоминание ВК становится именем")
    void exportsTraces() {
        assertThat(TextCleaner.clean("'ООО `Парковая` и (`Квадра`-`Курская генерация`)"))
                .isEqualTo("ООО «Парковая» и («Квадра»-«Курская генерация»)");
        assertThat(TextCleaner.clean(
                        "[id115348136|Имя Фамилия], доброе утро. [club202105609|Администрация района] [ссылка]"))
                .isEqualTo("Имя Фамилия, доброе утро. Администрация района [ссылка]");
        assertThat(TextCleaner.clean("'[id1|Имя]")).isEqualTo("Имя");
    }

    @Test
    @DisplayName("невидимые и управляющие знаки убираются, пробелы выравниваются, буквы складываются")
    void invisibleCharactersGo() {
        assertThat(
                        TextCleaner.clean(
                                "\uFEFF  Я\u200Bма\u0000 на\u00A0\u2009дороге \r\n\r\n\r\n\r\n у\u0301л. \t Лени\u00ADна\uD800"))
                .isEqualTo("Яма на дороге\n\nу\u0301л. Ленина");
        assertThat(TextCleaner.clean("Каи\u0306")).isEqualTo("Кай");
        assertThat(TextCleaner.clean(" \n\u200B ")).isEmpty();
    }

    @Test
    @DisplayName("слишком длинный текст отклоняется по-русски")
    void tooLongIsRefused() {
        assertThat(TextCleaner.clean("я".repeat(100_000))).hasSize(100_000);
        assertThatThrownBy(() -> TextCleaner.clean("я".repeat(100_001)))
                .isInstanceOf(TextTooLong.class)
                .hasMessageContaining("слишком длинный");
    }

    @Test
    @DisplayName("враждебный текст предельной длины не задерживает")
    void hostileTextsAreCleanedInTime() {
        for (String unit : List.of(
                "<b>",
                "<a href=x>",
                "<table><tr>",
                "</p>",
                "<",
                "&",
                "&#",
                "[id1|",
                "[id1|a",
                "`",
                "\n ",
                "<!--",
                "<p>x",
                "\u0301",
                "\u0345\u0301",
                "<div><b>",
                "<select><option>",
                "<svg><p>",
                "<x ",
                "&nbsp;",
                "\uD83D\uDE00",
                "]]>")) {
            String text = unit.repeat(TextCleaner.MAX_CHARS / unit.length());
            assertTimeoutPreemptively(
                    Duration.ofSeconds(8),
                    () -> assertThat(TextCleaner.clean(text)).isNotNull(),
                    unit);
        }
    }
}
