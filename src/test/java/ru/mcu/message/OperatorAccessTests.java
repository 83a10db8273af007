package ru.mcu.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.WholeApplication;
import ru.mcu.directory.Directory;
import ru.mcu.platform.Channel;
import ru.mcu.platform.CurrentUser;

@WholeApplication
@DisplayName("Оператор, который только оператор, видит сообщения своих каналов")
class OperatorAccessTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Directory directory;

    @Test
    @DisplayName("оператор ПОС – только ПОС")
    void theOperatorOfPos() {
        assertThat(as("posOperator").mayRead(of(Channel.POS))).isTrue();
        assertThat(as("posOperator").mayRead(of(Channel.VK))).isFalse();
        assertThat(as("posOperator").mayRead(of(Channel.IM))).isFalse();
    }

    @Test
    @DisplayName("оператор ИМ – всё, кроме ПОС")
    void theOperatorOfIm() {
        assertThat(as("imOperator").mayRead(of(Channel.IM))).isTrue();
        assertThat(as("imOperator").mayRead(of(Channel.VK))).isTrue();
        assertThat(as("imOperator").mayRead(of(Channel.POS))).isFalse();
    }

    @Test
    @DisplayName("аналитик видит всё, человек без роли – ничего")
    void othersSeeAllOrNothing() {
        assertThat(as("analyst").mayRead(of(Channel.POS))).isTrue();
        assertThat(as("analyst").mayRead(of(Channel.VK))).isTrue();
        assertThat(as("nobody").mayRead(of(Channel.VK))).isFalse();
    }

    private MessageAccess as(String group) {
        return new MessageAccess(
                new CurrentUser() {
                    @Override
                    public String id() {
                        return "somebody";
                    }

                    @Override
                    public Set<String> groups() {
                        return Set.of(group);
                    }
                },
                jdbc,
                directory);
    }

    private static Message of(Channel channel) {
        Message message = Message.create(UUID.randomUUID(), "МЦУ-2026-000001");
        message.channel = channel.code();
        message.registeredBy = "system";
        return message;
    }
}
