package ru.mcu.message.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.message.EntryStep;
import ru.mcu.message.Intake;
import ru.mcu.message.MessageCard;
import ru.mcu.message.MessageCards;
import ru.mcu.message.MessageKind;
import ru.mcu.message.NewMessage;
import ru.mcu.message.Priority;
import ru.mcu.message.PublicationStatus;
import ru.mcu.message.Regime;
import ru.mcu.platform.Channel;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Hashes;
import ru.mcu.platform.Refused;

/** Registration by other systems: the same request never makes two messages. */
@Service
@Transactional
class MessageIntake {

    private static final Set<String> REGISTER = Set.of("integration", "imOperator", "posOperator", "analyst", "head");

    private final Intake intake;
    private final MessageCards cards;
    private final JdbcClient jdbc;
    private final CurrentUser caller;
    private final ObjectMapper json;
    private final Clock clock;

    MessageIntake(
            Intake intake, MessageCards cards, JdbcClient jdbc, CurrentUser caller, ObjectMapper json, Clock clock) {
        this.intake = intake;
        this.cards = cards;
        this.jdbc = jdbc;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    /** @throws Refused 403 for those who do not take messages in */
    Receipt register(@Nullable String key, NewMessageRequest request) {
        if (caller.groups().stream().noneMatch(REGISTER::contains)) {
            throw Refused.forbidden(
                    "Нет права", "Сообщения регистрируют операторы, аналитик, руководитель и внешние системы.");
        }
        if (key == null || key.isBlank()) {
            return register(request);
        }
        if (key.length() > 200) {
            throw Refused.invalid("Слишком длинный ключ", "Idempotency-Key не длиннее 200 знаков.");
        }
        String hash = hash(request);
        int claimed = jdbc.sql("""
                insert into mcu.idempotent_request (caller, key, request_hash, created_at)
                values (:caller, :key, :hash, :now) on conflict do nothing""")
                .param("caller", caller.id())
                .param("key", key)
                .param("hash", hash)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (claimed == 0) {
            return repeated(key, hash);
        }
        Receipt receipt = register(request);
        jdbc.sql("update mcu.idempotent_request set subject_id = :id where caller = :caller and key = :key")
                .param("id", receipt.id())
                .param("caller", caller.id())
                .param("key", key)
                .update();
        return receipt;
    }

    private Receipt repeated(String key, String hash) {
        Stored stored = jdbc.sql(
                        "select request_hash, subject_id from mcu.idempotent_request where caller = :caller and key = :key")
                .param("caller", caller.id())
                .param("key", key)
                .query((row, number) ->
                        new Stored(row.getString("request_hash"), row.getObject("subject_id", UUID.class)))
                .single();
        if (!stored.hash().equals(hash)) {
            throw Refused.invalid(
                    "Ключ уже использован",
                    "С этим Idempotency-Key уже присылали другое сообщение: возьмите новый ключ.");
        }
        return new Receipt(stored.id(), false);
    }

    private Receipt register(NewMessageRequest request) {
        var registered = intake.register(new NewMessage(
                Channel.of(request.channel()),
                request.externalId(),
                null,
                request.thread() != null ? request.thread() : request.externalId(),
                request.link(),
                request.authorName(),
                request.authorContact(),
                request.authorLink(),
                false,
                request.text(),
                request.place(),
                request.district(),
                null,
                request.topic(),
                Priority.NORMAL,
                MessageKind.SOLVABLE,
                Regime.MESSAGE,
                null,
                Optional.ofNullable(request.receivedAt()).orElseGet(clock::instant),
                null,
                null,
                false,
                EntryStep.TRIAGE,
                null));
        if (!registered.created() && !cards.isVisible(registered.id())) {
            throw Refused.conflict(
                    "Уже зарегистрировано",
                    "Сообщение этого канала с таким externalId зарегистрировала другая система.");
        }
        return new Receipt(registered.id(), registered.created());
    }

    @Transactional(readOnly = true)
    MessageResource resource(UUID id) {
        MessageCard card = cards.card(id);
        Optional<MessageCard.PublicationView> answer = card.publications().stream()
                .filter(view -> view.kind() == ru.mcu.message.PublicationKind.ANSWER
                        && view.status() == PublicationStatus.PUBLISHED)
                .reduce((first, second) -> second);
        return new MessageResource(
                card.id(),
                card.number(),
                card.channel().code(),
                card.status().name(),
                card.statusTitle(),
                card.priority().code(),
                card.topic(),
                card.executor() == null ? null : card.executor().title(),
                card.registeredAt(),
                card.due() == null ? null : card.due().at(),
                answer.map(MessageCard.PublicationView::text).orElse(null),
                answer.map(MessageCard.PublicationView::link).orElse(null));
    }

    private String hash(NewMessageRequest request) {
        try {
            return Hashes.sha256(json.writeValueAsString(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    record Receipt(UUID id, boolean created) {}

    private record Stored(String hash, UUID id) {}
}
