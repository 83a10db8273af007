package ru.mcu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Проверка успевает за набором текста")
class SpeedTests {

    @Test
    void aDraftOfTwoThousandCharactersIsCheckedInFiveMilliseconds() {
        var paragraph = "Здравствуйте, Мария Петровна! Дорожная служба засыпала яму 20 ноября у дома 5 по улице Ленина."
                + " В рамках контракта уборку ведёт УЖКХ, телефон 8 (38557) 1-23-45, сайт https://www.gosuslugi.ru."
                + " Работу принял начальник отдела Петров Иван Сергеевич. Обращение № 168007433 закрыто. ";
        var draft = new DraftText(
                paragraph.repeat(9).substring(0, 2000),
                "vk",
                true,
                false,
                DraftKind.ANSWER,
                Outcome.SOLVED,
                null,
                null,
                "Мария Петрова",
                "1. Когда засыплют яму? 2. Кто отвечает?",
                false);
        var threads = ManagementFactory.getThreadMXBean();
        var checker = Standards.checker();
        for (int i = 0; i < 600; i++) {
            assertThat(checker.check(draft)).isNotEmpty();
        }
        var microseconds = new long[200];
        for (int i = 0; i < microseconds.length; i++) {
            long start = threads.getCurrentThreadCpuTime();
            checker.check(draft);
            microseconds[i] = (threads.getCurrentThreadCpuTime() - start) / 1_000;
        }
        Arrays.sort(microseconds);
        System.out.println("2000 characters: median " + microseconds[100] + " us, 95 % " + microseconds[190] + " us");
        assertThat(microseconds[100]).isLessThan(5_000);
    }
}
