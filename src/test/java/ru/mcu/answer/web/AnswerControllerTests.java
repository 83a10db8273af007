package ru.mcu.answer.web;

import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import ru.mcu.answer.Standards;

@DisplayName("REST стандарта ответа")
class AnswerControllerTests {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new AnswerController(Standards.checker(), Standards.templates()))
            .build();

    @Test
    void checksADraftAndCountsItsCharacters() throws Exception {
        mvc.perform(post("/api/answers/check")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"text": "Здравствуйте! Звоните 8 905 123-45-67. Ответим позже.", "channel": "telegram",
                                 "publicChannel": true, "photo": true, "kind": "INTERIM", "finalAnswerDate": "2026-12-05"}
                                """))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.findings[0].ruleId").value("personal-data"))
                .andExpect(jsonPath("$.findings[0].severity").value("BLOCK"))
                .andExpect(jsonPath("$.findings[0].from").value(22))
                .andExpect(jsonPath("$.findings[0].to").value(37))
                .andExpect(jsonPath("$.findings[0].hint").value("[телефон скрыт]"))
                .andExpect(jsonPath("$.findings[*].hint").value(hasItem("Окончательный ответ дадим до 05.12.2026.")))
                .andExpect(jsonPath("$.counters.length").value(53))
                .andExpect(jsonPath("$.counters.recommended").value(800))
                .andExpect(jsonPath("$.counters.hard").value(1024))
                .andExpect(jsonPath("$.standardProblem").isEmpty());
    }

    @Test
    void anEmptyDraftIsNoError() throws Exception {
        mvc.perform(post("/api/answers/check")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.findings").isEmpty())
                .andExpect(jsonPath("$.counters.hard").isEmpty());
    }

    @Test
    void aWrongKindIsRefused() throws Exception {
        mvc.perform(post("/api/answers/check")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\": \"Яму засыпали\", \"kind\": \"ЧТО-ТО\"}"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void givesTemplatesOfATopic() throws Exception {
        mvc.perform(get("/api/answers/templates").param("topic", "Дороги"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].id").value(hasItem("road-pothole-solved")))
                .andExpect(jsonPath("$[*].id").value(hasItem("interim")));
        mvc.perform(get("/api/answers/templates")).andExpect(status().isBadRequest());
    }
}
