package ru.mcu.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.mcu.channel.Inbox;
import ru.mcu.platform.Channel;
import ru.mcu.platform.ClusterLock;

@DisplayName("Телеграм: опрос, когда до сервера города нет пути снаружи")
class TelegramPollingTests {

    private final TelegramServer server = new TelegramServer();
    private final Inbox inbox = mock(Inbox.class);
    private final ClusterLock lock = mock(ClusterLock.class);
    private final List<String> kept = new ArrayList<>();
    private final TelegramPolling polling = polling();
    private boolean databaseIsAway;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void wire() {
        when(lock.ifFree(anyString(), any()))
                .thenAnswer(
                        call -> Optional.of(call.getArgument(1, Supplier.class).get()));
        doAnswer(call -> {
                    if (databaseIsAway && kept.size() == 1) {
                        throw new IllegalStateException("no database");
                    }
                    return kept.add(call.getArgument(1));
                })
                .when(inbox)
                .put(eq(Channel.TELEGRAM), anyString(), any());
    }

    @AfterEach
    void close() {
        polling.stop();
        server.close();
    }

    @Test
    @DisplayName("подтверждается только то, что сохранено")
    void confirmsOnlyWhatIsKept() {
        server.offer(update(10));
        server.offer(update(11));
        databaseIsAway = true;

        assertThat(polling.round()).isPositive();
        assertThat(kept).containsExactly("10");
        databaseIsAway = false;
        assertThat(polling.round()).isZero();
        assertThat(kept).containsExactly("10", "11");
        assertThat(server.unconfirmed()).isEqualTo(1);
        polling.round();
        assertThat(server.unconfirmed()).isZero();
        assertThat(kept).containsExactly("10", "11");
    }

    @Test
    @DisplayName("после перезапуска неподтверждённое приходит снова, ничего не теряется")
    void nothingIsLostByARestart() {
        server.offer(update(10));
        polling.round();
        polling().round();

        assertThat(kept).containsExactly("10", "10");
    }

    @Test
    @DisplayName("мешает webhook – он снимается; опрашивает кто-то ещё – отходим всё дальше")
    void handlesConflicts() {
        server.webhook("https://old.example/hook");
        server.offer(update(10));

        assertThat(polling.round()).isPositive();
        assertThat(server.calls("deleteWebhook")).singleElement().satisfies(call -> assertThat(
                        call.parameters().path("drop_pending_updates").asBoolean(true))
                .isFalse());
        assertThat(polling.round()).isZero();
        assertThat(kept).containsExactly("10");

        server.refusePoll(409, "Conflict: terminated by other getUpdates request");
        server.refusePoll(409, "Conflict: terminated by other getUpdates request");
        Duration first = polling.round();
        assertThat(polling.round()).isGreaterThan(first);
        assertThat(server.calls("deleteWebhook")).hasSize(1);
    }

    @Test
    @DisplayName("пока опрашивает другой узел, этот ждёт")
    void oneNodeAtATime() {
        doReturn(Optional.empty()).when(lock).ifFree(anyString(), any());

        assertThat(polling.round()).isEqualTo(Duration.ofSeconds(10));
        assertThat(server.calls("getUpdates")).isEmpty();
    }

    @Test
    @DisplayName("нажавшему кнопку отвечают сразу")
    void answersAPress() {
        server.offer("""
                {"update_id": 12, "callback_query": {"id": "77", "from": {"id": 5}, "data": "mark:%s:5",
                 "message": {"message_id": 3, "chat": {"id": 5, "type": "private"}}}}""".formatted("t".repeat(43)));

        polling.round();

        assertThat(server.calls("answerCallbackQuery")).singleElement().satisfies(call -> {
            assertThat(call.parameters().path("callback_query_id").asText()).isEqualTo("77");
            assertThat(call.parameters().path("text").asText()).isEqualTo("Спасибо за оценку");
        });
    }

    @Test
    @DisplayName("опрос начинается и кончается вместе с приложением")
    void startsAndStops() {
        polling.start();
        assertThat(polling.isRunning()).isTrue();
        polling.stop();
        assertThat(polling.isRunning()).isFalse();
    }

    private TelegramPolling polling() {
        TelegramSettings settings = new TelegramSettings(
                TelegramServer.TOKEN,
                TelegramSettings.Mode.POLLING,
                "",
                TelegramServer.BOT,
                Set.of(),
                server.base(),
                Duration.ofSeconds(1));
        return new TelegramPolling(settings, TelegramChannelTests.client(settings), inbox, lock, Clock.systemUTC());
    }

    private static String update(int id) {
        return """
                {"update_id": %d, "message": {"message_id": 1, "date": 1, "text": "Яма",
                 "chat": {"id": 5, "type": "private"}, "from": {"id": 5, "first_name": "Анна"}}}""".formatted(id);
    }
}
