package ru.mcu.message.process;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.MessageStatus;
import ru.mcu.platform.Refused;
import ru.mcu.platform.engine.EngineAccess;

/** Refuses a second process for a message: whoever starts one by hand in Cockpit or through REST would double the work. */
@Component
class OneProcessPerMessage {

    private final RuntimeService runtime;
    private final MessageFacts facts;
    private final EngineAccess engine;

    OneProcessPerMessage(RuntimeService runtime, MessageFacts facts, EngineAccess engine) {
        this.runtime = runtime;
        this.facts = facts;
        this.engine = engine;
    }

    /** @throws Refused when the started process names no message, a closed one or one that is in work already */
    void require(DelegateExecution started) {
        UUID message = messageOf(started.getProcessBusinessKey());
        if (facts.status(message) == MessageStatus.CLOSED) {
            throw Refused.conflict(
                    "Сообщение закрыто", "Сообщение " + facts.number(message) + " закрыто: процесс по нему не начать.");
        }
        boolean running = engine.asSystem(() -> runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("messageHandling")
                .processInstanceBusinessKey(message.toString())
                .list()
                .stream()
                .anyMatch(other -> !other.getId().equals(started.getProcessInstanceId())));
        if (running) {
            throw Refused.conflict(
                    "Сообщение уже в работе", "По сообщению " + facts.number(message) + " процесс уже идёт.");
        }
    }

    private UUID messageOf(@org.jspecify.annotations.Nullable String businessKey) {
        return java.util.Optional.ofNullable(businessKey)
                .flatMap(facts::known)
                .orElseThrow(() -> Refused.invalid(
                        "Нет такого сообщения",
                        "Процесс начинается сам, когда сообщение зарегистрировано; бизнес-ключ — номер его записи."));
    }
}
