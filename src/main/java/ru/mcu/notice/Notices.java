package ru.mcu.notice;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.directory.Directory;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.Outbox;

/**
 * Tells people, each in the ways and at the times he chose. Written into the outbox with what happened; a text names a
 * message by topic and number only, and the recipient by his login.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Notices {

    private final HabitRows habits;
    private final QuietTime quiet;
    private final Outbox outbox;
    private final Directory directory;
    private final Clock clock;

    Notices(HabitRows habits, QuietTime quiet, Outbox outbox, Directory directory, Clock clock) {
        this.habits = habits;
        this.quiet = quiet;
        this.outbox = outbox;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @param key what happened; the same happening is told once
     * @param text without personal data
     */
    public void tell(Collection<String> users, NoticeKind kind, String key, String subject, String text) {
        List<NoticeRoute> open = Arrays.stream(NoticeRoute.values())
                .filter(route -> outbox.delivers(route.carrier()))
                .toList();
        if (open.isEmpty() || users.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<String, Habits> known = habits.of(users);
        Set<String> withMail = open.contains(NoticeRoute.MAIL) ? directory.withMail(users) : Set.of();
        known.forEach((user, wishes) -> {
            Instant at = kind.breaksQuiet() ? now : quiet.notBefore(wishes, now);
            open.stream()
                    .filter(route -> wishes.wants(kind, route))
                    .filter(route -> route != NoticeRoute.MAIL || withMail.contains(user))
                    .forEach(route -> outbox.put(delivery(user, route, kind, key, subject, text), at));
        });
    }

    private static Delivery delivery(
            String user, NoticeRoute route, NoticeKind kind, String key, String subject, String text) {
        String once = "notice-" + kind.code() + "-" + key + "-" + user + "-" + route.code();
        UUID reference = UUID.nameUUIDFromBytes(once.getBytes(StandardCharsets.UTF_8));
        return new Delivery(reference, route.carrier(), user, null, subject, text, List.of(), once);
    }
}
