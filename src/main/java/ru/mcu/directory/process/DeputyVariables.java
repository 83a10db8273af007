package ru.mcu.directory.process;

/** Task-local variables of deputising. */
final class DeputyVariables {

    /** True on a task that its assignee does for the absent owner; read by the filter «Замещаю». */
    static final String BY_DEPUTY = "byDeputy";

    private DeputyVariables() {}
}
