package ru.mcu.message;

import java.util.List;
import org.springframework.stereotype.Component;
import ru.mcu.message.MessageCard.RelatedView;

/** Earlier messages of the same author and place. */
@Component
class CardRelations {

    private static final int EXCERPT = 140;

    private final Messages messages;
    private final MessageAccess access;

    CardRelations(Messages messages, MessageAccess access) {
        this.messages = messages;
        this.access = access;
    }

    List<RelatedView> sameAuthor(Message message) {
        return message.authorKey == null
                ? List.of()
                : views(messages.findTop20ByAuthorKeyAndIdNotOrderByReceivedAtDesc(message.authorKey, message.id));
    }

    List<RelatedView> samePlace(Message message) {
        return message.placeKey == null
                ? List.of()
                : views(messages.findTop20ByPlaceKeyAndIdNotOrderByReceivedAtDesc(message.placeKey, message.id));
    }

    private List<RelatedView> views(List<Message> found) {
        return found.stream()
                .filter(access::mayRead)
                .map(message -> new RelatedView(
                        message.id, message.number, excerpt(message.text), message.receivedAt, message.status.title()))
                .toList();
    }

    static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT).stripTrailing() + "…";
    }
}
