package ru.mcu.message.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.message.Structure;
import ru.mcu.platform.BpmnBean;

/** Proposes topic, place, executor and duplicates; a person decides (Ставрополь III.9.5). */
@BpmnBean("structureMessage")
class StructureMessageDelegate implements JavaDelegate {

    private final OneProcessPerMessage oneProcess;
    private final Structure structure;

    StructureMessageDelegate(OneProcessPerMessage oneProcess, Structure structure) {
        this.oneProcess = oneProcess;
        this.structure = structure;
    }

    @Override
    public void execute(DelegateExecution execution) {
        oneProcess.require(execution);
        structure.propose(MessageIds.of(execution));
    }
}
