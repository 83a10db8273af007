package ru.mcu.message.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mcu.message.process.Answering.AFTER_DELETION;
import static ru.mcu.message.process.Answering.ANSWER;
import static ru.mcu.message.process.Answering.BY_HAND;
import static ru.mcu.message.process.Answering.OPERATOR;
import static ru.mcu.message.process.Answering.REVIEW;
import static ru.mcu.message.process.Refusals.assertWrongField;

import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.internet.MimeMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import ru.mcu.Letters;
import ru.mcu.RefusingMailServer;
import ru.mcu.Staff;
import ru.mcu.TestMail;
import ru.mcu.WholeApplication;
import ru.mcu.message.Attachments;
import ru.mcu.message.FollowUpKind;
import ru.mcu.message.FollowUps;
import ru.mcu.message.MessageCard;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.MessageStatus;
import ru.mcu.message.Oversight;
import ru.mcu.message.Publications;
import ru.mcu.message.Uploads;
import ru.mcu.platform.TestClock;
import ru.mcu.platform.audit.AuditEntry;
import ru.mcu.platform.audit.AuditTrail;
import ru.mcu.platform.outbox.DeliverySettled;
import ru.mcu.platform.outbox.OutboxDispatcher;

@WholeApplication
@DisplayName("Публикация ответа")
class AnswerPublicationTests {

    @Autowired
    Staff staff;

    @Autowired
    TestClock clock;

    @Autowired
    TaskService tasks;

    @Autowired
    FollowUps followUps;

    @Autowired
    Uploads uploads;

    @Autowired
    MessageFacts facts;

    @Autowired
    OutboxDispatcher dispatcher;

    @Autowired
    JdbcClient database;

    @Autowired
    JavaMailSenderImpl smtp;

    @Autowired
    Oversight oversight;

    @Autowired
    AuditTrail audit;

    @Autowired
    Publications publications;

    @Autowired
    ApplicationEventPublisher events;

    private Answering answering;

    @Autowired
    void usualSteps(Staff people) {
        answering = new Answering(people);
    }

    @BeforeEach
    void mondayMorning() {
        clock.set(Answering.MONDAY_MORNING);
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName("вручную со ссылкой: ссылка хранится как подтверждение")
    void byHandWithALink() {
        UUID message = toPublishByHand();

        byHand(message, Map.of("decision", "published", "link", "https://vk.com/wall-1_2?reply=3"));

        assertThat(publication(message)).isEqualTo("PUBLISHED im https://vk.com/wall-1_2?reply=3");
    }

    @Test
    @DisplayName("вручную со снимком экрана")
    void byHandWithAPicture() {
        UUID message = toPublishByHand();
        UUID picture = staff.as(OPERATOR, () -> proof(message)).id();

        byHand(message, Map.of("decision", "published", "proof", picture));

        assertThat(publication(message)).isEqualTo("PUBLISHED im -");
        assertThat(database.sql("select proof_id from mcu.publication where message_id = :id and kind = 'ANSWER'")
                        .param("id", message)
                        .query(UUID.class)
                        .single())
                .isEqualTo(picture);
    }

    @Test
    @DisplayName("вручную с примечанием, когда ни ссылки, ни снимка быть не может")
    void byHandWithANote() {
        UUID message = toPublishByHand();

        byHand(message, Map.of("decision", "published", "note", "Прочитан автору по телефону"));

        assertThat(publication(message)).isEqualTo("PUBLISHED im -");
    }

    @Test
    @DisplayName("без подтверждения и с негодной ссылкой задача не завершается")
    void withoutProofItIsNotPublished() {
        UUID message = toPublishByHand();

        assertWrongField("link", () -> byHand(message, Map.of("decision", "published")));
        assertWrongField("link", () -> byHand(message, Map.of("decision", "published", "link", "javascript:alert(1)")));
        assertWrongField("note", () -> byHand(message, Map.of("decision", "withhold")));
        assertThat(publication(message)).isEqualTo("PREPARED - -");
        assertThat(staff.openKeys(message)).containsExactly(BY_HAND);
    }

    @Test
    @DisplayName("решили не публиковать: причина хранится, сообщение закрыто")
    void aWithheldAnswerClosesTheMessage() {
        UUID message = toPublishByHand();

        byHand(message, Map.of("decision", "withhold", "note", "Автор попросил не отвечать публично"));

        assertThat(publication(message)).startsWith("WITHHELD");
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CLOSED);
    }

    @Test
    @DisplayName("просроченную публикацию видит руководитель")
    void anOverduePublicationEscalates() {
        UUID message = toPublishByHand();

        staff.waitForTimer(message, "boundaryEvent_publishManuallyClock");

        assertThat(Answering.offered(tasks, "head", message, BY_HAND)).isTrue();
    }

    @Test
    @DisplayName("письмом: один раз, ответом в той же переписке, русская тема и текст целы")
    void byMailAsAReplyInTheThread() throws Exception {
        Letters letters = Letters.toNewAuthor();
        UUID message = answered(letters.recipient(), "<first@author.example>");
        assertThat(staff.openKeys(message)).isEmpty();

        dispatcher.dispatchDue();
        dispatcher.dispatchDue();

        assertThat(letters.texts()).containsOnlyOnce(ANSWER);
        MimeMessage letter = letters.received().get(0);
        assertThat(letter.getHeader("In-Reply-To")).containsExactly("<first@author.example>");
        assertThat(letter.getHeader("References")).containsExactly("<first@author.example>");
        assertThat(letter.getSubject()).isEqualTo("Ответ на сообщение " + facts.number(message));
        assertThat(letter.getContentType()).containsIgnoringCase("charset=utf-8");
        assertThat(letter.getFrom()[0]).hasToString("mcu@rubtsovsk.example");
        assertThat(publication(message)).isEqualTo("PUBLISHED system -");
    }

    @Test
    @DisplayName("почтовый сервер временно отказал: повтор через всё большее время, письмо одно")
    void aTemporaryErrorIsRetriedWithBackOff() {
        Letters letters = Letters.toNewAuthor();
        UUID message = answered(letters.recipient(), null);
        UserManager mailboxes = TestMail.server().getUserManager();
        MessageDeliveryHandler usual = mailboxes.getMessageDeliveryHandler();
        mailboxes.setMessageDeliveryHandler((letter, address) -> {
            if (address.getEmail().equals(letters.recipient())) {
                throw new UserException("the disk is full");
            }
            return usual.handle(letter, address);
        });
        try {
            dispatcher.dispatchDue();
            assertThat(nextAttempt(message)).isEqualTo("WAITING 1 10");
            dispatcher.dispatchDue();
            assertThat(nextAttempt(message)).as("not before its time").isEqualTo("WAITING 1 10");
            clock.set(Answering.MONDAY_MORNING.plusSeconds(10));
            dispatcher.dispatchDue();
            assertThat(nextAttempt(message)).isEqualTo("WAITING 2 30");
        } finally {
            mailboxes.setMessageDeliveryHandler(usual);
        }
        assertThat(letters.received()).isEmpty();

        clock.set(Answering.MONDAY_MORNING.plusSeconds(30));
        dispatcher.dispatchDue();
        clock.set(Answering.MONDAY_MORNING.plus(Duration.ofHours(1)));
        dispatcher.dispatchDue();

        assertThat(letters.texts()).containsOnlyOnce(ANSWER);
        assertThat(publication(message)).isEqualTo("PUBLISHED system -");
    }

    @Test
    @DisplayName("адрес негоден: задача «Опубликовать вручную» с причиной отказа")
    void aPermanentErrorGoesToAPerson() {
        UUID message = answered("адрес неразборчиво", null);

        dispatcher.dispatchDue();

        assertThat(staff.sees(OPERATOR, message, BY_HAND).view())
                .containsEntry("error", "Адрес почты указан неверно")
                .containsEntry("text", ANSWER);
        byHand(message, Map.of("decision", "published", "note", "Отправлено Почтой России"));
        assertThat(publication(message)).isEqualTo("PUBLISHED im -");
    }

    @Test
    @DisplayName("сервер адресата ответил 550: сразу задача «Опубликовать вручную» с причиной, повторов нет")
    void aRefusedAddressGoesToAPerson() {
        UUID message = answered(Letters.toNewAuthor().recipient(), null);

        sendThrough("550 5.1.1 No such user here");

        assertThat(nextAttempt(message)).startsWith("FAILED 1 ");
        assertThat(staff.sees(OPERATOR, message, BY_HAND).view())
                .containsEntry("error", "Почтовый сервер отказался принять письмо на этот адрес")
                .containsEntry("text", ANSWER);
        byHand(message, Map.of("decision", "published", "note", "Прочитан автору по телефону"));
        assertThat(publication(message)).isEqualTo("PUBLISHED im -");
    }

    @Test
    @DisplayName("канал отказал, причина устранена: оператор отправляет ещё раз из задачи, письмо одно")
    void theOperatorSendsAgainThroughTheChannel() throws Exception {
        Letters letters = Letters.toNewAuthor();
        UUID message = answered(letters.recipient(), null);
        sendThrough("550 5.7.1 Sender refused");
        assertThat(staff.sees(OPERATOR, message, BY_HAND).view()).containsEntry("sendable", true);

        byHand(message, Map.of("decision", "sendAgain"));
        assertThat(staff.openKeys(message)).isEmpty();
        dispatcher.dispatchDue();

        assertThat(letters.texts()).containsExactly(ANSWER);
        assertThat(publication(message)).startsWith("PUBLISHED system");
    }

    @Test
    @DisplayName("канала нет: отправить через него нельзя, задача остаётся")
    void nothingIsSentThroughAMissingChannel() {
        UUID message = answering.letterInDrafting(null, null);
        answering.ready(message);
        answering.approve(message);
        assertThat(staff.sees(OPERATOR, message, BY_HAND).view()).containsEntry("sendable", false);

        assertThatThrownBy(() -> byHand(message, Map.of("decision", "sendAgain")))
                .hasMessageContaining("Отправить через канал нельзя");
        assertThat(staff.openKeys(message)).containsExactly(BY_HAND);
    }

    @Test
    @DisplayName("сервер адресата ответил 450: адрес годен, письмо ждёт повтора")
    void aBusyServerIsNoRefusal() {
        UUID message = answered(Letters.toNewAuthor().recipient(), null);

        sendThrough("450 4.2.1 Try again later");

        assertThat(nextAttempt(message)).isEqualTo("WAITING 1 10");
        assertThat(staff.openKeys(message)).isEmpty();
    }

    private void sendThrough(String replyToRecipients) {
        int usual = smtp.getPort();
        try (RefusingMailServer server = new RefusingMailServer(replyToRecipients)) {
            smtp.setPort(server.port());
            dispatcher.dispatchDue();
        } finally {
            smtp.setPort(usual);
        }
    }

    @Test
    @DisplayName("писавший почтой не оставил адреса: сразу публикуют вручную")
    void aLetterWithoutAnAddressGoesToAPerson() {
        UUID message = answering.letterInDrafting(null, null);
        answering.ready(message);
        answering.approve(message);

        assertThat(staff.openKeys(message)).containsExactly(BY_HAND);
    }

    @Test
    @DisplayName("запоздавшее известие о доставке ничего не меняет в уже решённой публикации")
    void aLateReceiptChangesNothing() {
        UUID message = answered(Letters.toNewAuthor().recipient(), null);
        dispatcher.dispatchDue();
        List<String> before = history(message);
        UUID answer = database.sql("select id from mcu.publication where message_id = :id and kind = 'ANSWER'")
                .param("id", message)
                .query(UUID.class)
                .single();

        events.publishEvent(new DeliverySettled(answer, false, null, "канал отказал"));
        events.publishEvent(new DeliverySettled(answer, true, "https://vk.com/wall-1_2", null));

        assertThat(publication(message)).isEqualTo("PUBLISHED system -");
        assertThat(history(message)).isEqualTo(before);
    }

    @Test
    @DisplayName("в публикацию не проходит ни возвращённая версия, ни новая, которую ещё не проверили")
    void onlyAnApprovedVersionIsFrozen() {
        UUID message = answering.inDrafting();
        answering.ready(message);
        staff.does(OPERATOR, message, REVIEW, Map.of("decision", "giveBack", "remarks", "Назовите дату"));
        assertThatThrownBy(() -> publications.freezeAnswer(message)).hasMessageContaining("ещё не согласована");

        answering.ready(message);
        assertThatThrownBy(() -> publications.freezeAnswer(message)).hasMessageContaining("ещё не согласована");

        answering.approve(message);
        assertThat(publication(message)).startsWith("PREPARED");
    }

    @Test
    @DisplayName("отменено руководителем до отправки: письмо отозвано и не уходит")
    void aCancelledLetterIsWithdrawn() {
        Letters letters = Letters.toNewAuthor();
        UUID message = answered(letters.recipient(), null);

        cancel(message);
        dispatcher.dispatchDue();

        assertThat(letters.received()).isEmpty();
        assertThat(publication(message)).isEqualTo("WITHHELD rukovoditel -");
        assertThat(history(message)).contains("Отозвано: Ответ").doesNotContain("Отозвать нельзя: Ответ");
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CLOSED);
    }

    @Test
    @DisplayName("отменено, когда письмо уже уходит: в истории сказано, что его не остановить, и что оно дошло")
    void aLetterOnItsWayIsToldHonestly() {
        Letters letters = Letters.toNewAuthor();
        UUID message = answered(letters.recipient(), null);
        UserManager mailboxes = TestMail.server().getUserManager();
        MessageDeliveryHandler usual = mailboxes.getMessageDeliveryHandler();
        mailboxes.setMessageDeliveryHandler((letter, address) -> {
            if (address.getEmail().equals(letters.recipient())) {
                cancel(message);
            }
            return usual.handle(letter, address);
        });
        try {
            dispatcher.dispatchDue();
        } finally {
            mailboxes.setMessageDeliveryHandler(usual);
        }

        assertThat(letters.texts()).containsOnlyOnce(ANSWER);
        assertThat(publication(message)).isEqualTo("PUBLISHED system -");
        assertThat(history(message))
                .containsSubsequence("Отменено", "Отозвать нельзя: Ответ", "Ответ: опубликовано")
                .doesNotContain("Отозвано: Ответ");
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CLOSED);
        assertThat(staff.inWork(message)).isFalse();
    }

    @Test
    @DisplayName("отменено, пока ждут повтора после временного отказа: письмо отозвано")
    void aLetterWaitingForItsNextAttemptIsWithdrawn() {
        Letters letters = Letters.toNewAuthor();
        UUID message = answered(letters.recipient(), null);
        sendThrough("450 4.2.1 Try again later");

        cancel(message);
        clock.set(Answering.MONDAY_MORNING.plus(Duration.ofHours(1)));
        dispatcher.dispatchDue();

        assertThat(letters.received()).isEmpty();
        assertThat(history(message)).contains("Отозвано: Ответ");
    }

    private void cancel(UUID message) {
        staff.as("rukovoditel", () -> {
            oversight.cancel(message, "Решено иначе");
            return message;
        });
    }

    private List<String> history(UUID message) {
        return audit.of(message).stream().map(AuditEntry::action).toList();
    }

    @Test
    @DisplayName("автор удалил вопрос до отправки: письмо отозвано, решили всё же ответить – ушло одно")
    void aDeletedQuestionMayStillBeAnswered() {
        Letters letters = Letters.toNewAuthor();
        UUID message = answered(letters.recipient(), null);

        followUps.take(message, FollowUpKind.DELETED, null, null, null);
        dispatcher.dispatchDue();
        assertThat(letters.received()).isEmpty();
        assertThat(staff.openKeys(message)).containsExactly(AFTER_DELETION);
        staff.waitForTimer(message, "boundaryEvent_decideAfterDeletionClock");

        assertWrongField("reason", () -> decide(message, "publish", ""));
        decide(message, "publish", "Вопрос волнует весь двор");
        dispatcher.dispatchDue();

        assertThat(letters.texts()).containsOnlyOnce(ANSWER);
    }

    @Test
    @DisplayName("автор удалил вопрос: решили не отвечать – сообщение закрыто, письма нет")
    void aDeletedQuestionMayStayUnanswered() {
        Letters letters = Letters.toNewAuthor();
        UUID message = answered(letters.recipient(), null);
        followUps.take(message, FollowUpKind.DELETED, null, null, null);

        decide(message, "withhold", "Автор передумал");
        dispatcher.dispatchDue();

        assertThat(letters.received()).isEmpty();
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CLOSED);
    }

    @Test
    @DisplayName("вопрос удалён ещё до публикации: сначала решение, потом публикация вручную")
    void aQuestionDeletedEarlierIsDecidedBeforePublishing() {
        UUID message = answering.inDrafting();
        followUps.take(message, FollowUpKind.DELETED, null, null, null);
        answering.ready(message);
        answering.approve(message);
        assertThat(staff.openKeys(message)).containsExactly(AFTER_DELETION);

        decide(message, "publish", "Вопрос волнует весь двор");

        assertThat(staff.openKeys(message)).containsExactly(BY_HAND);
        assertThat(staff.sees(OPERATOR, message, BY_HAND).view()).containsEntry("deletedByAuthor", true);
    }

    @Test
    @DisplayName("текст изменён в базе после сдачи: в публикацию не проходит")
    void aChangedDraftIsRefused() {
        UUID message = answering.inDrafting();
        answering.ready(message);
        database.sql("update mcu.draft set text = text || ' Ямы не было.' where message_id = :id")
                .param("id", message)
                .update();

        assertThatThrownBy(() -> answering.approve(message))
                .hasStackTraceContaining("was changed after it was handed in");
        assertThat(staff.openKeys(message)).containsExactly(REVIEW);
    }

    @Test
    @DisplayName("согласованный текст изменён в базе: ни в канал, ни вручную он не уходит")
    void aChangedPublicationIsRefused() {
        UUID letter = answered(Letters.toNewAuthor().recipient(), null);
        followUps.take(letter, FollowUpKind.DELETED, null, null, null);
        change(letter);
        assertThatThrownBy(() -> decide(letter, "publish", "Отвечаем"))
                .hasStackTraceContaining("is not the approved one");

        UUID post = toPublishByHand();
        change(post);
        assertThatThrownBy(() -> byHand(post, Map.of("decision", "published", "link", "https://vk.com/wall-1_2")))
                .hasStackTraceContaining("is not the approved one");
    }

    private void change(UUID message) {
        database.sql("update mcu.publication set text = text || ' Ямы не было.' where message_id = :id")
                .param("id", message)
                .update();
    }

    private UUID toPublishByHand() {
        UUID message = answering.inDrafting();
        answering.ready(message);
        answering.approve(message);
        return message;
    }

    private UUID answered(String contact, @Nullable String messageId) {
        UUID message = answering.letterInDrafting(contact, messageId);
        answering.ready(message);
        answering.approve(message);
        return message;
    }

    private void byHand(UUID message, Map<String, ?> input) {
        staff.does(OPERATOR, message, BY_HAND, input);
    }

    private void decide(UUID message, String decision, String reason) {
        staff.does(OPERATOR, message, AFTER_DELETION, Map.of("decision", decision, "reason", reason));
    }

    /** Status, who published and the link of the answer. */
    private String publication(UUID message) {
        return database.sql("""
                        select status || ' ' || coalesce(published_by, '-') || ' ' || coalesce(link, '-')
                        from mcu.publication where message_id = :id and kind = 'ANSWER'""").param("id", message).query(String.class).single();
    }

    /** Status, attempts and seconds from Monday morning to the next attempt. */
    private String nextAttempt(UUID message) {
        List<String> rows = database.sql("""
                        select o.status || ' ' || o.attempts || ' '
                               || trunc(extract(epoch from o.next_attempt_at - :start))
                        from mcu.outbox o join mcu.publication p on p.id = o.reference
                        where p.message_id = :id""")
                .param("id", message)
                .param("start", Answering.MONDAY_MORNING.atOffset(java.time.ZoneOffset.UTC))
                .query(String.class)
                .list();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private MessageCard.AttachmentView proof(UUID message) {
        try {
            return uploads.add(message, Attachments.Role.PROOF, "снимок.png", new ByteArrayInputStream(screenshot()));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] screenshot() {
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", png);
            return png.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
