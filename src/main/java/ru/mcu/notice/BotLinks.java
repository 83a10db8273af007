package ru.mcu.notice;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.Hashes;

/** Links a person's messenger account with his login: he sends the bot a code that only his own page shows. */
@Service
@Transactional
public class BotLinks {

    private static final Duration VALID = Duration.ofMinutes(10);
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 10;

    private final HabitRows rows;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    BotLinks(HabitRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** A fresh code, valid for ten minutes; an earlier one of the same person ends. */
    public String offer(String user, NoticeRoute route) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        rows.offerLink(
                Hashes.sha256(code.toString()), user, route, clock.instant().plus(VALID), clock.instant());
        return code.toString();
    }

    /** Links the account that sent the code; the login, or empty when the code is wrong or too old. */
    public Optional<String> take(String code, NoticeRoute route, String account) {
        Optional<String> user = rows.takeLink(Hashes.sha256(code.strip()), route, clock.instant());
        user.ifPresent(it -> rows.link(it, route, account));
        return user;
    }

    public void unlink(String user, NoticeRoute route) {
        rows.link(user, route, null);
    }
}
