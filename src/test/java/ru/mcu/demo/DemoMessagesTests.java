package ru.mcu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.mcu.platform.Channel;

@DisplayName("Сообщения для показа")
class DemoMessagesTests {

    private static final Pattern MARKUP = Pattern.compile("<[^>]*>|\\{[^}]*}");

    private final List<DemoMessage> all = DemoMessages.all();

    @Test
    @DisplayName("их не меньше шестидесяти, они стоят на всех этапах и пришли по всем каналам")
    void everyStageAndEveryChannel() {
        assertThat(all).hasSizeGreaterThanOrEqualTo(60);
        assertThat(all).extracting(DemoMessage::stage).contains(Stage.values());
        assertThat(DemoMessages.some(62))
                .hasSizeBetween(60, 66)
                .extracting(DemoMessage::stage)
                .contains(Stage.values());
        assertThat(all)
                .extracting(DemoMessage::channel)
                .contains(
                        Channel.IM,
                        Channel.VK,
                        Channel.TELEGRAM,
                        Channel.OK,
                        Channel.MAX,
                        Channel.MAIL,
                        Channel.POS,
                        Channel.PHONE,
                        Channel.VISIT,
                        Channel.PAPER);
        assertThat(all).extracting(DemoMessage::key).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("тексты не повторяются, кроме дубликатов, названных дубликатами")
    void textsRepeatOnlyWhereTheySaySo() {
        Map<String, DemoMessage> byText = new HashMap<>();
        for (DemoMessage message : all) {
            DemoMessage other = message.text().isBlank() ? null : byText.putIfAbsent(message.text(), message);
            if (other != null) {
                assertThat(message.same()).as(message.key()).isEqualTo(other.key());
            }
        }
        Set<String> seen = new HashSet<>();
        for (DemoMessage message : all) {
            seen.add(message.key());
            Stream.of(message.parent(), message.same())
                    .filter(Objects::nonNull)
                    .forEach(key -> assertThat(seen).as(message.key()).contains(key));
        }
    }

    @Test
    @DisplayName("написаны по-русски, без адресов почты и с телефонами, которых не бывает")
    void russianAndNobodysData() {
        for (DemoMessage message : all) {
            for (String text : texts(message)) {
                String plain = MARKUP.matcher(text).replaceAll(" ");
                assertThat(plain)
                        .as(message.key())
                        .doesNotContainPattern("[A-Za-z]")
                        .doesNotContain("@");
            }
            assertThat(message.text().replaceAll("[^0-9]+", " "))
                    .as("phones of %s", message.key())
                    .doesNotContainPattern("\\b[78] 9(?!00 000)\\d\\d");
            if (message.contact() != null) {
                assertThat(message.contact()).startsWith("+7 900 000-00-");
            }
        }
    }

    @Test
    @DisplayName("среди них короткие и длинные, с разметкой, с обратными кавычками и с телефонами")
    void variedLikeRealOnes() {
        assertThat(all).anyMatch(message -> message.text().contains("<br>"));
        assertThat(all).anyMatch(message -> message.text().contains("`"));
        assertThat(all).anyMatch(message -> message.text().contains("8-900-000"));
        assertThat(all).anyMatch(message -> message.text().length() > 400);
        assertThat(all)
                .anyMatch(message -> !message.text().isBlank() && message.text().length() < 80);
    }

    private static List<String> texts(DemoMessage message) {
        return Stream.concat(
                        Stream.of(
                                message.text(),
                                message.answer(),
                                message.question(),
                                message.reply(),
                                message.reason(),
                                message.comment(),
                                message.author()),
                        Stream.concat(message.questions().stream(), message.remarks().stream()))
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
    }
}
