package ru.mcu.message;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.mcu.directory.Directory;
import ru.mcu.platform.Channel;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Refused;

/** Who may read which message: a body its own and those it is asked about, operators theirs, the МЦУ all. */
@Component
public class MessageAccess {

    private static final Set<String> READ_ALL = Set.of("head", "curator", "analyst", "riskCoordinator", "admin");

    private final CurrentUser user;
    private final JdbcClient jdbc;
    private final Directory directory;

    MessageAccess(CurrentUser user, JdbcClient jdbc, Directory directory) {
        this.user = user;
        this.jdbc = jdbc;
        this.directory = directory;
    }

    boolean mayRead(Message message) {
        if (user.id().equals(CurrentUser.SYSTEM) || user.groups().stream().anyMatch(READ_ALL::contains)) {
            return true;
        }
        if (user.in("posOperator") && message.channel() == Channel.POS) {
            return true;
        }
        if (user.in("imOperator") && message.channel() != Channel.POS) {
            return true;
        }
        return message.executorBody != null && (user.in("body-" + message.executorBody) || leads(message.executorBody))
                || user.in("cur") && message.status == MessageStatus.CUR_APPROVAL
                || user.in("integration") && message.registeredBy.equals(user.id())
                || wasAsked(message.id);
    }

    /** Whoever answers for an industry block sees the work of its bodies (Рубцовск 4.3.2). */
    private boolean leads(String body) {
        return directory
                .findBody(body)
                .map(directory::blockOf)
                .filter(block -> user.in(block.group()))
                .isPresent();
    }

    private boolean wasAsked(UUID message) {
        return jdbc
                .sql("select body from mcu.fact_request where message_id = :id")
                .param("id", message)
                .query(String.class)
                .list()
                .stream()
                .anyMatch(body -> user.in("body-" + body));
    }

    /** Contacts of the author: for those who answer him, not for those who only give facts or approve. */
    boolean maySeeContacts(Message message) {
        return !user.in("cur")
                && (user.groups().stream().anyMatch(READ_ALL::contains)
                        || user.in("imOperator")
                        || user.in("posOperator")
                        || message.executorBody != null && user.in("body-" + message.executorBody));
    }

    void requireRead(Message message) {
        if (!mayRead(message)) {
            throw Refused.missing("Сообщение не найдено", "Такого сообщения нет, или оно не для вас.");
        }
    }
}
