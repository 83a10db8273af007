package ru.mcu.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mcu.channel.InboundAdapter.Unreadable;

@DisplayName("Чтение писем")
class LetterReaderTests {

    private static final Path REAL = Path.of("../shared/data/mail");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "html_only_utf8_1780.eml|В районе домов по Майскому бульвару 26 и 30",
                "koi8-r_8bit_1587.eml|Шестой день отсутствует отопление",
                "koi8-r_base64_843.eml|Здравствуйте. На улице Мира",
                "koi8-r_quoted-printable_1.eml|Прошу принять меры к водителю маршрута 263",
                "multipart_encodedword_attachment_970.eml|являюсь мамой 5 детей",
                "multipart_rfc2231_attachment_2476.eml|Прошу предоставить мне перечень",
                "utf-8_8bit_656.eml|ООО ТЕРРА положила новое асфальтовое",
                "utf-8_base64_351.eml|Кучи мусора на несанкционированной стоянке",
                "utf-8_quoted-printable_2024.eml|Дорога напротив детского садика",
                "windows-1251_8bit_1537.eml|Неудовлетворительное санитарное состояние",
                "windows-1251_base64_2125.eml|марта 2021г во дворе",
                "windows-1251_quoted-printable_1452.eml|Добрый день.   Дорога ведущая к школе",
                "windows-1251_raw8bit_headers_2760.eml|57"
            })
    @DisplayName("настоящие письма во всех кодировках читаются по-русски, с темой и именем автора")
    void realLettersAreReadable(String file, String words) throws IOException {
        assumeThat(REAL.resolve(file)).as("нет файлов с письмами").exists();
        Letter letter = LetterReader.read(Files.readAllBytes(REAL.resolve(file)));

        assertThat(letter.text()).contains(words);
        assertThat(russianShare(letter.text())).as(letter.text()).isGreaterThan(0.8);
        assertThat(letter.from())
                .matches(from -> String.valueOf(from.name()).startsWith("Житель")
                        && from.address().endsWith("@example.org"));
        assertThat(letter.sentAt())
                .isBetween(Instant.parse("2022-02-01T00:00:00Z"), Instant.parse("2022-03-01T00:00:00Z"));
        assertThat(letter.automatic()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart_encodedword_attachment_970.eml", "multipart_rfc2231_attachment_2476.eml"})
    @DisplayName("вложение с русским именем узнаётся в обоих способах записи имени, слова не повторяются")
    void attachmentsKeepTheirNames(String file) throws IOException {
        assumeThat(REAL.resolve(file)).as("нет файлов с письмами").exists();
        Letter letter = LetterReader.read(Files.readAllBytes(REAL.resolve(file)));

        assertThat(letter.files()).hasSize(1);
        assertThat(letter.files().get(0).name()).matches("[А-Яа-яЁё0-9 _.,№-]+\\.[a-z]{3,4}");
        assertThat(letter.files().get(0).content()).isNotEmpty();
        String start = letter.text().substring(letter.text().length() - 40);
        assertThat(letter.text().indexOf(start)).isEqualTo(letter.text().lastIndexOf(start));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R", "UTF-8"})
    @DisplayName("кодировка не названа нигде, даже тема сырыми байтами: всё равно читается")
    void encodingIsGuessed(String charset) {
        String words = "Здравствуйте! Во дворе нашего дома третью неделю не вывозят мусор, контейнеры переполнены.";
        byte[] raw = ("From: Иван Петров <ivan@example.org>\r\nSubject: Не вывозят мусор\r\n\r\n" + words)
                .getBytes(Charset.forName(charset));
        Letter letter = LetterReader.read(raw);

        assertThat(letter.text()).isEqualTo("Не вывозят мусор\n\n" + words);
        assertThat(letter.from()).isEqualTo(new Letter.Sender("Иван Петров", "ivan@example.org"));
    }

    @Test
    @DisplayName("названная кодировка неверна: верят байтам")
    void wrongEncodingIsNotBelieved() {
        String words = "Яма на улице Ленина у дома 5, машины объезжают по тротуару.";
        for (String declared : List.of("us-ascii", "iso-8859-1", "x-unknown", "utf-8", "cp1251", "win-1251")) {
            byte[] raw = bytes(
                    "From: a@example.org\r\nContent-Type: text/plain; charset=" + declared
                            + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n",
                    words.getBytes(Charset.forName("windows-1251")));
            assertThat(LetterReader.read(raw).text()).as(declared).isEqualTo(words);
        }
    }

    @Test
    @DisplayName("ответ: история переписки отрезана, всё письмо сохранено")
    void historyIsCut() {
        for (String history : List.of(
                "\n\n> Здравствуйте! Яму заделают.\n> Отдел благоустройства",
                "\n\n23.11.2026 10:15, МЦУ <mcu@example.org> пишет:\n> Здравствуйте! Яму заделают.",
                "\n\nпн, 23 нояб. 2026 г. в 10:15, МЦУ Рубцовск <mcu@example.org>:\nпишет:\n\n> Яму заделают.",
                "\n\n-----Original Message-----\nFrom: МЦУ\nSent: Monday\nTo: Иван\n\nЯму заделают.",
                "\n\nОт: МЦУ <mcu@example.org>\nОтправлено: 23 ноября 2026 г. 10:15\nКому: Иван\nТема: Ответ\n\nЯму заделают.",
                "\n\nOn Mon, Nov 23, 2026 at 10:15 AM MCU <mcu@example.org> wrote:\n\n> Яму заделают.")) {
            Letter letter =
                    LetterReader.read(utf8("From: a@example.org\nIn-Reply-To: <x1@example.org>\nSubject: Re: Ответ\n"
                            + "Content-Type: text/plain; charset=utf-8\n\nНо яму так и не заделали. Он пишет: ждите."
                            + history));
            assertThat(letter.text()).as(history).isEqualTo("Но яму так и не заделали. Он пишет: ждите.");
            assertThat(letter.original()).as(history).contains("Яму заделают.");
            assertThat(letter.references()).containsExactly("<x1@example.org>");
        }
    }

    @Test
    @DisplayName("ответ между строк и первое письмо с цитатой остаются целиком")
    void quotesWithinWordsStay() {
        String between = "> Когда заделают?\nЗавтра обещали.\n> А свет?\nСвета нет.";
        Letter reply = LetterReader.read(utf8("From: a@example.org\nIn-Reply-To: <x1@example.org>\n"
                + "Content-Type: text/plain; charset=utf-8\n\n" + between));
        Letter first = LetterReader.read(utf8("From: a@example.org\nContent-Type: text/plain; charset=utf-8\n\n"
                + "Мне ответили так:\n> обращайтесь в суд"));

        assertThat(reply.text()).isEqualTo(between);
        assertThat(first.text()).contains("> обращайтесь в суд");
    }

    @Test
    @DisplayName("письмо-страница: текст без разметки и без цитаты")
    void pagesBecomeWords() {
        Letter letter = LetterReader.read(utf8("From: a@example.org\nIn-Reply-To: <x1@example.org>\n"
                + "Content-Type: text/html; charset=utf-8\n\n<style>p{}</style><script>x()</script><p>Спасибо,&nbsp;но</p>"
                + "<div>света нет</div><div class=\"gmail_quote\">Здравствуйте! Свет дадут.</div>"));

        assertThat(letter.text()).isEqualTo("Спасибо, но\nсвета нет");
        assertThat(letter.original()).contains("Свет дадут");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-replied|Автоответ",
                "Auto-Submitted: auto-generated (vacation)|Автоответ",
                "X-Autoreply: yes|Автоответ",
                "Precedence: bulk|Рассылка",
                "Return-Path: <>|Уведомление почтового сервера",
                "Content-Type: multipart/report; boundary=b|Уведомление почтового сервера"
            })
    @DisplayName("автоответы, рассылки и уведомления узнаются")
    void programsAreRecognised(String header, String reason) {
        assertThat(LetterReader.read(utf8("From: a@example.org\n" + header + "\n\nМеня нет на месте."))
                        .automatic())
                .isEqualTo(reason);
        assertThat(LetterReader.read(utf8("From: a@example.org\nAuto-Submitted: no\n\nЯма."))
                        .automatic())
                .isNull();
        assertThat(LetterReader.read(utf8("From: Mail Delivery <MAILER-DAEMON@example.org>\n\nUndelivered"))
                        .automatic())
                .isEqualTo("Уведомление почтового сервера");
    }

    @Test
    @Timeout(10)
    @DisplayName("3000 частей, вложенных друг в друга или рядом, отвергаются сразу и почти без памяти")
    void thousandsOfPartsAreRefusedQuickly() {
        String nested = IntStream.range(0, 3000)
                .mapToObj(i -> "Content-Type: multipart/mixed; boundary=\"b" + i + "\"\r\n\r\n--b" + i + "\r\n")
                .collect(Collectors.joining());
        String beside = "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n".repeat(3000) + "--b--\r\n";
        String messages = "Content-Type: message/rfc822\r\n\r\n".repeat(3000) + "text";

        long before = allocated();
        assertThatThrownBy(() -> LetterReader.read(utf8("From: a@example.org\r\n" + nested)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("глубже 20");
        assertThatThrownBy(() -> LetterReader.read(utf8("From: a@example.org\r\n" + beside)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("больше 200 частей");
        assertThat(LetterReader.read(utf8("From: a@example.org\r\n" + messages)).files())
                .hasSize(1);
        assertThat(allocated() - before).as("bytes allocated").isLessThan(64L << 20);
    }

    @Test
    @Timeout(20)
    @DisplayName("страница в 20 МБ тегов, заголовок в 20 МБ и обрубленное письмо не валят программу")
    void hugeAndBrokenLettersAreSurvived() {
        String page = "From: a@example.org\r\nContent-Type: text/html\r\n\r\n" + "<div>".repeat(4_000_000) + "яма";
        assertThat(LetterReader.read(utf8(page)).text()).doesNotContain("div");
        assertThatThrownBy(() -> LetterReader.read(
                        utf8("From: a@example.org\r\nX-Long: " + "x".repeat(20 << 20) + "\r\n\r\nтекст")))
                .isInstanceOf(Unreadable.class);
        assertThat(LetterReader.read(
                                utf8("From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                                        + "Content-Type: text/plain; charset=utf-8\r\n\r\nПисьмо оборва"))
                        .text())
                .isEqualTo("Письмо оборва");
        assertThat(LetterReader.read(new byte[0]).text()).isEmpty();
        assertThat(LetterReader.read(utf8("\0\1\2\3 это не письмо")).from()).isNull();
    }

    @Test
    @Timeout(20)
    @DisplayName("текст в мегабайты сокращается до начала")
    void longTextsAreShortened() {
        Letter letter = LetterReader.read(
                utf8("From: a@example.org\r\nIn-Reply-To: <x@y>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                        + "> ай\r\nОн пишет: да".repeat(300_000)));

        assertThat(letter.text()).hasSizeLessThan(100_000).endsWith("целиком оно в почтовом ящике.)");
    }

    @Test
    @Timeout(30)
    @DisplayName("случайная порча настоящих писем никогда не даёт неожиданной ошибки")
    void damagedLettersAreReadOrRefused() throws IOException {
        assumeThat(REAL).as("нет файлов с письмами").exists();
        var random = new java.util.Random(42);
        try (Stream<Path> letters = Files.list(REAL)) {
            for (Path file : letters.sorted().toList()) {
                byte[] letter = Files.readAllBytes(file);
                for (int i = 0; i < 30; i++) {
                    byte[] damaged = letter.clone();
                    for (int j = 0; j < 20; j++) {
                        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                    }
                    try {
                        assertThat(LetterReader.read(damaged)).isNotNull();
                    } catch (Unreadable refused) {
                        assertThat(refused).hasMessageContaining("почтовом ящике");
                    }
                }
            }
        }
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static double russianShare(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long russian = text.codePoints()
                .filter(c -> c >= 'А' && c <= 'я' || c == 'ё' || c == 'Ё')
                .count();
        return (double) russian / letters;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String head, byte[] body) {
        byte[] start = utf8(head);
        byte[] all = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
