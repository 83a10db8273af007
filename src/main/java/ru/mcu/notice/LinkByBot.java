package ru.mcu.notice;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import ru.mcu.channel.BotCommands;
import ru.mcu.platform.Channel;
import ru.mcu.platform.Ids;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.Outbox;

/** The only command that the bot knows: a code that links the sender's account with a login. It changes nothing else. */
@Component
class LinkByBot implements BotCommands {

    private static final Pattern START = Pattern.compile("/start\\s+([A-Z0-9]{10})\\s*");

    private final BotLinks links;
    private final Outbox outbox;

    LinkByBot(BotLinks links, Outbox outbox) {
        this.links = links;
        this.outbox = outbox;
    }

    @Override
    public boolean take(Channel channel, long chatId, String text) {
        Matcher command = START.matcher(text);
        if (!command.matches()) {
            return false;
        }
        NoticeRoute route = channel == Channel.TELEGRAM ? NoticeRoute.TELEGRAM : NoticeRoute.MAX;
        return links.take(command.group(1), route, String.valueOf(chatId))
                .map(user -> greet(user, route))
                .orElse(false);
    }

    private boolean greet(String user, NoticeRoute route) {
        UUID id = Ids.next();
        outbox.put(new Delivery(
                id,
                route.carrier(),
                user,
                null,
                "Готово",
                "Сюда будут приходить уведомления о ваших задачах. Что и когда присылать, выберите в Tasklist на странице"
                        + " «Уведомления».",
                List.of(),
                "linked-" + id));
        return true;
    }
}
