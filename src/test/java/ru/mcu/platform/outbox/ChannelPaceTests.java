package ru.mcu.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.RecordingChannel;
import ru.mcu.WholeApplication;
import ru.mcu.platform.Refused;
import ru.mcu.platform.TestClock;

@WholeApplication
@DisplayName("Исходящие: каждому каналу свой темп, больному – покой")
class ChannelPaceTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxDispatcher dispatcher;

    @Autowired
    OutboxChannels channels;

    @Autowired
    OutboxSettings settings;

    @Autowired
    RecordingChannel recorder;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void mondayMorning() {
        clock.set(NOW);
        forget();
    }

    @AfterEach
    void timeRuns() {
        forget();
        clock.reset();
    }

    private void forget() {
        recorder.reset();
        database.sql("delete from mcu.outbox where channel = 'recorder'").update();
        database.sql("delete from mcu.outbox_channel where channel = 'recorder'")
                .update();
        transaction.executeWithoutResult(
                status -> database.sql("insert into mcu.outbox_channel (channel) values ('recorder')")
                        .update());
    }

    @Test
    @DisplayName("в один чат – не чаще раза в секунду, другие чаты не ждут")
    void oneTextASecondIntoOneChat() {
        put("chat-1", "первый");
        put("chat-1", "второй");
        put("chat-2", "третий");

        dispatcher.dispatchDue();
        assertThat(recorder.bodies()).containsExactlyInAnyOrder("первый", "третий");

        clock.set(NOW.plusSeconds(2));
        dispatcher.dispatchDue();
        assertThat(recorder.bodies()).containsExactlyInAnyOrder("первый", "третий", "второй");
    }

    @Test
    @DisplayName("канал молчит: один сигнал и одна проба за паузу, а не тысяча попыток; потом всё уходит само")
    void aDeadChannelRestsAndIsToldOnce() {
        for (int i = 0; i < 40; i++) {
            put(null, "Ответ " + i);
        }
        recorder.answer(delivery -> new DeliveryResult.Temporary("Сервер не отвечает", null));

        dispatcher.dispatchDue();
        int tried = recorder.bodies().size();
        assertThat(tried)
                .as("one batch may be under way when the breaker opens")
                .isLessThanOrEqualTo(settings.batch());
        dispatcher.dispatchDue();
        assertThat(recorder.bodies()).as("the channel rests").hasSize(tried);

        Instant later = NOW;
        for (int rest = 0; rest < 3; rest++) {
            later = later.plus(settings.longestRest()).plusSeconds(1);
            clock.set(later);
            dispatcher.dispatchDue();
        }
        assertThat(recorder.bodies()).as("one probe for each rest").hasSize(tried + 3);
        assertThat(recorder.news()).hasSize(1).first().isInstanceOf(ChannelBroken.class);
        assertThat(state().brokenSince()).isEqualTo(NOW);
        assertThat(state().lastError()).isEqualTo("Сервер не отвечает");

        recorder.reset();
        clock.set(later.plus(Duration.ofHours(2)));
        dispatcher.dispatchDue();

        assertThat(recorder.bodies()).hasSize(40).doesNotHaveDuplicates();
        assertThat(recorder.news()).hasSize(1).first().isInstanceOf(ChannelRecovered.class);
        assertThat(state().brokenSince()).isNull();
        assertThat(state().waiting()).isZero();
    }

    @Test
    @DisplayName("отказ одному тексту – не болезнь канала")
    void oneRefusedTextDoesNotBreakTheChannel() {
        for (int i = 0; i < settings.breakAfter() + 5; i++) {
            put(null, "Отказ " + i);
        }
        recorder.answer(delivery -> new DeliveryResult.Permanent("Комментарии закрыты"));

        dispatcher.dispatchDue();

        assertThat(recorder.news()).isEmpty();
        assertThat(state().failed()).isEqualTo(settings.breakAfter() + 5);
        assertThat(state().heldUntil()).isNull();
    }

    @Test
    @DisplayName("состояние канала пропало: канал работает дальше")
    void aChannelWithoutStateIsKnownAnew() {
        database.sql("delete from mcu.outbox_channel where channel = 'recorder'")
                .update();
        put(null, "Всё равно уйдёт");

        dispatcher.dispatchDue();

        assertThat(recorder.bodies()).containsExactly("Всё равно уйдёт");
    }

    @Test
    @DisplayName("на паузе ничего не уходит и ничего не теряется")
    void aPausedChannelKeepsItsQueue() {
        channels.pause("recorder");
        put(null, "Подождёт");

        dispatcher.dispatchDue();
        assertThat(recorder.bodies()).isEmpty();
        assertThat(state().paused()).isTrue();

        channels.resume("recorder");
        dispatcher.dispatchDue();
        assertThat(recorder.bodies()).containsExactly("Подождёт");
    }

    @Test
    @DisplayName("неизвестно, дошло ли: канал спрашивают иначе, чем в первый раз")
    void aTextThatMayHaveArrivedIsNotSentBlindly() {
        recorder.answer(delivery -> new DeliveryResult.Temporary("Связь прервалась", null, true));
        put(null, "Дошёл или нет");
        dispatcher.dispatchDue();
        assertThat(recorder.bodiesAgain()).isEmpty();

        recorder.reset();
        clock.set(NOW.plus(Duration.ofHours(2)));
        dispatcher.dispatchDue();

        assertThat(recorder.bodiesAgain()).containsExactly("Дошёл или нет");
    }

    @Test
    @DisplayName("узел умер посреди отправки: следующий знает, что текст мог дойти")
    void whatADeadNodeWasSendingMayHaveArrived() {
        put(null, "На полпути");
        database.sql("""
                update mcu.outbox set status = 'SENDING', attempts = 1, locked_until = :until where channel = 'recorder'""")
                .param("until", NOW.plusSeconds(1).atOffset(java.time.ZoneOffset.UTC))
                .update();
        clock.set(NOW.plusSeconds(5));

        dispatcher.dispatchDue();

        assertThat(recorder.bodiesAgain()).containsExactly("На полпути");
    }

    @Test
    @DisplayName("канал назвал время: раньше его не беспокоят")
    void theChannelsOwnRetryTimeIsKept() {
        Instant named = NOW.plus(Duration.ofMinutes(7));
        recorder.answer(delivery -> new DeliveryResult.Temporary("Слишком часто", named));
        put(null, "Позже");
        dispatcher.dispatchDue();
        recorder.reset();

        clock.set(named.minusSeconds(1));
        dispatcher.dispatchDue();
        assertThat(recorder.bodies()).isEmpty();
        clock.set(named);
        dispatcher.dispatchDue();

        assertThat(recorder.bodies()).containsExactly("Позже");
    }

    @Test
    @DisplayName("неудачную отправку можно повторить один раз, второе нажатие ничего не удваивает")
    void aFailedDeliveryIsSentAgainOnce() {
        recorder.answer(delivery -> new DeliveryResult.Permanent("Нет такого адреса"));
        put(null, "Повтор");
        dispatcher.dispatchDue();
        UUID failed = channels.failed("recorder", 10).get(0).id();
        recorder.reset();

        channels.again(failed);
        assertThatThrownBy(() -> channels.again(failed)).isInstanceOf(Refused.class);
        dispatcher.dispatchDue();

        assertThat(recorder.bodies()).containsExactly("Повтор");
    }

    @Test
    @DisplayName("темп канала: не больше разрешённого в секунду, простой не копится")
    void tokensDoNotPileUp() {
        ChannelState idle = new ChannelState(0, NOW.minus(Duration.ofHours(1)), 0, null, null, false);
        ChannelState used = new ChannelState(0, NOW, 0, null, null, false);

        assertThat(idle.tokens(NOW, 3)).isEqualTo(3);
        assertThat(used.tokens(NOW, 3)).isZero();
        assertThat(used.tokens(NOW.plusMillis(500), 3)).isEqualTo(1.5);
    }

    private OutboxChannels.State state() {
        return channels.all().stream()
                .filter(state -> state.code().equals("recorder"))
                .findFirst()
                .orElseThrow();
    }

    private void put(@org.jspecify.annotations.Nullable String chat, String body) {
        UUID reference = UUID.randomUUID();
        transaction.executeWithoutResult(status -> outbox.put(
                new Delivery(reference, "recorder", null, chat, null, body, List.of(), "pace-" + reference)));
    }
}
