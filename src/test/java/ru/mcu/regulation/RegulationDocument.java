package ru.mcu.regulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mcu.regulation.Clauses.Entry;

/** Writes {@code docs/regulation.md}: each clause, what answers it, what proves it and what is still missing. */
final class RegulationDocument {

    private static final Map<String, String> ACTS = Map.of(
            "stavropol", "Ставрополь: постановление администрации города от 13.06.2023 № 1296",
            "rubtsovsk", "Рубцовск: постановление Администрации города от 08.12.2025 № 3071");

    private static final Map<String, String> KINDS = Map.of(
            "process", "процесс",
            "report", "отчёт",
            "register", "реестр",
            "role", "роль",
            "integration", "внешняя система",
            "rule", "правило",
            "context", "общая норма");

    private final Clauses clauses;
    private final Map<String, Capability> capabilities;
    private final ClauseUses uses;

    RegulationDocument(Clauses clauses, Map<String, Capability> capabilities, ClauseUses uses) {
        this.clauses = clauses;
        this.capabilities = capabilities;
        this.uses = uses;
    }

    String text() {
        StringBuilder text = new StringBuilder("""
                # Регламент и система

                Файл собран из пунктов (`config/regulation/clauses.yaml`), моделей (`processes/`), ролей (`config/cities/`) и
                проверок; руками не правится. Собрать заново:

                    ./mvnw -Dtest=RegulationDocumentTests -Dmcu.regulation.write=true test

                «Исполняется» – всё, что пункт требует от системы, работает. «Частично» – работает перечисленное, сказано,
                чего нет. «Ещё нет» – пункт ждёт названной части. Роль, которой пункт поручен, ещё не исполнение.

                """);
        Map<String, List<Entry>> acts = clauses.entries().stream()
                .collect(Collectors.groupingBy(Entry::act, LinkedHashMap::new, Collectors.toList()));
        text.append("| Акт | ").append(String.join(" | ", State.titles())).append(" | Всего |\n");
        text.append("|---|").append("---|".repeat(State.values().length + 1)).append('\n');
        acts.forEach((act, entries) -> text.append(counts(act, entries)));
        acts.forEach((act, entries) -> {
            text.append("\n## ").append(ACTS.get(act)).append('\n');
            entries.forEach(it -> text.append(section(it)));
        });
        return text.toString();
    }

    private String counts(String act, List<Entry> entries) {
        StringBuilder row =
                new StringBuilder("| " + Objects.requireNonNull(ACTS.get(act)).split(":")[0] + " |");
        for (State state : State.values()) {
            row.append(' ')
                    .append(entries.stream().filter(it -> state(it) == state).count())
                    .append(" |");
        }
        return row.append(' ').append(entries.size()).append(" |\n").toString();
    }

    private String section(Entry entry) {
        Capability capability = capability(entry);
        State state = state(entry);
        StringBuilder text = new StringBuilder("\n### " + entry.number() + " – " + entry.text() + "\n\n");
        text.append("**").append(state.title).append(".** ").append(capability.name());
        text.append(" (").append(KINDS.get(entry.kind())).append(").");
        if (state == State.PARTLY || state == State.MISSING) {
            text.append(" Не сделано: ").append(capability.later()).append('.');
        }
        text.append('\n');
        if (state != State.NOTHING_TO_BUILD && state != State.MISSING && capability.built() != null) {
            text.append("\n- ").append(capability.built());
        }
        text.append(list("", uses.elements().get(entry.id())));
        text.append(list("роль «", "»", uses.roles().get(entry.id())));
        text.append(list("проверка ", uses.tests().get(entry.id())));
        if (uses.elements().containsKey(entry.id()) && !uses.tests().containsKey(entry.id())) {
            text.append("\n- проверки с этим пунктом пока нет");
        }
        return text.toString().stripTrailing() + "\n";
    }

    /** Only what stands in models, a rule of the house or a role for a clause about roles counts as done. */
    private State state(Entry entry) {
        if ("context".equals(entry.kind())) {
            return State.NOTHING_TO_BUILD;
        }
        Capability capability = capability(entry);
        boolean role = "role".equals(entry.kind()) && uses.roles().containsKey(entry.id());
        boolean begun = uses.elements().containsKey(entry.id()) || role || capability.built() != null;
        if (role || (begun && capability.later() == null)) {
            return State.DONE;
        }
        return begun ? State.PARTLY : State.MISSING;
    }

    private Capability capability(Entry entry) {
        return Objects.requireNonNull(capabilities.get(entry.capability()), entry.capability());
    }

    private static String list(String before, @Nullable Set<String> items) {
        return list(before, "", items);
    }

    private static String list(String before, String after, @Nullable Set<String> items) {
        return items == null
                ? ""
                : items.stream().map(it -> "\n- " + before + it + after).collect(Collectors.joining());
    }

    private enum State {
        DONE("Исполняется"),
        PARTLY("Частично"),
        MISSING("Ещё нет"),
        NOTHING_TO_BUILD("Строить нечего");

        private final String title;

        State(String title) {
            this.title = title;
        }

        static List<String> titles() {
            return List.of(values()).stream().map(it -> it.title).toList();
        }
    }
}
