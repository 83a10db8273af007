package ru.mcu.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides what of a channel may leave now: its pace, its chats' pace, the norms for repeated texts, its health. */
@Component
@Transactional
class Claims {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);

    private final OutboxRows rows;
    private final ChannelStates states;
    private final OutboxSettings settings;
    private final Clock clock;

    Claims(OutboxRows rows, ChannelStates states, OutboxSettings settings, Clock clock) {
        this.rows = rows;
        this.states = states;
        this.settings = settings;
        this.clock = clock;
    }

    /** Claims what may leave now; empty when nothing may, or when another node is claiming for the same channel. */
    List<OutboxRow> claim(String carrier) {
        return states.lock(carrier)
                .or(() -> lockNew(carrier))
                .map(state -> claim(carrier, state))
                .orElseGet(List::of);
    }

    /** A channel seen for the first time has no state yet. */
    private Optional<ChannelState> lockNew(String carrier) {
        states.know(carrier);
        return states.lock(carrier);
    }

    private List<OutboxRow> claim(String carrier, ChannelState state) {
        Instant now = clock.instant();
        Limits limits = settings.limits(carrier);
        double tokens = limits.perSecond() == 0 ? settings.batch() : state.tokens(now, limits.perSecond());
        int most = mostNow(carrier, state, limits, now, (int) tokens);
        if (most == 0) {
            return List.of();
        }
        List<OutboxRow> due = rows.due(carrier, now, now.minus(limits.laneInterval()), most);
        List<OutboxRow> allowed = withinHourlyNorm(carrier, onePerLane(due, limits), limits, now);
        if (allowed.isEmpty()) {
            return List.of();
        }
        // a channel that rested is asked with one text; until it answers, nobody asks again
        Instant held = state.isBroken() ? now.plus(settings.sendingTimeout()) : null;
        states.claimed(carrier, tokens - allowed.size(), now, held);
        return rows.take(allowed, now, now.plus(settings.sendingTimeout()));
    }

    private int mostNow(String carrier, ChannelState state, Limits limits, Instant now, int tokens) {
        if (state.rests(now)) {
            return 0;
        }
        int most = state.isBroken() ? Math.min(1, tokens) : Math.min(settings.batch(), tokens);
        if (limits.perDay() > 0 && most > 0) {
            most = Math.min(most, limits.perDay() - rows.countSince(carrier, now.minus(DAY), limits.perDay()));
        }
        return Math.max(0, most);
    }

    private static List<OutboxRow> onePerLane(List<OutboxRow> due, Limits limits) {
        if (limits.laneInterval().isZero()) {
            return due;
        }
        Set<String> lanes = new HashSet<>();
        return due.stream()
                .filter(row -> row.lane() == null || lanes.add(row.lane()))
                .toList();
    }

    private List<OutboxRow> withinHourlyNorm(String carrier, List<OutboxRow> due, Limits limits, Instant now) {
        if (limits.identicalPerHour() == 0 || due.isEmpty()) {
            return due;
        }
        Map<String, List<Instant>> sent = new HashMap<>(rows.timesOf(
                carrier, due.stream().map(OutboxRow::contentHash).collect(Collectors.toSet()), now.minus(HOUR), now));
        List<OutboxRow> allowed = new ArrayList<>();
        for (OutboxRow row : due) {
            List<Instant> same = sent.computeIfAbsent(row.contentHash(), hash -> new ArrayList<>());
            if (same.size() < limits.identicalPerHour()) {
                same.add(now);
                allowed.add(row);
            } else {
                same.sort(Comparator.reverseOrder());
                Instant next = same.get(limits.identicalPerHour() - 1).plus(HOUR);
                rows.holdBack(row, next, "Не чаще установленного числа одинаковых ответов в час");
            }
        }
        return allowed;
    }
}
