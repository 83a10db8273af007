package ru.mcu.platform.deploy;

import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;

/** One executable process per file, called like the file, so that everybody finds it. */
@Component
class OneProcessRule implements ProcessRule {

    @Override
    public void inspect(ProcessFile file, SetContext context, Objections objections) {
        if (file.executable().size() != 1) {
            objections.add(
                    null,
                    "исполняемых процессов в файле: " + file.executable().size(),
                    "оставьте в файле ровно один процесс с isExecutable=\"true\"");
            return;
        }
        Process process = file.executable().get(0);
        String expected = Names.camelCase(Names.baseName(file.name()));
        if (!expected.equals(process.getId())) {
            objections.add(
                    process.getId(),
                    "имя файла и id процесса расходятся",
                    "назовите процесс " + expected + " или переименуйте файл");
        }
    }
}
