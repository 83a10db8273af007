package ru.mcu.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mcu.message.AnswerOutcome;
import ru.mcu.message.MessageKind;
import ru.mcu.message.Regime;
import ru.mcu.platform.Channel;

/**
 * One story of the data file. Texts may hold {@code {-2}} and {@code {срок}}: the date two days before the step, and the
 * promised or final date.
 *
 * @param key unique for good: registration is repeatable by it
 * @param ago working hours between registration and now
 * @param minutes minutes by the clock between registration and now; wins over {@code ago}
 * @param priority normal, high or resonant, as triage decides
 * @param topicGroup overrides the proposal of triage, with {@code topic}
 * @param ask topic groups whose bodies are asked for facts
 * @param questions one for each of {@code ask}
 * @param remarks why a draft was returned, one for each round
 * @param reason of whoever decides something else than usual
 * @param parent key of the main message of a duplicate
 * @param same key of the message that this one repeats word for word or nearly
 * @param days days from today to the promised or final date, negative in the past
 * @param pace how much slower than usual the staff work
 */
public record DemoMessage(
        String key,
        Channel channel,
        Stage stage,
        double ago,
        int minutes,
        @Nullable String author,
        @Nullable String contact,
        boolean anonymous,
        String text,
        @Nullable Regime regime,
        @Nullable MessageKind kind,
        @Nullable String priority,
        @Nullable String topicGroup,
        @Nullable String topic,
        @Nullable String answer,
        @Nullable AnswerOutcome outcome,
        @Nullable String question,
        @Nullable String reply,
        List<String> ask,
        List<String> questions,
        List<String> remarks,
        @Nullable String reason,
        @Nullable String parent,
        @Nullable String same,
        int days,
        int mark,
        @Nullable String comment,
        double pace) {

    public DemoMessage {
        text = text == null ? "" : text;
        ask = ask == null ? List.of() : List.copyOf(ask);
        questions = questions == null ? List.of() : List.copyOf(questions);
        remarks = remarks == null ? List.of() : List.copyOf(remarks);
        pace = pace == 0 ? 1 : pace;
    }

    /** The id in the channel, by which registration is repeatable. */
    public String externalId() {
        return "demo-" + key;
    }
}
