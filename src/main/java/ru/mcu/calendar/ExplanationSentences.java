package ru.mcu.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ru.mcu.calendar.internal.Russian;

/** Words an explanation in Russian. */
final class ExplanationSentences {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'года', HH:mm (EEEE)", Russian.LOCALE);

    private final DeadlineExplanation why;
    private final int usualYear;
    private final List<String> sentences = new ArrayList<>();

    ExplanationSentences(DeadlineExplanation why) {
        this.why = why;
        this.usualYear = inCity(why.start()).getYear();
    }

    List<String> inOrder() {
        start();
        norm();
        days();
        movedEnd();
        pauses();
        provisionalYears();
        sentences.add((why.paused() ? "Пока часы стоят, срок не назначен; он наступит не раньше, чем " : "Срок — ")
                + moment(why.at()) + ".");
        return List.copyOf(sentences);
    }

    private void start() {
        if (why.start().equals(why.countedFrom())) {
            sentences.add("Отсчёт идёт с " + moment(why.start()) + ".");
        } else {
            sentences.add("Начало — " + moment(why.start()) + ", это нерабочее время: отсчёт идёт с "
                    + moment(why.countedFrom()) + ".");
        }
    }

    private void norm() {
        sentences.add("Норма — " + why.norm().inRussian() + ".");
        if (why.norm().unit() == NormUnit.WORKING_HOURS) {
            sentences.add("Рабочее время — " + why.workingTime() + ".");
        }
        if (why.norm().unit() == NormUnit.CLOCK_HOURS) {
            sentences.add("Считается круглосуточно, без выходных.");
        }
        if (why.norm().unit().isHours()) {
            return;
        }
        sentences.add(
                why.norm().unit() == NormUnit.WORKING_DAYS
                        ? "Считаются рабочие дни, начиная со следующего; срок истекает с концом рабочего дня"
                                + " (ст. 191 и 194 ГК РФ)."
                        : "Считаются все дни подряд, начиная со следующего; срок истекает с концом рабочего дня"
                                + " (ст. 191 и 194 ГК РФ).");
        if (why.norm().amount().scale() > 0) {
            sentences.add("Неполный день считается за целый.");
        }
    }

    private void days() {
        if (why.nominalLastDay() == null && !why.skippedDays().isEmpty()) {
            sentences.add("Не считаются: " + byReason(why.skippedDays()) + ".");
        }
        if (!why.shortenedDays().isEmpty()) {
            sentences.add("На час короче: " + Russian.days(dates(why.shortenedDays()), usualYear) + ".");
        }
        if (!why.workedWeekends().isEmpty()) {
            sentences.add("Рабочие выходные: " + Russian.days(dates(why.workedWeekends()), usualYear) + ".");
        }
    }

    private void movedEnd() {
        LocalDate nominal = why.nominalLastDay();
        if (nominal != null) {
            sentences.add("Последний день нормы, " + Russian.day(nominal, usualYear)
                    + ", нерабочий: срок перенесён на ближайший рабочий день (ст. 193 ГК РФ). Пропущены: "
                    + byReason(why.skippedDays()) + ".");
        }
    }

    private void pauses() {
        for (Pause pause : why.pauses()) {
            Instant end = pause.to();
            sentences.add(
                    end == null
                            ? "Часы стоят с " + moment(pause.from()) + "."
                            : "Часы стояли с " + moment(pause.from()) + " до " + moment(end) + ".");
        }
    }

    private void provisionalYears() {
        why.provisionalYears().stream()
                .sorted()
                .map(year -> "Производственный календарь на " + year
                        + " год не загружен: срок предварительный, посчитан по выходным и праздникам ст. 112 ТК РФ"
                        + " и будет пересчитан после загрузки.")
                .forEach(sentences::add);
    }

    private String byReason(List<CalendarDay> days) {
        Map<String, List<LocalDate>> grouped = new LinkedHashMap<>();
        days.forEach(day ->
                grouped.computeIfAbsent(day.reason(), r -> new ArrayList<>()).add(day.date()));
        return grouped.entrySet().stream()
                .map(group -> Russian.days(group.getValue(), usualYear) + " — " + group.getKey())
                .collect(Collectors.joining("; "));
    }

    private static List<LocalDate> dates(List<CalendarDay> days) {
        return days.stream().map(CalendarDay::date).toList();
    }

    private String moment(Instant instant) {
        return MOMENT.format(inCity(instant));
    }

    private ZonedDateTime inCity(Instant instant) {
        return instant.atZone(why.zone());
    }
}
