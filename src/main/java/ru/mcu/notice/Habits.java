package ru.mcu.notice;

import java.time.LocalTime;
import java.util.Map;
import java.util.Set;

/**
 * How a person wants to be told.
 *
 * @param quietFrom local time from which nothing comes; equal to {@code quietTo} means no quiet hours
 * @param restDays whether weekends and holidays are quiet too
 * @param refused what he does not want, by kind
 * @param linked messengers that he linked
 */
public record Habits(
        LocalTime quietFrom,
        LocalTime quietTo,
        boolean restDays,
        Map<NoticeKind, Set<NoticeRoute>> refused,
        Set<NoticeRoute> linked) {

    static final LocalTime EVENING = LocalTime.of(20, 0);
    static final LocalTime MORNING = LocalTime.of(8, 0);

    boolean wants(NoticeKind kind, NoticeRoute route) {
        boolean reachable = route == NoticeRoute.MAIL || linked.contains(route);
        return reachable && !refused.getOrDefault(kind, Set.of()).contains(route);
    }

    boolean isQuiet(LocalTime time) {
        if (quietFrom.equals(quietTo)) {
            return false;
        }
        boolean overMidnight = quietFrom.isAfter(quietTo);
        boolean afterStart = !time.isBefore(quietFrom);
        boolean beforeEnd = time.isBefore(quietTo);
        return overMidnight ? afterStart || beforeEnd : afterStart && beforeEnd;
    }
}
