package ru.mcu.message.process;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.message.Oversight;
import ru.mcu.message.TakesOver;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Refused;
import ru.mcu.platform.engine.EngineAccess;

/** The head takes the open tasks of a message himself (Ставрополь III.6.1). */
@Component
class HeadTakesOver implements TakesOver {

    private final TaskService tasks;
    private final Oversight oversight;
    private final CurrentUser actor;
    private final EngineAccess engine;

    HeadTakesOver(TaskService tasks, Oversight oversight, CurrentUser actor, EngineAccess engine) {
        this.tasks = tasks;
        this.oversight = oversight;
        this.actor = actor;
        this.engine = engine;
    }

    @Override
    @Transactional
    public void take(UUID messageId, String reason) {
        String head = actor.id(); // inside asSystem the actor is the system
        List<Task> open = engine.asSystem(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(messageId.toString())
                .list());
        if (open.isEmpty()) {
            throw Refused.conflict("Нет открытых задач", "По сообщению сейчас нет задачи, которую можно взять.");
        }
        for (Task task : open) {
            String from = task.getAssignee() == null ? "" : task.getAssignee();
            if (!from.equals(head)) {
                oversight.recordTakeOver(messageId, from, reason);
                engine.asSystem(() -> {
                    tasks.setAssignee(task.getId(), head);
                    return task;
                });
            }
        }
    }
}
