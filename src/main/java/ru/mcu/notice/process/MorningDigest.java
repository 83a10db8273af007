package ru.mcu.notice.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.calendar.WorkingCalendar;
import ru.mcu.directory.Directory;
import ru.mcu.directory.Role;
import ru.mcu.notice.DigestDays;
import ru.mcu.notice.NoticeKind;
import ru.mcu.notice.Notices;
import ru.mcu.platform.engine.EngineAccess;

/** Tells each person on every working morning what waits for him. */
@Component
class MorningDigest {

    private final TaskService tasks;
    private final EngineAccess engine;
    private final Directory directory;
    private final WorkingCalendar calendar;
    private final DigestDays days;
    private final Notices notices;
    private final NoticeTexts texts;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final LocalTime at;

    MorningDigest(
            TaskService tasks,
            EngineAccess engine,
            Directory directory,
            WorkingCalendar calendar,
            DigestDays days,
            Notices notices,
            NoticeTexts texts,
            Clock clock,
            TransactionTemplate transaction,
            @Value("${mcu.notices.digest-at:08:30}") LocalTime at) {
        this.tasks = tasks;
        this.engine = engine;
        this.directory = directory;
        this.calendar = calendar;
        this.days = days;
        this.notices = notices;
        this.texts = texts;
        this.clock = clock;
        this.transaction = transaction;
        this.at = at;
    }

    /** A digest that was missed, since no node ran, is sent late the same day; yesterday's is not. */
    @Scheduled(
            fixedDelayString = "${mcu.notices.digest-check:1m}",
            initialDelayString = "${mcu.notices.digest-check:1m}")
    void sendWhenDue() {
        ZonedDateTime now = clock.instant().atZone(calendar.zone());
        LocalDate today = now.toLocalDate();
        if (now.toLocalTime().isBefore(at) || calendar.day(today).isOff()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (days.begin(today)) {
                people().forEach(user -> tell(user, today));
            }
        });
    }

    private Set<String> people() {
        Set<String> people = new TreeSet<>();
        Role.ofPeople().forEach(role -> people.addAll(directory.usersOf(role.code())));
        return people;
    }

    private void tell(String user, LocalDate today) {
        DigestText digest = engine.asSystem(() -> count(user, today));
        if (!digest.isEmpty()) {
            notices.tell(
                    List.of(user),
                    NoticeKind.DIGEST,
                    today.toString(),
                    digest.subject(),
                    digest.body(texts.link(null)));
        }
    }

    private DigestText count(String user, LocalDate today) {
        Date now = Date.from(clock.instant());
        Instant midnight = today.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
        List<String> groups = List.copyOf(directory.groupsOf(user));
        return new DigestText(
                tasks.createTaskQuery().taskAssignee(user).count(),
                tasks.createTaskQuery().taskAssignee(user).dueBefore(now).count(),
                tasks.createTaskQuery()
                        .taskAssignee(user)
                        .dueAfter(now)
                        .dueBefore(Date.from(midnight))
                        .count(),
                groups.isEmpty()
                        ? 0
                        : tasks.createTaskQuery()
                                .taskCandidateGroupIn(groups)
                                .taskUnassigned()
                                .count());
    }
}
