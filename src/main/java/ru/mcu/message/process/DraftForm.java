package ru.mcu.message.process;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.message.AnswerOutcome;
import ru.mcu.message.DraftKind;
import ru.mcu.message.Drafting;
import ru.mcu.message.Triage;
import ru.mcu.message.TriageChoices;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Refused;
import ru.mcu.platform.task.TaskContext;
import ru.mcu.platform.task.TaskForm;

/** The executor writes the answer, or says what he needs for it (Ставрополь III.9). */
@Component
class DraftForm implements TaskForm<DraftForm.Input> {

    private final Drafting drafting;
    private final Triage triage;
    private final TriageChoices choices;

    DraftForm(Drafting drafting, Triage triage, TriageChoices choices) {
        this.drafting = drafting;
        this.triage = triage;
        this.choices = choices;
    }

    @Override
    public String taskKey() {
        return "userTask_draftAnswer";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return choices.forDraft(task.subject());
    }

    @Override
    public Map<String, Object> submit(TaskContext task, Input input) {
        UUID message = task.subject();
        Map<String, Object> variables = new HashMap<>();
        variables.put(MessageVariables.DRAFT_DECISION.name(), input.decision().word());
        switch (input.decision()) {
            case READY -> handIn(message, input, DraftKind.FINAL);
            case INTERIM -> handIn(message, input, DraftKind.INTERIM);
            case NOT_COMPETENT ->
                drafting.returnAsNotCompetent(
                        message,
                        required(input.competentBody(), "competentBody", "Назовите орган, который должен ответить"),
                        required(input.reason(), "reason", "Объясните, почему вопрос не ваш"));
            case NEED_FACTS -> drafting.askFacts(message, questions(input));
            case CLARIFY ->
                variables.put(
                        MessageVariables.PUBLICATION_ID.name(),
                        triage.askAuthor(message, required(input.question(), "question", "Напишите вопрос автору"))
                                .toString());
        }
        variables.put(
                MessageVariables.ANSWER_RESULT.name(),
                input.decision() == Decision.NOT_COMPETENT ? "notCompetent" : "approved");
        variables.put(MessageVariables.REWORK.name(), false);
        return variables;
    }

    private void handIn(UUID message, Input input, DraftKind kind) {
        AnswerOutcome outcome = input.outcome();
        if (outcome == null) {
            if (kind == DraftKind.FINAL) {
                throw invalid("outcome", "Выберите, чем закончился вопрос");
            }
            outcome = AnswerOutcome.EXPLAINED;
        }
        drafting.handIn(
                message,
                new Drafting.NewDraft(
                        kind,
                        outcome,
                        required(input.text(), "text", "Напишите ответ"),
                        input.finalDueOn(),
                        input.promisedOn(),
                        input.linksConfirmed()));
    }

    private static Map<String, String> questions(Input input) {
        Map<String, String> questions = new LinkedHashMap<>();
        for (FactQuestion question : input.factQuestions() == null ? List.<FactQuestion>of() : input.factQuestions()) {
            questions.put(
                    required(question.body(), "factQuestions", "Выберите, у кого запросить сведения"),
                    required(question.question(), "factQuestions", "Напишите, что нужно узнать"));
        }
        if (questions.isEmpty()) {
            throw invalid("factQuestions", "Выберите, у кого и что узнать");
        }
        return questions;
    }

    private static String required(@Nullable String value, String field, String message) {
        if (value == null || value.isBlank()) {
            throw invalid(field, message);
        }
        return value.strip();
    }

    private static Refused invalid(String field, String message) {
        return Refused.invalid("Проверьте форму", message, new FieldError(field, message));
    }

    enum Decision implements FormDecision {
        READY,
        INTERIM,
        NOT_COMPETENT,
        NEED_FACTS,
        CLARIFY
    }

    record FactQuestion(@Nullable String body, @Nullable String question) {}

    record Input(
            @NotNull(message = "Выберите, что сделано") Decision decision,
            @Nullable String text,
            @Nullable AnswerOutcome outcome,
            @Nullable LocalDate promisedOn,
            @Nullable LocalDate finalDueOn,
            @Nullable String competentBody,
            @Nullable String reason,
            @Nullable List<FactQuestion> factQuestions,
            @Nullable String question,
            boolean linksConfirmed) {}
}
