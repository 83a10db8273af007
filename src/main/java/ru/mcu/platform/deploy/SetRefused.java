package ru.mcu.platform.deploy;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;

/** Refuses a whole set; the engine's REST answers 400 with the Russian report, which the Modeler shows. */
class SetRefused extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    private final transient List<Objection> objections;

    SetRefused(List<Objection> objections) {
        super("Набор процессов отклонён, ничего не изменено. Замечаний: " + objections.size() + "\n"
                + objections.stream().map(it -> "• " + it).collect(Collectors.joining("\n")));
        this.objections = List.copyOf(objections);
    }

    List<Objection> objections() {
        return objections;
    }
}
