package ru.mcu.survey;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Surveys without a database, a clock moved by hand, and the events that were published. */
public final class SurveyFixtures {

    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    public static final Instant EXPIRY = NOW.plusSeconds(14 * 86_400);
    public static final SurveySnapshot SNAPSHOT = new SurveySnapshot(
            "2026-00417",
            "На улице Мира третью неделю не горят фонари, от остановки до школы совсем темно.",
            "Здравствуйте! Фонари на улице Мира отремонтировали 27 февраля, заменили кабель и восемь светильников.\n\n"
                    + "Если снова погаснут, звоните в диспетчерскую «Горсвета»: работает круглосуточно.");

    public final ManualClock clock = new ManualClock(NOW);
    public final List<Object> events = new ArrayList<>();
    public final Surveys surveys =
            new Surveys(new InMemorySurveys(), new InMemoryPhotos(), event -> events.add(event), clock);

    /** A new survey about a new message. */
    public Invitation invite() {
        return surveys.invite(UUID.randomUUID(), SNAPSHOT, clock.instant().plusSeconds(14 * 86_400));
    }

    public static String token(Invitation invitation) {
        return invitation.path().substring("/survey/".length());
    }

    /** Time that stands still until it is moved. */
    public static final class ManualClock extends Clock {

        private volatile Instant now;

        ManualClock(Instant now) {
            this.now = now;
        }

        public void set(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final class InMemorySurveys implements SurveyRepository {

        private final Map<UUID, Survey> rows = new LinkedHashMap<>();

        @Override
        public synchronized Survey save(Survey survey) {
            rows.put(survey.id(), survey);
            return survey;
        }

        @Override
        public synchronized Optional<Survey> findById(UUID id) {
            return Optional.ofNullable(rows.get(id));
        }

        @Override
        public synchronized Optional<Survey> findFirstByMessageIdOrderByRoundDesc(UUID messageId) {
            return rows.values().stream()
                    .filter(survey -> survey.messageId().equals(messageId))
                    .max(Comparator.comparing(Survey::round));
        }

        @Override
        public synchronized Optional<Survey> findFirstByMessageIdAndAnsweredAtIsNotNullOrderByRoundDesc(
                UUID messageId) {
            return rows.values().stream()
                    .filter(survey -> survey.messageId().equals(messageId))
                    .filter(survey -> survey.result().isPresent())
                    .max(Comparator.comparing(Survey::round));
        }

        @Override
        public synchronized Optional<Survey> findByHash(String hash) {
            return rows.values().stream()
                    .filter(survey -> hash.equals(survey.tokenHash()) || hash.equals(survey.reminderTokenHash()))
                    .findFirst();
        }
    }

    private static final class InMemoryPhotos implements SurveyPhotoRepository {

        private final Map<UUID, SurveyPhoto> rows = new LinkedHashMap<>();

        @Override
        public synchronized SurveyPhoto save(SurveyPhoto photo) {
            rows.put(photo.surveyId(), photo);
            return photo;
        }

        @Override
        public synchronized Optional<SurveyPhoto> findById(UUID surveyId) {
            @Nullable SurveyPhoto photo = rows.get(surveyId);
            return Optional.ofNullable(photo);
        }
    }
}
