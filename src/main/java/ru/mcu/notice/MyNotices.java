package ru.mcu.notice;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.directory.Directory;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.outbox.Outbox;

/** What the current user chose, and may change for himself only. */
@Service
@Transactional
public class MyNotices {

    private final HabitRows rows;
    private final Outbox outbox;
    private final Directory directory;
    private final CurrentUser user;

    MyNotices(HabitRows rows, Outbox outbox, Directory directory, CurrentUser user) {
        this.rows = rows;
        this.outbox = outbox;
        this.directory = directory;
        this.user = user;
    }

    @Transactional(readOnly = true)
    public Habits habits() {
        return java.util.Objects.requireNonNull(rows.of(List.of(user.id())).get(user.id()));
    }

    public void change(Habits habits) {
        rows.save(user.id(), habits);
    }

    /** His own address, which an administrator keeps. */
    @Transactional(readOnly = true)
    public Optional<String> address() {
        return directory.mailOf(user.id());
    }

    /** Whether this installation is connected to the way. */
    public boolean open(NoticeRoute route) {
        return outbox.delivers(route.carrier());
    }
}
