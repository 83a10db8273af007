package ru.mcu.platform.deploy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.instance.Decision;

/** The files of a set that could be read, and what stands against those that could not. */
record ParsedSet(List<ProcessFile> processes, List<TableFile> tables, List<Objection> objections) {

    Set<String> processKeys() {
        return processes.stream()
                .flatMap(it -> it.executable().stream())
                .map(Process::getId)
                .collect(Collectors.toSet());
    }

    Set<String> decisionKeys() {
        return tables.stream()
                .flatMap(it -> it.decisions().stream())
                .map(Decision::getId)
                .collect(Collectors.toSet());
    }
}
