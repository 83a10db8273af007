package ru.mcu.message.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ru.mcu.directory.City;
import ru.mcu.directory.internal.Profiles;
import ru.mcu.message.AnswerOutcome;
import ru.mcu.message.Priority;
import ru.mcu.platform.Channel;

/** The tables against the figures of the regulation, row by row; each rule of each table is asked for at least once. */
@DisplayName("Таблицы решений")
class DecisionTablesTests {

    private static final List<String> STEPS = List.of("assign", "draft", "review", "cur", "publish", "total", "facts");

    @Nested
    @DisplayName("Нормы сроков")
    class DeadlineNorms {

        private final DecisionTable table = new DecisionTable("deadline-norms.dmn");

        @ParameterizedTest(name = "{0}, приоритет {1}, порядок {2}")
        @CsvSource(delimiter = '|', textBlock = """
                social     | normal   | message   | 1 рч   | 4 рч  | 1 рч    | 1 рч    | 1 рч    | 8 рч  | 2 рч
                mail       | normal   | message   | 1 рч   | 4 рч  | 1 рч    | 1 рч    | 1 рч    | 8 рч  | 2 рч
                social     | high     | message   | 0.5 рч | 2 рч  | 0.5 рч  | 0.5 рч  | 0.5 рч  | 4 рч  | 1 рч
                mail       | high     | message   | 0.5 рч | 2 рч  | 0.5 рч  | 0.5 рч  | 0.5 рч  | 4 рч  | 1 рч
                social     | resonant | message   | 0.25 ч | 1 ч   | 0.25 ч  | 0.25 ч  | 0.25 ч  | 2 ч   | 0.5 ч
                mail       | resonant | message   | 0.25 ч | 1 ч   | 0.25 ч  | 0.25 ч  | 0.25 ч  | 2 ч   | 0.5 ч
                pos        | resonant | message   | 0.25 ч | 1 ч   | 0.25 ч  | 0.25 ч  | 0.25 ч  | 2 ч   | 0.5 ч
                directLine | resonant | message   | 0.25 ч | 1 ч   | 0.25 ч  | 0.25 ч  | 0.25 ч  | 2 ч   | 0.5 ч
                pos        | normal   | fastTrack | 1 рд   | 5 кд  | 1 кд    | 1 кд    | 1 кд    | 10 кд | 2.5 кд
                pos        | resonant | fastTrack | 1 рд   | 5 кд  | 1 кд    | 1 кд    | 1 кд    | 10 кд | 2.5 кд
                pos        | normal   | message   | 1 рд   | 20 кд | 3 кд    | 2 кд    | 1 кд    | 30 кд | 10 кд
                pos        | high     | message   | 1 рд   | 20 кд | 3 кд    | 2 кд    | 1 кд    | 30 кд | 10 кд
                pos        | normal   | formal59  | 3 кд   | 20 кд | 3 кд    | 2 кд    | 1 кд    | 30 кд | 10 кд
                mail       | normal   | formal59  | 3 кд   | 20 кд | 3 кд    | 2 кд    | 1 кд    | 30 кд | 10 кд
                mail       | resonant | formal59  | 3 кд   | 20 кд | 3 кд    | 2 кд    | 1 кд    | 30 кд | 10 кд
                directLine | normal   | message   | 3 рд   | 4 рч  | 1 рч    | 1 рч    | 1 рч    | 4 рд  | 2 рч
                """)
        @DisplayName("срок каждого шага")
        void everyStepHasItsNorm(
                String channelGroup,
                String priority,
                String regime,
                String assign,
                String draft,
                String review,
                String cur,
                String publish,
                String total,
                String facts) {
            Map<String, String> norms = new LinkedHashMap<>();
            STEPS.forEach(step -> norms.put(step, norm(channelGroup, priority, regime, step)));

            assertThat(norms.values()).containsExactly(assign, draft, review, cur, publish, total, facts);
        }

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({
            "rework, 1 рч",
            "interimFinal, 7 рд",
            "clarification, 3 рд",
            "notCompetent, 0.5 рч",
            "surveyReminder, 3 кд",
            "surveyExpiry, 7 кд",
            "survey, 2 рд"
        })
        @DisplayName("общие нормы одинаковы для всех каналов, приоритетов и порядков")
        void crossCuttingNormsHoldEverywhere(String step, String expected) {
            for (Map<String, Object> kind : kinds()) {
                assertThat(norm(kind, step)).isEqualTo(expected);
            }
        }

        @Test
        @DisplayName("ни одно правило не лишнее, у каждого срока назван источник")
        void everyRuleFiresAndNamesItsSource() {
            List<String> steps = new ArrayList<>(STEPS);
            steps.addAll(List.of(
                    "rework",
                    "interimFinal",
                    "clarification",
                    "notCompetent",
                    "surveyReminder",
                    "surveyExpiry",
                    "survey"));
            for (Map<String, Object> kind : kinds()) {
                for (String step : steps) {
                    assertThat(String.valueOf(table.ask(with(kind, step)).get("source")))
                            .isNotBlank();
                }
            }
            assertThat(table.silentRules()).isEmpty();
        }

        private List<Map<String, Object>> kinds() {
            List<Map<String, Object>> kinds = new ArrayList<>();
            for (String channelGroup : List.of("social", "mail", "pos", "directLine")) {
                for (Priority priority : Priority.values()) {
                    for (String regime : List.of("message", "fastTrack", "formal59")) {
                        kinds.add(Map.of("channelGroup", channelGroup, "priority", priority.code(), "regime", regime));
                    }
                }
            }
            return kinds;
        }

        private String norm(String channelGroup, String priority, String regime, String step) {
            return norm(Map.of("channelGroup", channelGroup, "priority", priority, "regime", regime), step);
        }

        private String norm(Map<String, Object> kind, String step) {
            Map<String, Object> row = table.ask(with(kind, step));
            String unit =
                    switch (String.valueOf(row.get("unit"))) {
                        case "рабочие часы" -> "рч";
                        case "рабочие дни" -> "рд";
                        case "календарные дни" -> "кд";
                        case "часы" -> "ч";
                        default -> "неизвестная единица " + row.get("unit");
                    };
            return new BigDecimal(String.valueOf(row.get("amount")))
                            .stripTrailingZeros()
                            .toPlainString() + " " + unit;
        }

        private Map<String, Object> with(Map<String, Object> kind, String step) {
            Map<String, Object> inputs = new HashMap<>(kind);
            inputs.put("step", step);
            return inputs;
        }
    }

    @Nested
    @DisplayName("Кому сообщить о сроке")
    class EscalationPolicy {

        private final DecisionTable table = new DecisionTable("escalation-policy.dmn");

        @ParameterizedTest(name = "{0}, {1}, взята: {2} → {3}")
        @CsvSource({
            // the norm has not passed yet
            "userTask_draftAnswer, warning, true, assignee",
            "userTask_draftAnswer, warning, false, head",
            // 100 % of the norm: the head; 150 %: the curator, and of a body's work the leader of its block too
            "userTask_draftAnswer, overdue, true, head",
            "userTask_draftAnswer, overdue, false, head",
            "userTask_draftAnswer, critical, true, 'blockLead,curator'",
            "userTask_draftAnswer, critical, false, 'blockLead,curator'",
            "userTask_provideFacts, critical, true, 'blockLead,curator'",
            "userTask_reviewAnswer, critical, true, curator",
            "userTask_reviewAnswer, overdue, true, head",
            // the decision of the ЦУР is nobody else's; the head decides by a task of his own
            "userTask_approveByCur, warning, false, cur",
            "userTask_approveByCur, overdue, false, cur",
            "userTask_approveByCur, overdue, true, cur",
            "userTask_approveByCur, critical, false, cur",
            "userTask_decideWithoutCur, overdue, true, head",
            "userTask_decideWithoutCur, critical, true, curator",
            // a dispute is the curator's
            "userTask_resolveDispute, warning, false, curator",
            "userTask_resolveDispute, overdue, true, curator",
            "userTask_resolveDispute, critical, true, curator"
        })
        @DisplayName("предупреждение, просрочка и полторы нормы")
        void theRightPersonIsTold(String task, String event, boolean taken, String tell) {
            assertThat(table.ask(Map.of("task", task, "event", event, "taken", taken)))
                    .containsExactly(Map.entry("tell", tell));
        }

        @Test
        @DisplayName("ни одно правило не лишнее")
        void everyRuleFires() {
            for (String task : List.of(
                    "userTask_approveByCur",
                    "userTask_resolveDispute",
                    "userTask_draftAnswer",
                    "userTask_reviewAnswer")) {
                for (String event : List.of("warning", "overdue", "critical")) {
                    table.ask(Map.of("task", task, "event", event, "taken", true));
                    table.ask(Map.of("task", task, "event", event, "taken", false));
                }
            }
            assertThat(table.silentRules()).isEmpty();
        }
    }

    @Nested
    @DisplayName("Нужно ли согласование ЦУР")
    class CurApprovalPolicy {

        private final DecisionTable table = new DecisionTable("cur-approval-policy.dmn");

        @ParameterizedTest
        @EnumSource
        @DisplayName("Ставрополь: каждый ответ (IV.11.8)")
        void stavropolAsksAlways(Priority priority) {
            assertThat(required(Profiles.stavropol(), priority)).isTrue();
        }

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({"NORMAL, false", "HIGH, false", "RESONANT, true"})
        @DisplayName("Рубцовск: только резонансные")
        void rubtsovskAsksByPriority(Priority priority, boolean required) {
            assertThat(required(Profiles.rubtsovsk(), priority)).isEqualTo(required);
        }

        @Test
        @DisplayName("ни одно правило не лишнее")
        void everyRuleFires() {
            required(Profiles.stavropol(), Priority.NORMAL);
            required(Profiles.rubtsovsk(), Priority.NORMAL);
            required(Profiles.rubtsovsk(), Priority.RESONANT);
            assertThat(table.silentRules()).isEmpty();
        }

        private boolean required(City city, Priority priority) {
            return Boolean.TRUE.equals(
                    table.ask(Map.of("always", city.curApprovalAlways(), "priority", priority.code()))
                            .get("required"));
        }
    }

    @Nested
    @DisplayName("Спрашивать ли автора об ответе")
    class SurveyPolicy {

        private final DecisionTable table = new DecisionTable("survey-policy.dmn");

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({"solved, true", "explained, true", "planned, true", "refused, false", "'', false"})
        @DisplayName("опрос только там, где вопрос решён, объяснён или обещан срок")
        void onlyGoodEndsAreRated(String outcome, boolean allowed) {
            for (Channel channel : Channel.values()) {
                assertThat(table.ask(Map.of("outcome", outcome, "channel", channel.code())))
                        .containsExactly(Map.entry("allowed", allowed));
            }
            assertThat(outcome).satisfiesAnyOf(it -> assertThat(it).isEmpty(), it -> assertThat(
                            Arrays.stream(AnswerOutcome.values()).map(AnswerOutcome::code))
                    .contains(it));
        }

        @Test
        @DisplayName("ни одно правило не лишнее")
        void everyRuleFires() {
            table.ask(Map.of("outcome", "solved", "channel", "vk"));
            table.ask(Map.of("outcome", "", "channel", "vk"));
            assertThat(table.silentRules()).isEmpty();
        }
    }

    @Nested
    @DisplayName("Кто отвечает на сообщение")
    class ExecutorRouting {

        private final DecisionTable table = new DecisionTable("executor-routing.dmn");

        @ParameterizedTest(name = "{0}: {1} → {2}")
        @CsvSource(delimiter = '|', textBlock = """
                rubtsovsk | Водоснабжение и водоотведение | vodokanal
                rubtsovsk | Общественный транспорт        | trolleybus
                rubtsovsk | Дороги                        | housing
                rubtsovsk | ЖКХ                           | housing
                rubtsovsk | Благоустройство               | housing
                rubtsovsk | Мусор и ТКО                   | housing
                rubtsovsk | Освещение                     | housing
                rubtsovsk | Безнадзорные животные         | housing
                rubtsovsk | Снег и наледь                 | housing
                rubtsovsk | Теплоснабжение                | housing
                rubtsovsk | Экология                      | housing
                rubtsovsk | Образование                   | education
                rubtsovsk | Культура и спорт              | culture
                rubtsovsk | Торговля и строительство      | architecture
                rubtsovsk | Здравоохранение               | citizens
                rubtsovsk | Социальная защита             | citizens
                stavropol | Водоснабжение и водоотведение | vodokanal
                stavropol | Общественный транспорт        | trolleybus
                stavropol | Дороги                        | cityservices
                stavropol | ЖКХ                           | cityservices
                stavropol | Благоустройство               | cityservices
                stavropol | Мусор и ТКО                   | cityservices
                stavropol | Освещение                     | cityservices
                stavropol | Безнадзорные животные         | cityservices
                stavropol | Снег и наледь                 | cityservices
                stavropol | Теплоснабжение                | cityservices
                stavropol | Экология                      | cityservices
                stavropol | Образование                   | education
                stavropol | Культура и спорт              | culture
                stavropol | Социальная защита             | welfare
                stavropol | Торговля и строительство      | urban
                stavropol | Здравоохранение               | infopolicy
                """)
        @DisplayName("тема ведёт к органу, который есть в профиле города")
        void aTopicLeadsToABodyOfTheCity(String city, String topic, String body) {
            assertThat(executor(city, topic, null)).isEqualTo(body);
            assertThat(profile(city).bodies()).anyMatch(known -> known.code().equals(body));
        }

        @ParameterizedTest(name = "{0}, район {1}")
        @CsvSource({
            "Благоустройство, leninsky",
            "Благоустройство, oktyabrsky",
            "Благоустройство, promyshlenny",
            "Снег и наледь, leninsky",
            "Снег и наледь, oktyabrsky",
            "Снег и наледь, promyshlenny",
            "Безнадзорные животные, leninsky",
            "Безнадзорные животные, oktyabrsky",
            "Безнадзорные животные, promyshlenny"
        })
        @DisplayName("Ставрополь: дворы, снег и животные – администрации района")
        void stavropolsDistrictsAnswerForTheirYards(String topic, String district) {
            assertThat(executor("stavropol", topic, district)).isEqualTo(district);
            assertThat(executor("stavropol", "Дороги", district)).isEqualTo("cityservices");
        }

        @ParameterizedTest
        @CsvSource({"rubtsovsk", "stavropol"})
        @DisplayName("неизвестная тема – исполнителя нет, решает координатор")
        void anUnknownTopicGoesToTheCoordinator(String city) {
            assertThat(executor(city, "Полёты на Луну", null)).isEmpty();
            assertThat(executor(city, null, null)).isEmpty();
        }

        @Test
        @DisplayName("ни одно правило не лишнее")
        void everyRuleFires() {
            for (String topic : List.of(
                    "Водоснабжение и водоотведение",
                    "Общественный транспорт",
                    "Дороги",
                    "Образование",
                    "Культура и спорт",
                    "Торговля и строительство",
                    "Здравоохранение",
                    "Социальная защита",
                    "Полёты на Луну")) {
                executor("rubtsovsk", topic, null);
                executor("stavropol", topic, null);
            }
            for (String district : List.of("leninsky", "oktyabrsky", "promyshlenny")) {
                executor("stavropol", "Благоустройство", district);
            }
            assertThat(table.silentRules()).isEmpty();
        }

        private String executor(String city, @Nullable String topic, @Nullable String district) {
            Map<String, Object> inputs = new HashMap<>();
            inputs.put("city", city);
            inputs.put("topicGroup", topic);
            inputs.put("district", district);
            return String.valueOf(table.ask(inputs).get("executor"));
        }

        private City profile(String city) {
            return city.equals("stavropol") ? Profiles.stavropol() : Profiles.rubtsovsk();
        }
    }
}
