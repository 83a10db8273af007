package ru.mcu.notice;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.directory.Directory;
import ru.mcu.directory.Role;
import ru.mcu.platform.outbox.ChannelBroken;
import ru.mcu.platform.outbox.ChannelRecovered;

/** Tells administrators that a channel is dead, once, and that it lives again. */
@Component
class ChannelNews {

    private final Notices notices;
    private final Directory directory;

    ChannelNews(Notices notices, Directory directory) {
        this.notices = notices;
        this.directory = directory;
    }

    @EventListener
    @Transactional
    public void on(ChannelBroken broken) {
        notices.tell(
                administrators(),
                NoticeKind.SYSTEM,
                broken.carrier() + "-" + broken.at(),
                "Канал не отвечает: " + broken.title(),
                "Канал «" + broken.title() + "» не принимает сообщения: " + broken.reason()
                        + ". Очередь подождёт и уйдёт сама, когда связь вернётся. Подробности: Cockpit, страница «Каналы».");
    }

    @EventListener
    @Transactional
    public void on(ChannelRecovered recovered) {
        notices.tell(
                administrators(),
                NoticeKind.SYSTEM,
                recovered.carrier() + "-ok-" + recovered.brokenSince(),
                "Канал снова работает: " + recovered.title(),
                "Канал «" + recovered.title() + "» снова принимает сообщения.");
    }

    private List<String> administrators() {
        return directory.usersOf(Role.ADMIN.code());
    }
}
