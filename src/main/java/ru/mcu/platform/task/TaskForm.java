package ru.mcu.platform.task;

import java.util.Map;

/**
 * What one kind of user task shows and does. The form sends an input, this checks it and changes the domain, and the
 * task is completed with the returned process variables, all in one transaction.
 *
 * @param <I> the input, a record with Bean Validation rules whose messages are Russian
 */
public interface TaskForm<I> {

    /** The id of the user task in its BPMN model. */
    String taskKey();

    Class<I> inputType();

    /** What the form needs beyond the card of the message; plain values for JSON. */
    Map<String, Object> view(TaskContext task);

    /**
     * @return the process variables that the next gateway reads
     * @throws ru.mcu.platform.Refused when the domain does not allow it; nothing is changed then
     */
    Map<String, Object> submit(TaskContext task, I input);
}
