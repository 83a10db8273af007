package ru.mcu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Поиск личных данных")
class PersonalDataDetectorTests {

    private final PersonalDataDetector detector = Standards.detector();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Звоните 8 (38557) 9-23-45 вечером | 8 (38557) 9-23-45 | PHONE",
                "тел.89051234567 | 89051234567 | PHONE",
                "номер +7 (905) 123-45-67, спросить | +7 (905) 123-45-67 | PHONE",
                "мой 905 123 45 67 | 905 123 45 67 | PHONE",
                "мой 9051234567. | 9051234567 | PHONE",
                "8-905-123-45-67 | 8-905-123-45-67 | PHONE",
                "8.905.123.45.67 | 8.905.123.45.67 | PHONE",
                "8–905–123–45–67 | 8–905–123–45–67 | PHONE",
                "8 905 123&nbsp;45&nbsp;67 | 8 905 123&nbsp;45&nbsp;67 | PHONE",
                "8 9О5 12З-45-67 буквы | 8 9О5 12З-45-67 | PHONE",
                "８９０５１２３４５６７ широкие | ８９０５１２３４５６７ | PHONE",
                "из Минска +375 29 123-45-67 | +375 29 123-45-67 | PHONE",
                "В 2021-2022 году звонил 8 905 123 45 67 | 8 905 123 45 67 | PHONE",
                "дом 5 89051234567 | 89051234567 | PHONE",
                "городской 1-23-46 | 1-23-46 | PHONE",
                "по номеру (55-47-60) молчат | 55-47-60 | PHONE",
                "тел. 27-12-44 | 27-12-44 | PHONE",
                "тел. 271244 | 271244 | PHONE",
                "(8652) 29-12-44 | (8652) 29-12-44 | PHONE",
                "пишите masha.i+dom@mail.ru, жду | masha.i+dom@mail.ru | EMAIL",
                "пишите mаsha@mail.ru | mаsha@mail.ru | EMAIL",
                "почта вася@пример.рф | вася@пример.рф | EMAIL",
                "masha (собака) mail.ru | masha (собака) mail.ru | EMAIL",
                "masha[at]mail.ru | masha[at]mail.ru | EMAIL",
                "СНИЛС 112-233-445 95 | 112-233-445 95 | SNILS",
                "снилс 11223344595 | 11223344595 | SNILS",
                "мой 112-233-445-95 | 112-233-445-95 | SNILS",
                "ИНН 500100732259 | 500100732259 | INN",
                "без слова 500100732259 тоже | 500100732259 | INN",
                "карта 4276 1234 5678 9010 | - | -",
                "карта 4111 1111 1111 1111, Сбер | 4111 1111 1111 1111 | CARD",
                "карта 4111111111111111 | 4111111111111111 | CARD",
                "паспорт серия 07 12 № 345678 | 07 12 № 345678 | PASSPORT",
                "паспорт 0712 345678 выдан | 0712 345678 | PASSPORT",
                "07 12 345678 | 07 12 345678 | PASSPORT",
                "ул. Ленина, д. 5, кв. 5 | кв. 5 | FLAT",
                "Аэродромная 7 кв 42 | кв 42 | FLAT",
                "63а.кв.39 | кв.39 | FLAT",
                "в квартире № 12а | квартире № 12а | FLAT",
                "проживает по адресу: ул. Мира, д. 7 | ул. Мира, д. 7 | ADDRESS",
                "домашний адрес: Садовая 12б | Садовая 12б | ADDRESS",
                "дочь 12.09.2018 г.р. | 12.09.2018 | BIRTH_DATE",
                "мама 07.02.1942 года рождения | 07.02.1942 | BIRTH_DATE",
                "Жалоба от Иванова Мария Петровна | Иванова Мария Петровна | FULL_NAME",
                "Иванова Мария Петровна. | Иванова Мария Петровна | FULL_NAME",
                "передать Марии Петровне Ивановой | Марии Петровне Ивановой | FULL_NAME",
                "ИВАНОВ ИВАН ИВАНОВИЧ | ИВАНОВ ИВАН ИВАНОВИЧ | FULL_NAME",
                "пишет иванова мария петровна | иванова мария петровна | FULL_NAME",
                "сосед Иванoв Иван Петрович | Иванoв Иван Петрович | FULL_NAME",
                "Короткая Анна Ильинична | - | -",
                "Прошу ответить: Короткая Анна Ильинична | Короткая Анна Ильинична | FULL_NAME",
            })
    void findsPersonalData(String text, String found, String kind) {
        var spans = detector.find(text);
        if (found.equals("-")) {
            assertThat(spans).isEmpty();
        } else {
            assertThat(spans).hasSize(1);
            var span = spans.get(0);
            assertThat(text.substring(span.from(), span.to())).isEqualTo(found);
            assertThat(span.kind()).isEqualTo(PersonalDataKind.valueOf(kind));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Звоните 8 (38557) 1-23-45, это единая дежурная служба",
                "Звоните +7 38557 1 23 45",
                "В Рубцовске телефон 1-23-45",
                "Звоните 112 или 103",
                "Горячая линия 8-800-100-00-00",
                "Диспетчерская: 8 (38557) 9-87-65",
                "Обращение № 168007433 от 20.10.2021",
                "номер обращения 46-2021-3283 от 20.10.2021",
                "ГОСТ Р 50597-2017, ГОСТ Р 52289-2019",
                "в размере 500-1000 рублей",
                "потратили 9 051 234 567 рублей",
                "в 2021-2022 годах и 12-05-24",
                "с 8-00 до 17-00, перерыв 12-00-13-00",
                "доска 10-15-20 см",
                "https://vk.com/topic-55805653_28755667?id=89051234567",
                "координаты 51.750302, 36.174292",
                "площадь 50 кв. м и 120 кв.м",
                "в 1 кв. 2026 года и 4 кв 2027",
                "дом на 60 квартир, ул. Ленина, д. 5",
                "ИНН организации 7707083893",
                "счёт 12345678901234",
                "Улица Ивана Франко, проспект Карла Маркса",
                "улица Александра Сергеевича Пушкина",
                "школа имени Николая Ивановича Короткова",
                "Глава города Иванов Иван Петрович",
                "Иванов Иван Петрович, начальник отдела",
                "Уважаемая Мария Петровна!",
                "Здравствуйте Мария Петровна",
                "Благодарим Марию Петровну за письмо",
                "Доброе утро, Анна Сергеевна. Снег убрали",
                "площадь Победы и Дворец культуры",
                "пишите на dezhurny@gosuslugi.ru",
            })
    void leavesOrdinaryTextAlone(String text) {
        assertThat(detector.find(text)).isEmpty();
    }

    @Test
    void masksEveryFindAndMaskingTwiceChangesNothing() {
        var masked = detector.mask(
                "Мария Петровна Иванова, ул. Ленина, д. 5, кв. 12, тел. +7 905 123-45-67, masha@mail.ru, СНИЛС 112-233-445 95");
        assertThat(masked)
                .isEqualTo(
                        "[ФИО скрыто], ул. Ленина, д. 5, [номер квартиры скрыт], тел. [телефон скрыт], [почта скрыта],"
                                + " СНИЛС [СНИЛС скрыт]");
        assertThat(detector.mask(masked)).isEqualTo(masked);
    }

    @Test
    void marksOfEveryKindAreNotPersonalData() {
        for (var kind : PersonalDataKind.values()) {
            assertThat(detector.find("Текст " + kind.mark() + " текст")).isEmpty();
        }
    }

    @Test
    void contactsOfTheDirectoryJoinTheAllowList() {
        var withDirectory = Standards.detector(new OwnContacts() {
            @Override
            public Collection<String> phones() {
                return List.of("8-905-123-45-67");
            }

            @Override
            public Collection<String> emails() {
                return List.of("Priem@Gorod.ru");
            }
        });
        var text = "Приёмная +7 (905) 123-45-67, priem@gorod.ru";
        assertThat(withDirectory.find(text)).isEmpty();
        assertThat(detector.find(text)).hasSize(2);
    }

    @Test
    void offsetsPointIntoTheOriginalBehindInvisibleCharactersAndEmoji() {
        var text = "\u200b\uD83D\uDE00 те\u00adл. 8\u00a0905\u200b 123-45-67 конец";
        var span = detector.find(text).get(0);
        assertThat(text.substring(span.from(), span.to())).isEqualTo("8\u00a0905\u200b 123-45-67");
    }

    @Test
    void anEmptyTextHoldsNothing() {
        assertThat(detector.find("")).isEmpty();
        assertThat(detector.mask("")).isEmpty();
    }
}
