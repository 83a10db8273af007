package ru.mcu.structuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Предложение темы")
class TopicSuggesterTests {

    private static final Path DATA = Path.of("../shared/data");
    private final TopicSuggester suggester =
            new TopicSuggester(TopicCatalog.load(Path.of("config/classifiers/topics.yml")));

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("тема узнаётся по словам")
    @CsvSource(
            delimiter = '|',
            value = {
                "Огромная яма на дороге, асфальт провалился | roads.potholes",
                "Третий день нет горячей воды | water.hot",
                "Во дворе бегает стая собак, кидаются на детей | animals.stray",
                "Не горят фонари на всей улице, очень темно | lighting.broken",
                "Не вывозят мусор, контейнеры переполнены | waste.collection",
                "Автобус 12 маршрута ходит не по расписанию | transport.schedule",
                "В квартире 14 градусов, батареи холодные | heat.none",
                "Дорогу от снега не чистили, сугробы | snow.roads",
                "Не могу записаться к врачу, в поликлинике нет талонов | health.appointment",
                "Открытый люк посреди тротуара | improvement.manholes",
                "Отказали в пособии, соцзащита не отвечает | social.payments",
                "Как дела | other.general",
            })
    void topicsAreToldByWords(String text, String code) {
        TopicSuggestion suggestion = suggester.suggest(text, null, null);
        assertThat(suggestion.topicCode()).as(suggestion.toString()).isEqualTo(code);
        assertThat(suggestion.confidence()).isBetween(0.0, 1.0);
        assertThat(suggester.suggest(text, null, null)).isEqualTo(suggestion);
    }

    @Test
    @DisplayName("объяснение называет найденные слова")
    void theReasonNamesTheWords() {
        TopicSuggestion suggestion = suggester.suggest("Ямы, асфальта нет совсем", null, null);
        assertThat(suggestion.why()).isEqualTo("нашлись слова: яма, асфальт…");
        assertThat(suggester.suggest("ага", null, null).why()).isEqualTo("знакомых слов не нашлось");
    }

    @Test
    @DisplayName("тема системы-источника важнее слов, группа источника ограничивает выбор")
    void theSourceSystemWins() {
        TopicSuggestion named =
                suggester.suggest("Третий день нет горячей воды", "★ Стихийные свалки в городе/в парках/в лесу", "ЖКХ");
        assertThat(named.topicCode()).isEqualTo("waste.dumps");
        assertThat(named.confidence()).isEqualTo(1);
        assertThat(named.why()).contains("Стихийные свалки");
        TopicSuggestion group = suggester.suggest("автобус сбил светофор", "Незнакомая тема", "Дороги");
        assertThat(group.topicCode()).isEqualTo("roads.signs");
        assertThat(suggester
                        .suggest("Третий день нет горячей воды", "Незнакомая", "")
                        .topicCode())
                .isEqualTo("water.hot");
    }

    @Test
    @DisplayName("почти все названия тем ИМ и ПОС узнаются по синонимам")
    void sourceNamesAreCovered() throws Exception {
        Path im = DATA.resolve("classifier/im-topics-to-groups.json");
        Path pos = DATA.resolve("classifier/pos-themes.json");
        assumeThat(im).as("нет классификаторов").exists();
        List<String> names = new ArrayList<>();
        new JsonMapper().readTree(im.toFile()).fieldNames().forEachRemaining(names::add);
        for (JsonNode theme : new JsonMapper().readTree(pos.toFile()).get("themes")) {
            names.add(theme.get("theme").asText());
        }
        List<String> unknown =
                names.stream().filter(name -> suggester.named(name) == null).toList();
        System.out.printf(
                "Синонимы узнают %d названий из %d, не узнаны: %s%n",
                names.size() - unknown.size(), names.size(), unknown);
        assertThat(unknown.size()).isLessThan(names.size() / 20);
    }

    @Test
    @DisplayName("на двух тысячах настоящих сообщений группа угадывается не хуже достигнутого")
    void theGroupIsMostlyRight() throws Exception {
        Path texts = DATA.resolve("texts/pos-messages-2000.csv");
        assumeThat(texts).as("нет примеров сообщений").exists();
        int[] right = new int[2];
        int[] all = new int[2];
        int[] silent = new int[2];
        int[] topicRight = new int[2];
        int[] sure = new int[2];
        int[] sureRight = new int[2];
        Map<String, Integer> errors = new TreeMap<>();
        List<List<String>> rows = rows(Files.readString(texts, StandardCharsets.UTF_8));
        for (int i = 1; i < rows.size(); i++) {
            TopicSuggestion truth = suggester.named(rows.get(i).get(2));
            if (truth == null) {
                continue;
            }
            // words were chosen by looking at the even half; the odd half was not looked at
            int half = (i - 1) % 2;
            TopicSuggestion guess =
                    suggester.suggest(TextCleaner.clean(rows.get(i).get(1)), null, null);
            boolean hit = guess.groupCode().equals(truth.groupCode());
            all[half]++;
            right[half] += hit ? 1 : 0;
            topicRight[half] += guess.topicCode().equals(truth.topicCode()) ? 1 : 0;
            silent[half] += guess.confidence() == 0 ? 1 : 0;
            if (guess.confidence() >= 0.5) {
                sure[half]++;
                sureRight[half] += hit ? 1 : 0;
            }
            if (!hit && half == 0) {
                errors.merge(truth.groupCode() + " → " + guess.groupCode(), 1, Integer::sum);
            }
        }
        for (int half = 0; half < 2; half++) {
            System.out.printf(
                    "Группа темы, %s половина: верно %.1f %% из %d (без ответа %.1f %%); тема верно %.1f %%; при уверенности от 0,5: %.1f %% из %d%n",
                    half == 0 ? "настроечная" : "проверочная",
                    100.0 * right[half] / all[half],
                    all[half],
                    100.0 * silent[half] / all[half],
                    100.0 * topicRight[half] / all[half],
                    100.0 * sureRight[half] / Math.max(1, sure[half]),
                    sure[half]);
        }
        System.out.println("Частые ошибки: "
                + errors.entrySet().stream()
                        .filter(entry -> entry.getValue() > 7)
                        .toList());
        assertThat(all[0] + all[1]).isGreaterThan(1_900);
        assertThat((double) right[1] / all[1]).isGreaterThan(0.72);
    }

    @Test
    @DisplayName("враждебный текст предельной длины не задерживает")
    void hostileTextsAreSortedInTime() {
        for (String unit : List.of("яма ", "горячая ", "не горит ", "а ", "снегоочистительный ", "вода")) {
            String text = unit.repeat(TextCleaner.MAX_CHARS / unit.length());
            assertTimeoutPreemptively(
                    Duration.ofSeconds(8),
                    () -> assertThat(suggester.suggest(text, text, text)).isNotNull(),
                    unit);
        }
    }

    /** A minimal reader of the quoted sample. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
