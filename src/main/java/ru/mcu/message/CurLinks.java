package ru.mcu.message;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.Channel;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Hashes;
import ru.mcu.platform.Refused;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.Outbox;

/** One-time links by which the ЦУР decides on a draft without an account (Ставрополь IV.11.8). */
@Service
@Transactional
public class CurLinks {

    private static final BigDecimal TWICE = BigDecimal.valueOf(2);

    private final JdbcClient jdbc;
    private final Messages messages;
    private final Drafts drafts;
    private final Approvals approvals;
    private final Deadlines deadlines;
    private final Outbox outbox;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final String curAddress;
    private final String publicUrl;
    private final SecureRandom random = new SecureRandom();

    CurLinks(
            JdbcClient jdbc,
            Messages messages,
            Drafts drafts,
            Approvals approvals,
            Deadlines deadlines,
            Outbox outbox,
            Clock clock,
            ApplicationEventPublisher events,
            @Value("${mcu.cur.address:}") String curAddress,
            @Value("${mcu.public-url:http://localhost:8080}") String publicUrl) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.drafts = drafts;
        this.approvals = approvals;
        this.deadlines = deadlines;
        this.outbox = outbox;
        this.clock = clock;
        this.events = events;
        this.curAddress = curAddress;
        this.publicUrl = publicUrl;
    }

    /** Mails a link for the newest draft, if the city has an address of the ЦУР and mail is connected. */
    public void send(UUID messageId, String processInstanceId) {
        mail(
                messageId,
                processInstanceId,
                "Согласование ответа на сообщение ",
                "Проект ответа ждёт вашего решения. Откройте ссылку, чтобы согласовать его или вернуть с замечаниями:");
    }

    /** Reminds by mail of a draft whose norm has passed; the link is a new one, since the first is kept nowhere. */
    public void remind(UUID messageId, String processInstanceId) {
        mail(
                messageId,
                processInstanceId,
                "Напоминание: согласование ответа на сообщение ",
                "Срок согласования вышел, проект ответа всё ещё ждёт вашего решения. Откройте ссылку, чтобы согласовать"
                        + " его или вернуть с замечаниями:");
    }

    private void mail(UUID messageId, String processInstanceId, String subject, String invitation) {
        if (curAddress.isBlank() || !outbox.delivers(Channel.MAIL)) {
            return;
        }
        Message message = messages.findById(messageId).orElseThrow();
        Draft draft = drafts.findTopByMessageIdOrderByVersionNoDesc(messageId).orElseThrow();
        String token = create(message, draft, processInstanceId);
        UUID reference = ru.mcu.platform.Ids.next();
        outbox.put(new Delivery(
                reference,
                Channel.MAIL,
                curAddress,
                null,
                subject + message.number,
                invitation + "\n" + publicUrl + "/cur/" + token,
                "cur-" + draft.id + "-" + reference));
    }

    /** Ends the links of a process whose draft was decided in another way, such as in Tasklist. */
    public void revoke(String processInstanceId) {
        jdbc.sql("update mcu.cur_link set used_at = :now where process_instance_id = :process and used_at is null")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("process", processInstanceId)
                .update();
    }

    /** Makes a link and returns its token, which is kept nowhere else. */
    public String create(UUID messageId, String processInstanceId) {
        Message message = messages.findById(messageId).orElseThrow();
        return create(
                message,
                drafts.findTopByMessageIdOrderByVersionNoDesc(messageId).orElseThrow(),
                processInstanceId);
    }

    private String create(Message message, Draft draft, String processInstanceId) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant expires = deadlines.moment(message.id, "cur", TWICE);
        jdbc.sql("""
                insert into mcu.cur_link (token_hash, message_id, draft_id, task_key, process_instance_id, expires_at)
                values (:hash, :message, :draft, 'userTask_approveByCur', :process, :expires)""")
                .param("hash", Hashes.sha256(token))
                .param("message", message.id)
                .param("draft", draft.id)
                .param("process", processInstanceId)
                .param("expires", OffsetDateTime.ofInstant(expires, ZoneOffset.UTC))
                .update();
        return token;
    }

    /** What the link shows; empty when it is unknown, used or too old. */
    @Transactional(readOnly = true)
    public Optional<CurDraft> open(String token) {
        return link(token, "").map(link -> {
            Message message = messages.findById(link.messageId()).orElseThrow();
            Draft draft = drafts.findById(link.draftId()).orElseThrow();
            return new CurDraft(message.number, message.text, draft.text, draft.versionNo);
        });
    }

    /** Takes the decision once; a second use finds nothing. */
    public void decide(String token, ApprovalDecision decision, @Nullable String remarks) {
        if (decision == ApprovalDecision.RETURNED && (remarks == null || remarks.isBlank())) {
            throw Refused.invalid(
                    "Напишите замечания",
                    "Исполнитель должен понять, что исправить.",
                    new FieldError("remarks", "Напишите, что исправить"));
        }
        Link link = link(token, "for update")
                .orElseThrow(
                        () -> Refused.missing("Ссылка не действует", "Решение уже принято или срок ссылки вышел."));
        jdbc.sql("update mcu.cur_link set used_at = :now where token_hash = :hash")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("hash", Hashes.sha256(token))
                .update();
        approvals.decideByLink(link.messageId(), decision, remarks);
        events.publishEvent(new CurDecidedByLink(link.messageId(), link.processInstanceId(), decision));
    }

    private Optional<Link> link(String token, String lock) {
        return jdbc.sql("""
                select message_id, draft_id, process_instance_id from mcu.cur_link
                where token_hash = :hash and used_at is null and expires_at > :now """ + " " + lock)
                .param("hash", Hashes.sha256(token))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, number) -> new Link(
                        row.getObject("message_id", UUID.class),
                        row.getObject("draft_id", UUID.class),
                        row.getString("process_instance_id")))
                .optional();
    }

    private record Link(UUID messageId, UUID draftId, String processInstanceId) {}

    /** The question and the draft, as the ЦУР sees them. */
    public record CurDraft(String number, String question, String answer, int version) {}
}
