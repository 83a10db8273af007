package ru.mcu.demo.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.mcu.directory.City;
import ru.mcu.directory.Person;
import ru.mcu.directory.Role;
import ru.mcu.message.ExecutorRouting;
import ru.mcu.platform.MovableTime;
import ru.mcu.platform.task.TaskSubmission;
import ru.mcu.platform.task.TaskViews;

/** The demo people at their tasks: they see and do exactly what a person sees and does through the forms. */
@Component
@Profile("demo")
class DemoStaff {

    private static final int MOST_JOBS = 500;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final IdentityService identity;
    private final TaskSubmission submission;
    private final TaskViews views;
    private final City city;
    private final ExecutorRouting routing;
    private final ObjectMapper json;
    private final Map<String, List<String>> groups = new HashMap<>();

    DemoStaff(
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            IdentityService identity,
            TaskSubmission submission,
            TaskViews views,
            City city,
            ExecutorRouting routing,
            ObjectMapper json) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.identity = identity;
        this.submission = submission;
        this.views = views;
        this.city = city;
        this.routing = routing;
        this.json = json;
    }

    /** The person whose main role this is. */
    String with(Role role) {
        return city.demoPersons().stream()
                .filter(person -> person.roles().get(0) == role)
                .map(Person::id)
                .findFirst()
                .orElseThrow();
    }

    /** An executor of the body; the same choice for the same number. */
    String executorOf(String body, int choice) {
        List<String> executors = city.demoPersons().stream()
                .filter(person -> body.equals(person.body()))
                .map(Person::id)
                .toList();
        return executors.get(Math.floorMod(choice, executors.size()));
    }

    /** Somebody of the group {@code body-<code>} that the task is offered to. */
    String candidate(Task task, int choice) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null && group.startsWith("body-"))
                .map(group -> executorOf(group.substring("body-".length()), choice))
                .findFirst()
                .orElseThrow();
    }

    /** The first open task of this kind. */
    Task task(UUID message, String key) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(message.toString())
                .taskDefinitionKey(key)
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no open " + key));
    }

    boolean isOpen(UUID message, String key) {
        return tasks.createTaskQuery()
                        .processInstanceBusinessKey(message.toString())
                        .taskDefinitionKey(key)
                        .count()
                > 0;
    }

    boolean isOffered(Task task, String group) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().anyMatch(link -> group.equals(link.getGroupId()));
    }

    /** Who answers for a group of topics in this city; null when its table does not say. */
    @Nullable
    String bodyFor(String topicGroup) {
        return routing.bodyFor(topicGroup, null).orElse(null);
    }

    /** A body for what no rule routes: the first of the profile. */
    String anyBody() {
        return city.bodies().get(0).code();
    }

    JsonNode sees(String user, Task task) {
        return as(user, () -> json.valueToTree(views.view(task.getId()).view()));
    }

    void does(String user, Task task, Map<String, ?> input) {
        String by = task.getAssignee() == null ? user : task.getAssignee();
        as(by, () -> {
            submission.submit(task.getId(), json.valueToTree(input));
            return task;
        });
    }

    void claims(String user, Task task) {
        as(user, () -> {
            tasks.claim(task.getId(), user);
            return task;
        });
    }

    /** Runs everything that came due about a message until the moment, each job at its own time. */
    void runJobs(UUID message, Instant from, Instant until, MovableTime time) {
        for (int run = 0; run < MOST_JOBS; run++) {
            Job next = nextJob(message, until);
            if (next == null) {
                return;
            }
            Instant due = next.getDuedate() == null ? from : next.getDuedate().toInstant();
            time.moveTo(due.isBefore(from) ? from : due);
            management.executeJob(next.getId());
        }
        throw new IllegalStateException("jobs never end");
    }

    private @Nullable Job nextJob(UUID message, Instant until) {
        var instances =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(message.toString()).list().stream()
                        .map(ProcessInstance::getId)
                        .collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return null;
        }
        return management
                .createJobQuery()
                .processInstanceIds(instances)
                .duedateLowerThan(Date.from(until.plusMillis(1)))
                .active()
                .list()
                .stream()
                .min(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElse(null);
    }

    <T> T as(String user, Supplier<T> action) {
        identity.setAuthentication(user, groups.computeIfAbsent(user, this::groupsOf));
        try {
            return action.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private List<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }
}
