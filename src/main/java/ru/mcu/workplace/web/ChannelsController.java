package ru.mcu.workplace.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.mcu.channel.InboundOverview;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Refused;
import ru.mcu.platform.outbox.OutboxChannels;

/** The administrator's page «Каналы»: what comes in, what goes out, what is stuck. */
@RestController
@RequestMapping("/api/admin/channels")
class ChannelsController {

    private static final int SHOWN = 50;

    private final InboundOverview inbound;
    private final OutboxChannels outbound;
    private final CurrentUser user;

    ChannelsController(InboundOverview inbound, OutboxChannels outbound, CurrentUser user) {
        this.inbound = inbound;
        this.outbound = outbound;
        this.user = user;
    }

    /** One line of the page; either half is null where the channel has only the other. */
    record Line(String code, String title, @Nullable In in, OutboxChannels.@Nullable State out) {}

    record In(@Nullable Instant lastAt, int waiting, int poison) {}

    @GetMapping
    List<Line> all() {
        requireAdmin();
        Map<String, Line> lines = new TreeMap<>();
        inbound.all()
                .forEach(state -> lines.put(
                        state.channel().code(),
                        new Line(
                                state.channel().code(),
                                state.channel().title(),
                                new In(state.lastReceivedAt(), state.waiting(), state.poison()),
                                null)));
        outbound.all()
                .forEach(state -> lines.merge(
                        state.code(),
                        new Line(state.code(), state.title(), null, state),
                        (both, out) -> new Line(both.code(), both.title(), both.in(), out.out())));
        List<Line> sorted = new ArrayList<>(lines.values());
        sorted.sort(Comparator.comparing(Line::title));
        return sorted;
    }

    @PostMapping("/{code}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(@PathVariable String code) {
        requireAdmin();
        outbound.pause(code);
    }

    @PostMapping("/{code}/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@PathVariable String code) {
        requireAdmin();
        outbound.resume(code);
    }

    record Check(boolean ok, String text) {}

    @PostMapping("/{code}/check")
    Check check(@PathVariable String code) {
        requireAdmin();
        String wrong = outbound.check(code);
        return new Check(wrong == null, wrong == null ? "Связь есть" : wrong);
    }

    @GetMapping("/{code}/failed")
    List<OutboxChannels.Failed> failed(@PathVariable String code) {
        requireAdmin();
        return outbound.failed(code, SHOWN);
    }

    @GetMapping("/{code}/log")
    List<OutboxChannels.Settled> log(@PathVariable String code) {
        requireAdmin();
        return outbound.log(code, SHOWN);
    }

    @PostMapping("/failed/{id}/again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendAgain(@PathVariable UUID id) {
        requireAdmin();
        outbound.again(id);
    }

    @GetMapping("/{code}/poison")
    List<InboundOverview.Poison> poison(@PathVariable String code) {
        requireAdmin();
        return inbound.poison(code, SHOWN);
    }

    record Text(String text) {}

    @GetMapping("/poison/{id}")
    Text text(@PathVariable long id) {
        requireAdmin();
        return new Text(inbound.text(id));
    }

    @PostMapping("/poison/{id}/again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void understandAgain(@PathVariable long id) {
        requireAdmin();
        inbound.again(id);
    }

    private void requireAdmin() {
        if (!user.in("admin") && !user.in("camunda-admin")) {
            throw Refused.forbidden("Нет права", "Каналами управляет администратор.");
        }
    }
}
