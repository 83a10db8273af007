package ru.mcu.message;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import ru.mcu.directory.Directory;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.audit.AuditTrail;

/** Records who was shown which author's contacts: once a day for a person and a message (152-ФЗ, art. 19). */
@Service
public class ContactLooks {

    private final AuditTrail audit;
    private final CurrentUser user;
    private final Directory directory;
    private final Clock clock;

    ContactLooks(AuditTrail audit, CurrentUser user, Directory directory, Clock clock) {
        this.audit = audit;
        this.user = user;
        this.directory = directory;
        this.clock = clock;
    }

    /** To be called with every card that goes to somebody's screen; returns it unchanged. */
    public MessageCard shown(MessageCard card) {
        if (card.author().contact() != null || card.author().link() != null) {
            LocalDate today =
                    LocalDate.ofInstant(clock.instant(), directory.city().zone());
            audit.lookOnce(card.id(), "Просмотрены контакты автора", user.id(), today);
        }
        return card;
    }
}
