package ru.mcu.platform.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mcu.platform.EngineTest;
import ru.mcu.platform.Models;

@EngineTest
@DisplayName("Формы, приложенные в Modeler, ложатся под тем именем, которое называет модель")
class SetGuardTests {

    @Autowired
    SetGuard guard;

    @Test
    void formSentAlongIsTaken() {
        byte[] form = "<form>из Modeler</form>".getBytes(StandardCharsets.UTF_8);
        byte[] model = Models.oneTask("oneTask", "forms/message/one-task.html").getBytes(StandardCharsets.UTF_8);

        Map<String, byte[]> admitted = guard.admit(Map.of("one-task.bpmn", model, "one-task.html", form));

        assertThat(admitted).containsEntry("forms/message/one-task.html", form);
    }
}
