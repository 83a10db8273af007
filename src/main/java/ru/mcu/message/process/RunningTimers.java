package ru.mcu.message.process;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import ru.mcu.message.MovedStep;
import ru.mcu.platform.engine.EngineAccess;

/** Moves due dates and running timers after a deadline was computed anew. */
@Component
class RunningTimers {

    private final TaskService tasks;
    private final ManagementService management;
    private final EngineAccess engine;

    RunningTimers(TaskService tasks, ManagementService management, EngineAccess engine) {
        this.tasks = tasks;
        this.management = management;
        this.engine = engine;
    }

    void follow(List<MovedStep> moved) {
        engine.asSystem(() -> {
            moved.forEach(this::follow);
            return moved;
        });
    }

    private void follow(MovedStep step) {
        Task task = step.taskId() == null
                ? null
                : tasks.createTaskQuery().taskId(step.taskId()).singleResult();
        if (task != null) {
            task.setDueDate(Date.from(step.dueAt()));
            tasks.saveTask(task);
        }
        String clock = "boundaryEvent_" + step.activityId().replaceFirst("^userTask_", "") + "Clock";
        for (Job job : management
                .createJobQuery()
                .processInstanceId(step.processInstanceId())
                .activityId(clock)
                .list()) {
            management.setJobDuedate(job.getId(), Date.from(step.nextAttention()), false);
        }
    }
}
