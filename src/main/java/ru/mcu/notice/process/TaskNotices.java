package ru.mcu.notice.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.mcu.directory.Directory;
import ru.mcu.message.Approvals;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.StepTold;
import ru.mcu.notice.NoticeKind;
import ru.mcu.notice.Notices;
import ru.mcu.platform.CurrentUser;

/** Tells people of their tasks: given to them, to their body, returned, or coming due. */
@Component
class TaskNotices {

    private static final String BODY = "body-";
    private static final String DRAFTING = "userTask_draftAnswer";

    private final Notices notices;
    private final NoticeTexts texts;
    private final MessageFacts facts;
    private final Approvals approvals;
    private final Directory directory;
    private final CurrentUser actor;

    TaskNotices(
            Notices notices,
            NoticeTexts texts,
            MessageFacts facts,
            Approvals approvals,
            Directory directory,
            CurrentUser actor) {
        this.notices = notices;
        this.texts = texts;
        this.facts = facts;
        this.approvals = approvals;
        this.directory = directory;
        this.actor = actor;
    }

    /** After the listeners that give the task its deadline and, for rework, its assignee. */
    @EventListener(condition = "#task.eventName == 'create'")
    @Order(100)
    void created(DelegateTask task) {
        if (task.getAssignee() != null) {
            return;
        }
        messageOf(task).ifPresent(message -> {
            List<String> members = new ArrayList<>();
            for (IdentityLink candidate : task.getCandidates()) {
                if (candidate.getGroupId() != null && candidate.getGroupId().startsWith(BODY)) {
                    members.addAll(directory.usersOf(candidate.getGroupId()));
                }
            }
            members.remove(actor.id());
            notices.tell(
                    members,
                    NoticeKind.BODY_TASK,
                    task.getId(),
                    "Новая задача: " + task.getName(),
                    texts.task(task, message));
        });
    }

    @EventListener(condition = "#task.eventName == 'assignment'")
    @Order(100)
    void assigned(DelegateTask task) {
        String assignee = task.getAssignee();
        if (assignee == null || assignee.equals(actor.id())) {
            return;
        }
        messageOf(task).ifPresent(message -> {
            boolean returned = task.getTaskDefinitionKey().equals(DRAFTING) && approvals.lastReturned(message);
            NoticeKind kind = returned ? NoticeKind.RETURNED : NoticeKind.ASSIGNED;
            String subject = (returned ? "Ответ вернули на доработку" : "Вам поручена задача: " + task.getName());
            notices.tell(List.of(assignee), kind, task.getId(), subject, texts.task(task, message));
        });
    }

    @EventListener
    void told(StepTold told) {
        List<String> users = told.group() != null
                ? directory.usersOf(told.group())
                : Optional.ofNullable(told.assignee()).map(List::of).orElseGet(List::of);
        notices.tell(
                users,
                NoticeKind.DEADLINE,
                told.attention().activityId() + "-" + told.attention().messageId() + "-"
                        + told.attention().taskId() + "-"
                        + told.attention().event().code(),
                told.attention().event().title() + ": " + told.attention().step(),
                texts.deadline(told));
    }

    private Optional<UUID> messageOf(DelegateTask task) {
        String key = task.getExecution().getProcessBusinessKey();
        return key == null ? Optional.empty() : facts.known(key);
    }
}
