package ru.mcu.message.process;

import java.time.Clock;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.message.ByHand;
import ru.mcu.message.EntryStep;
import ru.mcu.message.Intake;
import ru.mcu.message.MessageKind;
import ru.mcu.message.NewMessage;
import ru.mcu.message.Priority;
import ru.mcu.message.Regime;
import ru.mcu.message.Registered;
import ru.mcu.platform.Channel;
import ru.mcu.platform.Refused;

/** Registers a message and runs {@code messageRegistrationByHand}, whose permissions say who may do so. */
@Component
class RegistersByHand implements ByHand {

    private final Intake intake;
    private final RuntimeService runtime;
    private final Clock clock;

    RegistersByHand(Intake intake, RuntimeService runtime, Clock clock) {
        this.intake = intake;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Registered register(Call call) {
        Registered registered = intake.register(new NewMessage(
                Channel.of(call.channel()),
                null,
                null,
                null,
                null,
                call.authorName(),
                call.authorContact(),
                null,
                call.anonymous(),
                call.text(),
                call.place(),
                call.district(),
                null,
                null,
                Priority.NORMAL,
                MessageKind.SOLVABLE,
                call.regime() == null ? Regime.MESSAGE : Regime.of(call.regime()),
                null,
                call.receivedAt() == null ? clock.instant() : call.receivedAt(),
                null,
                null,
                false,
                EntryStep.TRIAGE,
                null));
        try {
            runtime.startProcessInstanceByKey(
                    "messageRegistrationByHand", registered.id().toString());
        } catch (AuthorizationException e) {
            throw Refused.forbidden("Нет права", "Сообщения регистрируют операторы, аналитик и руководитель.");
        }
        return registered;
    }
}
