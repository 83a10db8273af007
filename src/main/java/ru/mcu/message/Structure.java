package ru.mcu.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.answer.PersonalDataDetector;
import ru.mcu.directory.Body;
import ru.mcu.directory.Directory;
import ru.mcu.structuring.Fingerprint;
import ru.mcu.structuring.FoundAddress;
import ru.mcu.structuring.RawText;
import ru.mcu.structuring.Structuring;

/** Makes proposals for triage: topic, place, executor, duplicates, personal data. Proposes only: a person decides. */
@Service
@Transactional
public class Structure {

    private static final Duration NEAR = Duration.ofDays(14);
    private static final double ALIKE = 0.85;
    private static final int COMPARED = 100;
    private static final int SHOWN = 5;

    private final Messages messages;
    private final Structuring structuring;
    private final PersonalDataDetector personalData;
    private final ExecutorRouting routing;
    private final Directory directory;
    private final ObjectMapper json;

    Structure(
            Messages messages,
            Structuring structuring,
            PersonalDataDetector personalData,
            ExecutorRouting routing,
            Directory directory,
            ObjectMapper json) {
        this.messages = messages;
        this.structuring = structuring;
        this.personalData = personalData;
        this.routing = routing;
        this.directory = directory;
        this.json = json;
    }

    /** Computes the proposals once and keeps them with the message; what the source named stays as it is. */
    public void propose(UUID messageId) {
        Message message = messages.findById(messageId).orElseThrow();
        if (message.isClosed()) {
            throw new IllegalStateException("message " + message.number + " is closed");
        }
        var found = structuring.suggest(new RawText(message.text, message.topic, message.topicGroup, message.place));
        Suggestion suggestion = new Suggestion();
        suggestion.place = message.place != null
                ? message.place
                : Optional.ofNullable(found.address())
                        .map(FoundAddress::oneLine)
                        .orElse(null);
        suggestion.district = message.district != null ? message.district : found.districtCode();
        suggestion.topicGroup = found.topic().groupName();
        suggestion.topic = found.topic().topicName();
        suggestion.topicWhy = found.topic().why();
        Optional<Body> executor = Optional.ofNullable(message.executorBody)
                .or(() -> routing.bodyFor(suggestion.topicGroup, suggestion.district))
                .flatMap(directory::findBody);
        suggestion.executor = executor.map(Body::code).orElse(null);
        suggestion.executorWhy = message.executorBody != null
                ? "так записано в системе-источнике"
                : executor.map(body -> "по теме «" + suggestion.topicGroup + "»")
                        .orElse("подходящего правила нет: решите сами");
        message.placeKey = Triage.placeKey(suggestion.place);
        suggestion.duplicates = duplicates(message, suggestion);
        suggestion.personalData = personalData.find(message.text).stream()
                .map(span -> span.kind().name())
                .distinct()
                .toList();
        message.suggestion = write(suggestion);
        if (message.topic == null) {
            message.topicGroup = suggestion.topicGroup;
            message.topic = suggestion.topic;
        }
        if (message.district == null) {
            message.district = suggestion.district;
        }
        if (message.place == null) {
            message.place = suggestion.place;
        }
    }

    private List<Similar> duplicates(Message message, Suggestion suggestion) {
        Instant since = message.receivedAt.minus(NEAR);
        Map<UUID, Similar> similar = new LinkedHashMap<>();
        if (!message.text.isBlank()) {
            messages.findTop5ByFingerprintAndIdNotAndReceivedAtAfterOrderByReceivedAtDesc(
                            message.fingerprint, message.id, since)
                    .forEach(other -> similar.put(other.id, Similar.of(other, "тот же текст")));
        }
        if (message.placeKey != null && suggestion.topicGroup != null) {
            messages.findTop5ByPlaceKeyAndTopicGroupAndIdNotAndReceivedAtAfterOrderByReceivedAtDesc(
                            message.placeKey, suggestion.topicGroup, message.id, since)
                    .forEach(other -> similar.putIfAbsent(other.id, Similar.of(other, "то же место и та же тема")));
        }
        if (suggestion.topicGroup != null && message.nearFingerprint != 0) {
            List<UUID> alike = nearlyEqual(message, suggestion.topicGroup, since).stream()
                    .filter(id -> !similar.containsKey(id))
                    .toList();
            messages.findByIdIn(alike).forEach(other -> similar.put(other.id, Similar.of(other, "почти тот же текст")));
        }
        return new ArrayList<>(similar.values());
    }

    private List<UUID> nearlyEqual(Message message, String topicGroup, Instant since) {
        Fingerprint own = new Fingerprint(message.fingerprint, message.nearFingerprint);
        return messages.recentOf(topicGroup, since, message.id, COMPARED).stream()
                .filter(other ->
                        own.similarity(new Fingerprint(other.getFingerprint(), other.getNearFingerprint())) >= ALIKE)
                .limit(SHOWN)
                .map(NearCandidate::getId)
                .toList();
    }

    private String write(Suggestion suggestion) {
        try {
            return json.writeValueAsString(suggestion);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static class Suggestion {
        public @Nullable String place;
        public @Nullable String district;
        public @Nullable String topicGroup;
        public @Nullable String topic;
        public @Nullable String topicWhy;
        public @Nullable String executor;
        public @Nullable String executorWhy;
        public List<Similar> duplicates = List.of();
        public List<String> personalData = List.of();
    }

    /** A message that may be about the same matter. */
    record Similar(UUID id, String number, String excerpt, String status, String why) {

        static Similar of(Message other, String why) {
            String text = other.text;
            return new Similar(
                    other.id,
                    other.number,
                    text.length() > 160 ? text.substring(0, 160) + "…" : text,
                    other.status.title(),
                    why);
        }
    }
}
