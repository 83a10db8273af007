package ru.mcu.demo.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.demo.DemoMessage;
import ru.mcu.demo.DemoMessages;
import ru.mcu.demo.Stage;
import ru.mcu.message.Intake;
import ru.mcu.message.MessageFacts;
import ru.mcu.platform.MovableTime;
import ru.mcu.platform.TestClock;

@WholeApplication
@DisplayName("Город для показа")
class DemoCityTests {

    /** Tuesday, 15:00 in Rubtsovsk. */
    private static final Instant TUESDAY_AFTERNOON = Instant.parse("2026-11-24T08:00:00Z");

    @Autowired
    DemoCity city;

    @Autowired
    Intake intake;

    @Autowired
    MessageFacts facts;

    @Autowired
    Staff staff;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName("каждое сообщение доходит до своего этапа, повторный запуск ничего не добавляет")
    void everyStoryEndsAtItsStage() {
        List<DemoMessage> stories = DemoMessages.all();

        assertThat(city.play(stories, time(), TUESDAY_AFTERNOON)).isEqualTo(stories.size());

        Map<Stage, String> wrong = new EnumMap<>(Stage.class);
        for (DemoMessage story : stories) {
            UUID id = intake.find(story.channel().code(), story.externalId()).orElseThrow();
            String found = facts.status(id) + " " + staff.openKeys(id);
            if (!found.matches(expected(story))) {
                wrong.put(story.stage(), story.key() + ": " + found);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(city.play(stories, time(), TUESDAY_AFTERNOON)).isZero();
        assertThat(jdbc.sql("""
                        select count(*) from mcu.audit_entry e join mcu.message m on m.id = e.subject_id
                        where m.external_id like 'demo-%' and (e.at > :now or e.at < m.received_at)""")
                        .param("now", java.sql.Timestamp.from(TUESDAY_AFTERNOON))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static String expected(DemoMessage story) {
        String task =
                switch (story.stage()) {
                    case TRIAGE, TRIAGE_OVERDUE, CLARIFIED, REOPENED, RETURNED_TWICE, RETURNED_TO_HEAD ->
                        "TRIAGE [userTask_triageMessage]";
                    case ADD_TEXT -> "TRIAGE [userTask_addText]";
                    case CLARIFICATION -> "CLARIFYING []";
                    case DUPLICATE_WAITING -> "AWAITING_PARENT []";
                    case CONCEPT -> "CONCEPT [userTask_prepareConcept]";
                    case CONCEPT_NOW -> "\\w+ [userTask_draftAnswer, userTask_prepareConceptNow]";
                    case DRAFTING, DRAFT_DUE, DRAFT_OVERDUE, DRAFT_ESCALATED, FOLLOWED_UP, REWORK, INTERIM ->
                        "DRAFTING [userTask_draftAnswer]";
                    case FACTS -> "AWAITING_FACTS [userTask_provideFacts, userTask_provideFacts]";
                    case REVIEW -> "REVIEW [userTask_reviewAnswer]";
                    case CUR_APPROVAL -> "CUR_APPROVAL [userTask_approveByCur]";
                    case CUR_SILENT -> "CUR_APPROVAL [userTask_decideWithoutCur]";
                    case DISPUTE -> "\\w+ [userTask_resolveDispute]";
                    case MANUAL_PUBLICATION -> "PUBLISHING [userTask_publishManually]";
                    case PROMISE_AHEAD, DUPLICATE_ANSWERED, SURVEY_WAITING, SURVEY_REMINDED -> "\\w+ []";
                    case PROMISE_DUE -> "CONTROL [userTask_checkPromise]";
                    case SURVEY_BY_PHONE -> "CONTROL [userTask_askByPhone]";
                    case QUALITY_CHECK -> "QUALITY_CHECK [userTask_checkQuality]";
                    case CLOSED, CLOSED_WITHOUT_MARK, REJECTED, FORMAL_ROUTE, CANCELLED, WITHHELD -> "CLOSED []";
                    case DELETED -> "PUBLISHING [userTask_decideAfterDeletion]";
                };
        return task.replace("[", "\\[").replace("]", "\\]");
    }

    private MovableTime time() {
        return new MovableTime() {

            @Override
            public void moveTo(Instant moment) {
                clock.set(moment);
            }

            @Override
            public void release() {
                clock.reset();
            }
        };
    }
}
