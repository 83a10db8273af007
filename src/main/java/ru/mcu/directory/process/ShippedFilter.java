package ru.mcu.directory.process;

import static ru.mcu.directory.Role.ANALYST;
import static ru.mcu.directory.Role.BLOCK_LEAD;
import static ru.mcu.directory.Role.CUR;
import static ru.mcu.directory.Role.CURATOR;
import static ru.mcu.directory.Role.EXECUTOR;
import static ru.mcu.directory.Role.HEAD;
import static ru.mcu.directory.Role.IM_OPERATOR;
import static ru.mcu.directory.Role.POS_OPERATOR;
import static ru.mcu.directory.Role.RISK_COORDINATOR;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.task.TaskQuery;
import ru.mcu.directory.Role;

/**
 * The task lists everybody finds in the Tasklist. Beside the engine's functions {@code currentUser()}, {@code
 * currentUserGroups()} and {@code now()} they use the exported bean {@code cityDay}.
 */
enum ShippedFilter {
    MINE(
            "Мои",
            "Задачи, которые вы взяли в работу",
            "#2b6cb0",
            everybody(),
            q -> q.taskAssigneeExpression("${currentUser()}")),
    MY_GROUPS(
            "Моей группы",
            "Задачи вашей группы, которые ещё никто не взял",
            "#2f855a",
            everybody(),
            q -> q.taskCandidateGroupInExpression("${currentUserGroups()}").taskUnassigned()),
    OVERDUE("Просроченные", "Срок уже прошёл", "#c53030", everybody(), q -> q.dueBeforeExpression("${now()}")),
    TODAY("Сегодня", "Срок наступает сегодня", "#b7791f", everybody(), q -> q.dueAfterExpression("${cityDay.start()}")
            .dueBeforeExpression("${cityDay.end()}")),
    RESONANT(
            "Резонансные",
            "Задачи по резонансным сообщениям",
            "#97266d",
            EnumSet.of(CURATOR, HEAD, ANALYST, RISK_COORDINATOR, IM_OPERATOR, POS_OPERATOR, BLOCK_LEAD, EXECUTOR),
            q -> q.processVariableValueEquals("priority", "resonant")),
    REWORK(
            "Вернулись на доработку",
            "Ответы, которые вернули с замечаниями",
            "#dd6b20",
            EnumSet.of(HEAD, ANALYST, IM_OPERATOR, POS_OPERATOR, EXECUTOR),
            q -> q.processVariableValueEquals("rework", true)),
    DEPUTISED(
            "Замещаю",
            "Задачи, которые вы делаете за отсутствующего",
            "#4c51bf",
            EnumSet.complementOf(EnumSet.of(Role.ADMIN, Role.INTEGRATION, CUR)),
            q -> q.taskAssigneeExpression("${currentUser()}").taskVariableValueEquals(DeputyVariables.BY_DEPUTY, true));

    private final String title;
    private final String description;
    private final String colour;
    private final Set<Role> roles;
    private final UnaryOperator<TaskQuery> query;

    ShippedFilter(String title, String description, String colour, Set<Role> roles, UnaryOperator<TaskQuery> query) {
        this.title = title;
        this.description = description;
        this.colour = colour;
        this.roles = roles;
        this.query = query;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    String colour() {
        return colour;
    }

    Set<Role> roles() {
        return roles;
    }

    /** The most urgent first. */
    TaskQuery applyTo(TaskQuery empty) {
        return query.apply(empty).orderByDueDate().asc().orderByTaskPriority().desc();
    }

    private static Set<Role> everybody() {
        return Set.copyOf(Role.ofPeople());
    }
}
