package ru.mcu.message.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.mcu.WholeApplication;
import ru.mcu.platform.Refused;

@WholeApplication
@DisplayName("Кто какое сообщение видит")
class MessageAccessTests extends MessagePaths {

    private static final String ASKED = "ispolnitel-vodokanal";

    @Test
    @DisplayName("орган – своё и то, о чём его спросили; контактов автора спрошенный не видит")
    void bodiesSeeTheirsAndWhatTheyAreAskedAbout() {
        UUID message = new Answering(staff).letterInDrafting("ivan@author.example", null);
        assertThat(sees(EXECUTOR, message)).isTrue();
        assertThat(sees(ASKED, message)).isFalse();

        staff.does(
                EXECUTOR,
                message,
                DRAFT,
                Answering.needFacts(List.of(Answering.question("vodokanal", "Чей это колодец?"))));

        assertThat(sees(ASKED, message)).isTrue();
        assertThat(sees("ispolnitel-culture", message)).isFalse();
        assertThat(contact(ASKED, message)).isNull();
        assertThat(contact(EXECUTOR, message)).isEqualTo("ivan@author.example");
    }

    @Test
    @DisplayName("ЦУР – только пока согласует, и без контактов автора")
    void theRegionalCentreSeesWhatItDecidesOn() {
        UUID message = staff.register(Answering.letter("ivan@author.example", null));
        accept(message, "resonant");
        assertThat(sees("cur", message)).isFalse();

        staff.does("riski", message, CONCEPT, Map.of("concept", "Назвать срок ремонта"));
        draft(message, "solved");
        approve(message);
        assertThat(sees("cur", message)).isTrue();
        assertThat(contact("cur", message)).isNull();
        assertThat(contact("im", message)).isEqualTo("ivan@author.example");

        staff.does("cur", message, Answering.APPROVE_BY_CUR, input("approve"));
        assertThat(sees("cur", message)).isFalse();
    }

    private boolean sees(String user, UUID message) {
        boolean visible = staff.as(user, () -> cards.isVisible(message));
        if (!visible) {
            assertThatThrownBy(() -> staff.as(user, () -> cards.card(message)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("не для вас");
        }
        return visible;
    }

    private @Nullable String contact(String user, UUID message) {
        return staff.as(user, () -> cards.card(message)).author().contact();
    }
}
