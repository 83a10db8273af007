package ru.mcu.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.mcu.platform.Hashes;
import ru.mcu.platform.Refused;

@DisplayName("Публикация решается один раз")
class PublicationRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @ParameterizedTest
    @EnumSource
    @DisplayName("в отправку идёт готовое или то, что канал вернул")
    void onlyWhatIsNotDecidedIsSent(PublicationStatus status) {
        allowed(status, Publication::sending, PublicationStatus.PREPARED, PublicationStatus.FAILED);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("опубликованное и решённое не публиковать второй раз не публикуется")
    void publishedOnce(PublicationStatus status) {
        allowed(
                status,
                it -> it.published(NOW, "im", null, null),
                PublicationStatus.PREPARED,
                PublicationStatus.SENDING,
                PublicationStatus.FAILED);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("отказаться можно от всего, что не опубликовано")
    void thePublishedIsNotWithheld(PublicationStatus status) {
        allowed(
                status,
                it -> it.withheld("im", "Передумали"),
                PublicationStatus.PREPARED,
                PublicationStatus.SENDING,
                PublicationStatus.FAILED,
                PublicationStatus.WITHHELD);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("отказать и отозвать можно только отправляемое")
    void onlyWhatIsOnItsWayFailsOrComesBack(PublicationStatus status) {
        allowed(status, it -> it.failed("Канал не отвечает"), PublicationStatus.SENDING);
        allowed(status, Publication::takenBack, PublicationStatus.SENDING);
    }

    @Test
    @DisplayName("изменённый текст не уходит")
    void theApprovedTextOnly() {
        Publication publication = at(PublicationStatus.PREPARED);
        publication.text = "Иначе";

        assertThatThrownBy(publication::sending).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> publication.published(NOW, "im", null, null))
                .isInstanceOf(IllegalStateException.class);
        assertThat(publication.status).isEqualTo(PublicationStatus.PREPARED);
    }

    private static void allowed(PublicationStatus from, Consumer<Publication> change, PublicationStatus... allowed) {
        Publication publication = at(from);
        if (EnumSet.of(allowed[0], allowed).contains(from)) {
            change.accept(publication);
        } else {
            assertThatThrownBy(() -> change.accept(publication))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("обновите страницу");
            assertThat(publication.status).isEqualTo(from);
        }
    }

    private static Publication at(PublicationStatus status) {
        Publication publication = new Publication();
        publication.status = status;
        publication.text = "Здравствуйте! Яму заделали.";
        publication.sha256 = Hashes.sha256(publication.text);
        return publication;
    }
}
