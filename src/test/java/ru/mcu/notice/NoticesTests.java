package ru.mcu.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.Letters;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.channel.BotCommands;
import ru.mcu.message.DeadlineEvent;
import ru.mcu.message.StepAttention;
import ru.mcu.message.StepTold;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;
import ru.mcu.platform.outbox.ChannelBroken;
import ru.mcu.platform.outbox.OutboxDispatcher;

@WholeApplication
@DisplayName("Уведомления сотрудникам")
class NoticesTests {

    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T02:00:00Z");
    private static final String EXECUTOR = "ispolnitel-housing";

    @Autowired
    Staff staff;

    @Autowired
    OutboxDispatcher dispatcher;

    @Autowired
    IdentityService identity;

    @Autowired
    TestRestTemplate rest;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    BotLinks links;

    @Autowired
    HabitRows habits;

    @Autowired
    BotCommands bot;

    private final Letters letters = Letters.toNewAuthor();

    @BeforeEach
    void mondayMorning() {
        clock.set(MONDAY_MORNING);
        forget();
        mail(EXECUTOR, letters.recipient());
    }

    @AfterEach
    void timeRuns() {
        mail(EXECUTOR, null);
        mail("admin", null);
        forget();
        clock.reset();
    }

    private void forget() {
        database.sql("delete from mcu.outbox where channel like 'staff-%'").update();
        database.sql("delete from mcu.notice_refusal").update();
        database.sql("delete from mcu.notice_person").update();
        database.sql("delete from mcu.notice_digest").update();
    }

    @Test
    @DisplayName("задача органу приходит на почту: тема, номер и ссылка, ни слова автора")
    void aTaskOfTheBodyIsTold() throws Exception {
        UUID message = assigned();
        dispatcher.dispatchDue();

        assertThat(letters.received()).hasSize(1);
        String text = letters.texts().get(0);
        assertThat(text).contains("Ямы на дорогах", "МЦУ-", "/camunda/app/tasklist/default/#/?task=", "Срок: ");
        assertThat(text).doesNotContain("секретный");
        assertThat(letters.received().get(0).getSubject()).startsWith("Новая задача: ");

        dispatcher.dispatchDue();
        assertThat(letters.received()).as("told once").hasSize(1);
        assertThat(staff.openKeys(message)).containsExactly("userTask_draftAnswer");
    }

    @Test
    @DisplayName("возвращённый ответ – отдельное известие тому, кто его писал")
    void aReturnedAnswerIsToldToItsAuthor() throws Exception {
        UUID message = assigned();
        staff.does(
                EXECUTOR,
                message,
                "userTask_draftAnswer",
                Map.of("decision", "ready", "outcome", "solved", "text", "Здравствуйте! Яму заделали 20 ноября."));
        staff.does("im", message, "userTask_reviewAnswer", Map.of("decision", "giveBack", "remarks", "Укажите адрес."));
        dispatcher.dispatchDue();

        assertThat(subjects())
                .as("one batch, its order is free")
                .containsExactlyInAnyOrder("Новая задача: Подготовить ответ", "Ответ вернули на доработку");
        assertThat(String.join("", letters.texts())).doesNotContain("Укажите адрес");
    }

    @Test
    @DisplayName("вечернее известие приходит утром")
    void anEveningNoticeWaitsForTheMorning() {
        clock.set(Instant.parse("2026-11-23T15:00:00Z")); // 22:00 in Rubtsovsk
        assigned();
        dispatcher.dispatchDue();
        assertThat(letters.received()).isEmpty();

        clock.set(Instant.parse("2026-11-24T01:00:00Z"));
        dispatcher.dispatchDue();
        assertThat(letters.received()).hasSize(1);
    }

    @Test
    @DisplayName("кто отказался, тому не пишут; отказ виден на его странице и больше ни на чьей")
    void whoDoesNotWantIsLeftAlone() {
        Map<String, Object> wish = Map.of(
                "refused",
                List.of(Map.of("kind", "bodyTask", "route", "mail")),
                "quietFrom",
                "21:30",
                "quietTo",
                "07:00",
                "restDays",
                false);
        assertThat(rest.withBasicAuth(EXECUTOR, "mcu-demo")
                        .exchange("/api/notices/me", HttpMethod.PUT, new HttpEntity<>(wish), JsonNode.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);

        assigned();
        dispatcher.dispatchDue();

        assertThat(letters.received()).isEmpty();
        JsonNode mine = rest.withBasicAuth(EXECUTOR, "mcu-demo").getForObject("/api/notices/me", JsonNode.class);
        assertThat(mine.path("quietFrom").asText()).isEqualTo("21:30");
        assertThat(mine.path("restDays").asBoolean()).isFalse();
        assertThat(mine.path("refused")).hasSize(1);
        JsonNode other = rest.withBasicAuth("im", "mcu-demo").getForObject("/api/notices/me", JsonNode.class);
        assertThat(other.path("refused")).isEmpty();
        assertThat(other.path("kinds")).as("channels concern administrators").hasSize(5);
    }

    @Test
    @DisplayName("неверное время не сохраняется, ошибка у поля")
    void aWrongTimeIsRefused() {
        Map<String, Object> wish =
                Map.of("refused", List.of(), "quietFrom", "25:00", "quietTo", "07:00", "restDays", true);
        var answer = rest.withBasicAuth("im", "mcu-demo")
                .exchange("/api/notices/me", HttpMethod.PUT, new HttpEntity<>(wish), JsonNode.class);

        assertThat(answer.getStatusCode().is4xxClientError()).isTrue();
        assertThat(String.valueOf(answer.getBody())).contains("quietFrom", "Время пишется так");
    }

    @Test
    @DisplayName("срок вышел: узнаёт исполнитель, а по правилам эскалации – группа")
    void aDeadlineIsTold() throws Exception {
        UUID message = assigned();
        dispatcher.dispatchDue();
        String task = staff.task(message, "userTask_draftAnswer").getId();
        StepAttention attention =
                new StepAttention(message, "userTask_draftAnswer", task, "Подготовка ответа", DeadlineEvent.OVERDUE);

        transaction.executeWithoutResult(status -> events.publishEvent(new StepTold(attention, null, EXECUTOR)));
        transaction.executeWithoutResult(status -> events.publishEvent(new StepTold(attention, null, EXECUTOR)));
        dispatcher.dispatchDue();

        assertThat(letters.received()).hasSize(2);
        assertThat(letters.received().get(1).getSubject()).isEqualTo("Срок вышел: Подготовка ответа");
    }

    @Test
    @DisplayName("о мёртвом канале узнают администраторы, и ночью тоже")
    void administratorsHearOfADeadChannel() throws Exception {
        mail("admin", letters.recipient());
        clock.set(Instant.parse("2026-11-23T20:00:00Z")); // 03:00 in Rubtsovsk

        events.publishEvent(new ChannelBroken("vk", "ВКонтакте", "Сервер не отвечает", clock.instant()));
        dispatcher.dispatchDue();

        assertThat(letters.received()).hasSize(1);
        assertThat(letters.received().get(0).getSubject()).isEqualTo("Канал не отвечает: ВКонтакте");
    }

    @Test
    @DisplayName("код привязки действует один раз и десять минут; неподключённый бот кода не даёт")
    void aLinkCodeWorksOnce() {
        String code = links.offer(EXECUTOR, NoticeRoute.TELEGRAM);
        assertThat(links.take(code, NoticeRoute.MAX, "5"))
                .as("another messenger")
                .isEmpty();
        assertThat(links.take(" " + code + " ", NoticeRoute.TELEGRAM, "777")).contains(EXECUTOR);
        assertThat(links.take(code, NoticeRoute.TELEGRAM, "888")).isEmpty();
        assertThat(habits.account(EXECUTOR, NoticeRoute.TELEGRAM)).contains("777");

        String late = links.offer(EXECUTOR, NoticeRoute.TELEGRAM);
        clock.set(MONDAY_MORNING.plus(Duration.ofMinutes(11)));
        assertThat(links.take(late, NoticeRoute.TELEGRAM, "888")).isEmpty();
        assertThat(rest.withBasicAuth(EXECUTOR, "mcu-demo")
                        .postForEntity("/api/notices/me/links/mail", null, String.class)
                        .getStatusCode()
                        .is4xxClientError())
                .isTrue();
    }

    @Test
    @DisplayName("код, присланный боту, привязывает мессенджер; чужой код и другие слова ничего не меняют")
    void theBotLinksAnAccount() {
        String code = links.offer(EXECUTOR, NoticeRoute.TELEGRAM);

        transaction.executeWithoutResult(status -> {
            assertThat(bot.take(Channel.TELEGRAM, 42, "/start WRONG12345")).isFalse();
            assertThat(bot.take(Channel.TELEGRAM, 42, "закрыть задачу " + code)).isFalse();
            assertThat(bot.take(Channel.MAX, 42, "/start " + code))
                    .as("the code is for the other messenger")
                    .isFalse();
            assertThat(bot.take(Channel.TELEGRAM, 42, "/start " + code)).isTrue();
        });

        assertThat(habits.account(EXECUTOR, NoticeRoute.TELEGRAM)).contains("42");
        assertThat(database.sql(
                                "select recipient from mcu.outbox where channel = 'staff-telegram' and subject = 'Готово'")
                        .query(String.class)
                        .list())
                .as("the login, not the account, waits in the outbox")
                .containsExactly(EXECUTOR);
    }

    private List<String> subjects() throws MessagingException {
        List<String> subjects = new ArrayList<>();
        for (var letter : letters.received()) {
            subjects.add(letter.getSubject());
        }
        return subjects;
    }

    private UUID assigned() {
        UUID message =
                staff.citizenWrites(Channel.VK, "На улице Ленина, 15 яма на дороге, секретный " + UUID.randomUUID());
        staff.does(
                "im",
                message,
                "userTask_triageMessage",
                Map.of(
                        "decision", "accept",
                        "topicGroup", "Дороги",
                        "topic", "Ямы на дорогах",
                        "place", "ул. Ленина, 15",
                        "executor", "housing"));
        return message;
    }

    private void mail(String user, @Nullable String address) {
        staff.as("admin", () -> {
            User found = identity.createUserQuery().userId(user).singleResult();
            found.setEmail(address);
            identity.saveUser(found);
            return found;
        });
    }
}
