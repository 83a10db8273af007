package ru.mcu.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.Chromium;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.channel.imports.Exports;
import ru.mcu.message.FollowUpKind;
import ru.mcu.message.FollowUps;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.MessageStatus;
import ru.mcu.message.Oversight;
import ru.mcu.message.Priority;
import ru.mcu.message.process.Answering;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;
import ru.mcu.survey.AnswerInput;
import ru.mcu.survey.Surveys;

/** Every form with a real task: seen on a telephone, filled in and completed on a screen. */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Каждая форма в браузере, на телефоне и на экране")
class EveryFormBrowserTests {

    private static final int TELEPHONE = 375;
    private static final int SCREEN = 1366;
    private static final String LONG_STORY = "Здравствуйте! На улице Ленина, 15 третью неделю яма на дороге. "
            + "Звонили в управляющую компанию, в диспетчерскую, писали в приложение, никто не едет. ".repeat(4)
            + "Мой телефон 8 913 555-11-22.";

    @Autowired
    Staff staff;

    @Autowired
    MessageFacts facts;

    @Autowired
    FollowUps followUps;

    @Autowired
    Oversight oversight;

    @Autowired
    Surveys surveys;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private Answering answering;
    private Desks desks;

    @BeforeAll
    void openOffice() {
        clock.reset();
        answering = new Answering(staff);
        desks = new Desks(Chromium.browser(), "http://127.0.0.1:" + port);
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @AfterAll
    void closeOffice() {
        desks.close();
    }

    @Test
    @DisplayName("оператор ПОС загружает выгрузку и вносит текст, которого в ней нет")
    void addText() {
        String key = Exports.key();
        Tasklist pos = desks.of("pos");
        pos.upload(
                "Платформа обратной связи (ПОС)",
                "Сообщения ПОС за ноябрь.xlsx",
                Exports.xlsx(List.of(Exports.pos(key, "Новое"), Exports.pos("", "Новое"))));
        pos.waitForText("Что не принято и почему");
        look(pos, "imports-refused");
        UUID message = database.sql("select id from mcu.message where external_id = ?")
                .param(key)
                .query(UUID.class)
                .single();

        done("pos", message, "userTask_addText", form -> {
            form.type("Текст сообщения", "Во дворе дома 3 по улице Мира не горит фонарь.");
            form.type("Место (адрес)", "ул. Мира, 3");
        });
        assertThat(facts.text(message)).isEqualTo("Во дворе дома 3 по улице Мира не горит фонарь.");
        assertThat(staff.openKeys(message)).containsExactly(Answering.TRIAGE);
    }

    @Test
    @DisplayName("оператор уточняет у автора, потом отклоняет")
    void triage() {
        UUID message = staff.citizenWrites(Channel.VK, LONG_STORY);
        done("im", message, Answering.TRIAGE, form -> {
            form.choose("decision", "clarify");
            form.type("Вопрос автору", "У какого подъезда яма?");
        });
        assertThat(staff.openKeys(message)).containsExactly(Answering.BY_HAND);

        UUID advertising = staff.citizenWrites(Channel.VK, "Натяжные потолки недорого");
        done("im", advertising, Answering.TRIAGE, form -> {
            form.choose("decision", "reject");
            form.type("Причина", "Реклама");
        });
        assertThat(facts.status(advertising)).isEqualTo(MessageStatus.CLOSED);
    }

    @Test
    @DisplayName("исполнитель запрашивает сведения у другого органа, тот отвечает")
    void provideFacts() {
        UUID message = answering.inDrafting();
        done("ispolnitel-housing", message, Answering.DRAFT, form -> {
            form.choose("decision", "needFacts");
            form.select("У кого", "Водоканал");
            form.type("Что узнать", "Чей колодец у дома 15 по улице Ленина?");
        });
        done(
                "ispolnitel-vodokanal",
                message,
                Answering.FACTS,
                form -> form.type("Сведения", "Колодец городской, на балансе управления."));
        assertThat(staff.openKeys(message)).containsExactly(Answering.DRAFT);
    }

    @Test
    @DisplayName("исполнитель возвращает чужой вопрос")
    void notCompetent() {
        UUID message = answering.inDrafting();
        done("ispolnitel-housing", message, Answering.DRAFT, form -> {
            form.choose("decision", "notCompetent");
            form.type("Кто должен ответить", "Водоканал");
            form.type("Почему вопрос не ваш", "Это колодец водоканала.");
        });
        assertThat(staff.openKeys(message)).containsExactly(Answering.TRIAGE);
    }

    @Test
    @DisplayName("координатор рисков пишет концепцию до ответа")
    void prepareConcept() {
        UUID message = staff.citizenWrites(Channel.VK, LONG_STORY);
        answering.accept(message, Priority.RESONANT);
        done(
                "riski",
                message,
                "userTask_prepareConcept",
                form -> form.type("Концепция ответа", "Признать и назвать день ремонта."));
        assertThat(staff.openKeys(message)).containsExactly(Answering.DRAFT);
    }

    @Test
    @DisplayName("руководитель меняет приоритет из карточки, координатор рисков пишет концепцию срочно")
    void prepareConceptNow() {
        UUID message = answering.inDrafting();
        Tasklist head = desks.of(Answering.HEAD);
        head.open(staff.task(message, Answering.DRAFT).getId());
        head.press("Изменить приоритет");
        head.select("Новый приоритет", "резонансный");
        head.type("Почему меняете", "Видео набрало 100 тысяч просмотров");
        look(head, "head-priority");
        head.press(".mcu-panel", "Изменить приоритет");
        head.waitForText("резонансный приоритет");

        done(
                "riski",
                message,
                "userTask_prepareConceptNow",
                form -> form.type("Концепция ответа", "Признать и назвать день ремонта."));
        assertThat(staff.openKeys(message)).containsExactly(Answering.DRAFT);
    }

    @Test
    @DisplayName("руководитель забирает задачу себе: форма сразу его; потом отменяет сообщение")
    void theHeadTakesOverAndCancels() {
        UUID message = answering.inDrafting();
        Tasklist head = desks.of(Answering.HEAD);
        head.open(staff.task(message, Answering.DRAFT).getId());
        head.press("Забрать себе");
        head.type("Почему забираете", "Исполнитель заболел");
        head.press("Забрать задачу себе");
        head.waitUntilMine();
        head.type("Ответ автору", Answering.ANSWER);
        head.waitForText("Сохранено");
        look(head, "head-took-over");

        head.press("Отменить сообщение");
        head.type("Почему отменяете", "Ответили на встрече с жителями");
        head.press(".mcu-panel", "Отменить сообщение");
        head.waitUntilGone();
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CLOSED);
        assertThat(head.errors()).isEmpty();
    }

    @Test
    @DisplayName(
            "ответственный за отраслевой блок видит, что его орган просрочил в полтора раза, и может взять это сам")
    void theBlockLeadSeesWhatIsLate() {
        UUID message = answering.inDrafting();
        for (int level = 0; level < 3; level++) {
            staff.waitForTimer(message, "boundaryEvent_draftAnswerClock");
        }
        clock.reset();
        Tasklist lead = desks.of("blok");
        lead.openFromList("Моей группы", facts.number(message));
        look(lead, "block-lead");
        lead.claim();
        assertThat(lead.errors()).isEmpty();
        assertThat(staff.task(message, Answering.DRAFT).getAssignee()).isEqualTo("blok");
    }

    @Test
    @DisplayName("ЦУР возвращает четыре раза, спор решает куратор")
    void resolveDispute() {
        UUID message = answering.withCur();
        done("cur", message, Answering.APPROVE_BY_CUR, form -> {
            form.choose("decision", "giveBack");
            form.type("Что исправить", "Замечание 1: назовите подрядчика");
        });
        done("ispolnitel-housing", message, Answering.DRAFT, form -> form.choose("решено"));
        answering.approve(message);
        for (int round = 2; round <= 4; round++) {
            clock.set(clock.instant().plusSeconds(60));
            staff.does(
                    Answering.CUR,
                    message,
                    Answering.APPROVE_BY_CUR,
                    Map.of("decision", "giveBack", "remarks", "Замечание " + round + ": снова нет подрядчика"));
            if (round < 4) {
                answering.ready(message);
                answering.approve(message);
            }
        }
        done(Answering.CURATOR, message, Answering.DISPUTE, form -> {
            form.choose("decision", "approve");
            form.type("Указание", "Ответ верный, публикуем");
        });
        assertThat(staff.openKeys(message)).containsExactly(Answering.BY_HAND);
    }

    @Test
    @DisplayName("ЦУР молчит – решает руководитель")
    void decideWithoutCur() {
        UUID message = answering.withCur();
        staff.waitForTimer(message, "boundaryEvent_curSilent");
        clock.reset();
        done(Answering.HEAD, message, Answering.WITHOUT_CUR, form -> {
            form.choose("decision", "approve");
            form.type("Причина", "ЦУР не ответил, срок выходит");
        });
        assertThat(staff.openKeys(message)).containsExactly(Answering.BY_HAND);
    }

    @Test
    @DisplayName("автор удалил сообщение: решают, публиковать ли")
    void decideAfterDeletion() {
        UUID message = answering.inDrafting();
        followUps.take(message, FollowUpKind.DELETED, null, null, null);
        answering.ready(message);
        answering.approve(message);
        done("im", message, Answering.AFTER_DELETION, form -> {
            form.choose("decision", "publish");
            form.type("Причина", "Вопрос волнует весь двор");
        });
        done("im", message, Answering.BY_HAND, form -> {
            form.choose("decision", "withhold");
            form.type("Почему не публикуем", "Место для ответа удалено");
        });
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CLOSED);
    }

    @Test
    @DisplayName("обещанное проверяют в срок")
    void checkPromise() {
        UUID message = answering.inDrafting();
        staff.does(
                Answering.EXECUTOR,
                message,
                Answering.DRAFT,
                Map.of(
                        "decision", "ready",
                        "outcome", "planned",
                        "promisedOn", "2026-12-01",
                        "text",
                                "Здравствуйте! Яму на улице Ленина, 15 дорожная бригада заделает до 1 декабря 2026 года."));
        answering.approve(message);
        published(message);
        staff.waitForTimer(message, "catchEvent_promiseDue");
        clock.reset();
        done("im", message, "userTask_checkPromise", form -> {
            form.choose("Нет, не сделано");
            form.type("Что увидели", "Яма на месте, бригады не было.");
        });
        assertThat(facts.status(message)).isEqualTo(MessageStatus.DRAFTING);
    }

    @Test
    @DisplayName("недовольному автору: аналитик видит оценку и слова автора и открывает сообщение снова")
    void checkQuality() {
        UUID message = answered(Channel.VK);
        published(message);
        String link = database.sql(
                        "select text from mcu.publication where message_id = ? and kind = 'SURVEY' order by created_at desc limit 1")
                .param(message)
                .query(String.class)
                .single();
        surveys.answer(
                link.substring(link.lastIndexOf("/survey/") + "/survey/".length()),
                new AnswerInput(2, false, "Приехали, посмотрели и уехали, яма на месте.", null));
        done("analitik", message, "userTask_checkQuality", form -> {
            form.waitForText("Оценка автора: 2 из 5, вопрос не решён");
            form.waitForText("Приехали, посмотрели и уехали, яма на месте.");
            form.choose("decision", "reopen");
            form.type("Причина", "Яма на месте");
        });
        assertThat(staff.openKeys(message)).containsExactly(Answering.TRIAGE);
    }

    @Test
    @DisplayName("позвонившему звонят и записывают оценку")
    void askByPhone() {
        UUID message = answered(Channel.PHONE);
        done("im", message, "userTask_askByPhone", form -> {
            form.chooseIn("Какую оценку поставил автор", "5");
            form.chooseIn("Вопрос решён?", "да");
            form.type("Что сказал", "Благодарит");
        });
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CLOSED);
    }

    private UUID answered(Channel channel) {
        UUID message = staff.citizenWrites(channel, LONG_STORY);
        answering.accept(message, Priority.NORMAL);
        answering.ready(message);
        answering.approve(message);
        published(message);
        return message;
    }

    private void published(UUID message) {
        staff.does(
                "im",
                message,
                Answering.BY_HAND,
                Map.of("decision", "published", "link", "https://vk.com/wall-1_2?reply=3"));
    }

    /** Opens the task as this person on a telephone, then fills the form in on a screen and completes it. */
    private void done(String user, UUID message, String key, Consumer<Tasklist> form) {
        String task = staff.task(message, key).getId();
        String name = key.substring(key.indexOf('_') + 1);
        Tasklist desk = desks.of(user);
        desk.width(TELEPHONE);
        desk.open(task);
        assertThat(desk.overflow()).as("%s at %s px", name, TELEPHONE).isZero();
        assertThat(desk.reachable("[cam-tasklist-task-meta] .claim, [cam-tasklist-task-meta] .unclaim"))
                .as("claim in %s", name)
                .isTrue();
        desk.claimUnlessMine();
        form.accept(desk);
        assertThat(desk.overflow()).as("%s filled in", name).isZero();
        desk.screenshot(name + "-phone");
        assertThat(desk.reachable(".form-actions .btn-primary"))
                .as("complete in %s", name)
                .isTrue();
        desk.width(SCREEN);
        desk.screenshot(name);
        desk.complete();
        assertThat(desk.errors()).as("errors in %s", name).isEmpty();
        assertThat(staff.tasks(message)).noneMatch(it -> it.getId().equals(task));
    }

    private static void look(Tasklist desk, String name) {
        desk.screenshot(name);
        desk.width(TELEPHONE);
        assertThat(desk.overflow()).as(name).isZero();
        desk.screenshot(name + "-phone");
        desk.width(SCREEN);
    }
}
