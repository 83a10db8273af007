package ru.mcu.structuring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Отпечаток для поиска повторов")
class FingerprintTests {

    private static final String TEXT =
            "Во дворе дома на улице Светлова третью неделю не вывозят мусор, контейнеры переполнены, запах стоит ужасный,"
                    + " дети играют рядом с этой помойкой";

    @Test
    @DisplayName("регистр, «ё», знаки и пробелы не меняют точный отпечаток")
    void spellingDoesNotMatter() {
        Fingerprint one = Fingerprint.of("Ещё раз: ЯМА на дороге!");
        Fingerprint two = Fingerprint.of("еще раз, яма\n на дороге");
        assertThat(one).isEqualTo(two);
        assertThat(one.exact()).hasSize(64);
        assertThat(one.exact()).isNotEqualTo(Fingerprint.of("яма на дороге").exact());
    }

    @Test
    @DisplayName("слегка переписанное сообщение похоже, чужое нет")
    void rewordingsAreNear() {
        Fingerprint original = Fingerprint.of(TEXT);
        Fingerprint reworded = Fingerprint.of("Добрый день! "
                + TEXT.replace("третью неделю", "уже третью неделю").replace("ужасный", "ужасающий")
                + ". Прошу помочь, спасибо заранее");
        Fingerprint foreign = Fingerprint.of("Автобус двенадцатого маршрута утром не приехал, водитель нагрубил"
                + " пассажирам, расписание на остановке давно сорвано, дозвониться до перевозчика нельзя");
        assertThat(original.similarity(reworded)).isGreaterThan(0.8);
        assertThat(original.similarity(foreign)).isLessThan(0.7);
        assertThat(original.similarity(original)).isEqualTo(1);
        assertThat(reworded.exact()).isNotEqualTo(original.exact());
    }

    @Test
    @DisplayName("короткие сообщения сравниваются только дословно")
    void shortTextsAreComparedExactlyOnly() {
        Fingerprint pit = Fingerprint.of("Яма на дороге");
        assertThat(pit.near()).isZero();
        assertThat(pit.similarity(Fingerprint.of("Яма на тротуаре"))).isZero();
        assertThat(pit.similarity(Fingerprint.of("яма на дороге!"))).isEqualTo(1);
        assertThat(Fingerprint.of("").near()).isZero();
    }

    @Test
    @DisplayName("отпечаток не меняется от запуска к запуску: он хранится в базе")
    void theNearKeyIsStable() {
        assertThat(Fingerprint.of(TEXT).near())
                .isEqualTo(
                        Fingerprint.of(TEXT.toUpperCase(java.util.Locale.ROOT)).near());
        assertThat(Fingerprint.of("один два три четыре пять шесть семь").near()).isEqualTo(6256739804975741374L);
    }
}
