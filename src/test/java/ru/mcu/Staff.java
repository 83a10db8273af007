package ru.mcu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import ru.mcu.message.Intake;
import ru.mcu.message.NewMessage;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;
import ru.mcu.platform.task.TaskSubmission;
import ru.mcu.platform.task.TaskView;
import ru.mcu.platform.task.TaskViews;

/** The people of the city at work, for tests: who does which task with which input, and what time it is. */
public class Staff {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final IdentityService identity;
    private final TaskSubmission submission;
    private final TaskViews views;
    private final Intake intake;
    private final ObjectMapper json;
    private final TestClock clock;

    Staff(
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            IdentityService identity,
            TaskSubmission submission,
            TaskViews views,
            Intake intake,
            ObjectMapper json,
            TestClock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.identity = identity;
        this.submission = submission;
        this.views = views;
        this.intake = intake;
        this.json = json;
        this.clock = clock;
    }

    /** A citizen writes; returns the message's id. */
    public UUID citizenWrites(Channel channel, String text) {
        return register(NewMessage.of(channel, "test-" + UUID.randomUUID(), text, clock.instant()));
    }

    public UUID register(NewMessage message) {
        return intake.register(message).id();
    }

    /** Somebody completes the one open task of this kind with the input of its form. */
    public void does(String user, UUID message, String taskKey, Map<String, ?> input) {
        Task task = task(message, taskKey);
        as(user, () -> {
            submission.submit(task.getId(), json.valueToTree(input));
            return task;
        });
    }

    /** The head gives a task to somebody else. */
    public void reassign(String taskId, String user) {
        tasks.setAssignee(taskId, user);
    }

    /** What the form shows to a user. */
    public TaskView sees(String user, UUID message, String taskKey) {
        Task task = task(message, taskKey);
        return as(user, () -> views.view(task.getId()));
    }

    /** The one open task of this kind. */
    public Task task(UUID message, String taskKey) {
        List<Task> open = tasks(message).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(taskKey))
                .toList();
        assertThat(open).as("open %s among %s", taskKey, openKeys(message)).hasSize(1);
        return open.get(0);
    }

    public List<Task> tasks(UUID message) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(message.toString())
                .list();
    }

    public List<String> openKeys(UUID message) {
        return tasks(message).stream().map(Task::getTaskDefinitionKey).sorted().toList();
    }

    /** Whether any process about the message still runs. */
    public boolean inWork(UUID message) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(message.toString())
                        .count()
                > 0;
    }

    /** Fires the one timer of an activity, whatever its date, as the job executor would. */
    public void timerFires(UUID message, String activityId) {
        List<Job> jobs = jobs(message, activityId);
        assertThat(jobs).as("timers of %s", activityId).hasSize(1);
        management.executeJob(jobs.get(0).getId());
    }

    /** Moves the clock to the due date of the activity's timer and fires it; returns that moment. */
    public Instant waitForTimer(UUID message, String activityId) {
        List<Job> jobs = jobs(message, activityId);
        assertThat(jobs).as("timers of %s", activityId).hasSize(1);
        Instant due = jobs.get(0).getDuedate().toInstant();
        clock.set(due);
        management.executeJob(jobs.get(0).getId());
        return due;
    }

    public List<Job> jobs(UUID message, String activityId) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(message.toString()).list().stream()
                .flatMap(instance ->
                        management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(activityId)
                                .list()
                                .stream())
                .sorted(Comparator.comparing(Job::getDuedate))
                .toList();
    }

    /** Runs something as a user with his groups, as after a login. */
    public <T> T as(String user, Supplier<T> action) {
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        assertThat(groups).as("groups of %s", user).isNotEmpty();
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new UsernamePasswordAuthenticationToken(
                user, null, groups.stream().map(SimpleGrantedAuthority::new).toList()));
        SecurityContextHolder.setContext(context);
        identity.setAuthentication(user, groups);
        try {
            return action.get();
        } finally {
            identity.clearAuthentication();
            SecurityContextHolder.setContext(before);
        }
    }
}
