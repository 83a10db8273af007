package ru.mcu.notice.web;

import jakarta.validation.Valid;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.mcu.notice.BotLinks;
import ru.mcu.notice.Habits;
import ru.mcu.notice.MyNotices;
import ru.mcu.notice.NoticeKind;
import ru.mcu.notice.NoticeRoute;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Refused;

/** Everybody's own page «Уведомления»: nobody sees or changes another's. */
@RestController
@RequestMapping("/api/notices/me")
class NoticeController {

    private final MyNotices mine;
    private final BotLinks links;
    private final CurrentUser user;

    NoticeController(MyNotices mine, BotLinks links, CurrentUser user) {
        this.mine = mine;
        this.links = links;
        this.user = user;
    }

    @GetMapping
    NoticeView view() {
        Habits habits = mine.habits();
        return new NoticeView(
                kinds().stream()
                        .map(kind -> new NoticeView.Named(kind.code(), kind.title()))
                        .toList(),
                Arrays.stream(NoticeRoute.values())
                        .map(route -> route(route, habits))
                        .toList(),
                habits.refused().entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .map(route ->
                                        new NoticeView.Choice(entry.getKey().code(), route.code())))
                        .toList(),
                habits.quietFrom().toString(),
                habits.quietTo().toString(),
                habits.restDays());
    }

    @PutMapping
    NoticeView change(@RequestBody @Valid NoticeChange change) {
        Map<NoticeKind, Set<NoticeRoute>> refused = new EnumMap<>(NoticeKind.class);
        change.refused().forEach(choice -> refused.computeIfAbsent(
                        kind(choice.kind()), kind -> EnumSet.noneOf(NoticeRoute.class))
                .add(route(choice.route())));
        mine.change(new Habits(
                LocalTime.parse(change.quietFrom()),
                LocalTime.parse(change.quietTo()),
                change.restDays(),
                refused,
                Set.of()));
        return view();
    }

    record Code(String code) {}

    /** A code that the person sends to the bot from the account he wants to link. */
    @PostMapping("/links/{route}")
    Code offer(@PathVariable String route) {
        NoticeRoute messenger = messenger(route);
        if (!mine.open(messenger)) {
            throw Refused.conflict("Бот не подключён", "Попросите администратора подключить бота.");
        }
        return new Code(links.offer(user.id(), messenger));
    }

    @DeleteMapping("/links/{route}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(@PathVariable String route) {
        links.unlink(user.id(), messenger(route));
    }

    private List<NoticeKind> kinds() {
        boolean administers = user.in("admin");
        return Arrays.stream(NoticeKind.values())
                .filter(kind -> kind != NoticeKind.SYSTEM || administers)
                .toList();
    }

    private NoticeView.Route route(NoticeRoute route, Habits habits) {
        boolean mail = route == NoticeRoute.MAIL;
        String account = mail ? mine.address().orElse(null) : null;
        boolean linked = mail ? account != null : habits.linked().contains(route);
        return new NoticeView.Route(route.code(), route.title(), mine.open(route), linked, account);
    }

    private static NoticeRoute messenger(String code) {
        NoticeRoute route = route(code);
        if (route == NoticeRoute.MAIL) {
            throw Refused.invalid("Почту не привязывают", "Адрес почты записывает администратор в вашем профиле.");
        }
        return route;
    }

    private static NoticeRoute route(String code) {
        return Arrays.stream(NoticeRoute.values())
                .filter(route -> route.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("Неизвестный способ", "Обновите страницу и повторите."));
    }

    private static NoticeKind kind(String code) {
        return Arrays.stream(NoticeKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("Неизвестный вид уведомления", "Обновите страницу и повторите."));
    }
}
