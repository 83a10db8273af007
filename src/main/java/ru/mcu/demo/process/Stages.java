package ru.mcu.demo.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.mcu.demo.DemoMessage;
import ru.mcu.directory.Role;
import ru.mcu.message.FollowUpKind;
import ru.mcu.message.FollowUps;
import ru.mcu.message.Intake;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.Oversight;
import ru.mcu.message.Priority;
import ru.mcu.survey.AnswerInput;
import ru.mcu.survey.Surveys;

/** Leads each story to its stage by the same decisions that people take in their forms. */
@Component
@Profile("demo")
class Stages {

    private static final int LOW_MARK = 2;

    private final DemoStaff staff;
    private final Intake intake;
    private final MessageFacts facts;
    private final FollowUps followUps;
    private final Oversight oversight;
    private final Surveys surveys;

    Stages(
            DemoStaff staff,
            Intake intake,
            MessageFacts facts,
            FollowUps followUps,
            Oversight oversight,
            Surveys surveys) {
        this.staff = staff;
        this.intake = intake;
        this.facts = facts;
        this.followUps = followUps;
        this.oversight = oversight;
        this.surveys = surveys;
    }

    void play(Story story) {
        story.settle();
        DemoMessage message = story.message();
        switch (message.stage()) {
            case TRIAGE, TRIAGE_OVERDUE, ADD_TEXT -> story.settle();
            case CLARIFICATION -> clarify(story);
            case CLARIFIED -> {
                clarify(story);
                story.pass(2, 20);
                followUp(story, FollowUpKind.REPLY, message.reply());
            }
            case DUPLICATE_WAITING -> duplicate(story);
            case DUPLICATE_ANSWERED -> {
                duplicate(story);
                story.publish();
                story.invite();
            }
            case CONCEPT -> story.accept("resonant");
            case CONCEPT_NOW -> {
                accepted(story);
                story.pass(0.5, 5);
                staff.as(staff.with(Role.HEAD), () -> {
                    oversight.changePriority(story.id(), Priority.RESONANT, reason(message));
                    return message;
                });
            }
            case DRAFTING, DRAFT_DUE, DRAFT_OVERDUE, DRAFT_ESCALATED -> accepted(story);
            case FOLLOWED_UP -> {
                accepted(story);
                story.pass(0.5, 5);
                followUp(story, FollowUpKind.ADDED, message.reply());
            }
            case FACTS -> {
                accepted(story);
                story.askFacts();
            }
            case REVIEW -> {
                accepted(story);
                story.draft();
            }
            case REWORK -> {
                accepted(story);
                story.draft();
                for (String remarks :
                        message.remarks().subList(1, message.remarks().size())) {
                    story.review(remarks);
                    story.draft();
                }
                story.review(message.remarks().get(0));
            }
            case CUR_APPROVAL, CUR_SILENT -> reviewed(story);
            case DISPUTE -> {
                reviewed(story);
                story.cur(message.remarks().get(0));
                for (String remarks :
                        message.remarks().subList(1, message.remarks().size())) {
                    story.draft();
                    story.review(null);
                    story.cur(remarks);
                }
            }
            case MANUAL_PUBLICATION -> approved(story);
            case PROMISE_AHEAD, PROMISE_DUE -> published(story);
            case SURVEY_WAITING, SURVEY_REMINDED, CLOSED_WITHOUT_MARK -> {
                published(story);
                story.invite();
            }
            case SURVEY_BY_PHONE -> published(story);
            case CLOSED -> {
                marked(story);
                if (message.mark() <= LOW_MARK) {
                    quality(story, "close");
                }
            }
            case QUALITY_CHECK -> marked(story);
            case REOPENED -> {
                marked(story);
                quality(story, "reopen");
            }
            case REJECTED -> story.triage(Map.of("decision", "reject", "reason", reason(message)));
            case FORMAL_ROUTE -> {
                story.triage(Map.of(
                        "decision",
                        "formalRoute",
                        "notice",
                        Objects.requireNonNull(message.answer()),
                        "reason",
                        reason(message)));
                story.publish();
            }
            case CANCELLED -> {
                accepted(story);
                story.pass(1, 10);
                staff.as(staff.with(Role.HEAD), () -> {
                    oversight.cancel(story.id(), reason(message));
                    return message;
                });
            }
            case INTERIM -> {
                accepted(story);
                story.draft("interim", Objects.requireNonNull(message.answer()));
                story.review(null);
                approvedByCur(story);
                story.publish();
            }
            case RETURNED_TWICE -> returned(story, 2);
            case RETURNED_TO_HEAD -> returned(story, 3);
            case DELETED -> deleted(story);
            case WITHHELD -> {
                deleted(story);
                story.does(
                        story.operator(),
                        "userTask_decideAfterDeletion",
                        0.3,
                        5,
                        Map.of("decision", "withhold", "reason", reason(message)));
            }
        }
        story.rest();
    }

    private void clarify(Story story) {
        story.triage(Map.of(
                "decision",
                "clarify",
                "question",
                Objects.requireNonNull(story.message().question())));
        story.publish();
    }

    private void duplicate(Story story) {
        DemoMessage message = story.message();
        String parent = Objects.requireNonNull(message.parent());
        String number = DemoCity.idOf(parent, intake).map(facts::number).orElseThrow();
        story.triage(Map.of("decision", "duplicate", "parentNumber", number));
    }

    private void accepted(Story story) {
        String priority = Objects.requireNonNullElse(story.message().priority(), "normal");
        story.accept(priority);
        if (priority.equals("resonant")) {
            story.concept();
        }
        story.takeDraft();
    }

    private void reviewed(Story story) {
        accepted(story);
        story.draft();
        story.review(null);
    }

    private void approved(Story story) {
        reviewed(story);
        approvedByCur(story);
    }

    private static void approvedByCur(Story story) {
        if (story.waitsForCur()) {
            story.cur(null);
        }
    }

    private void published(Story story) {
        List<String> remarks = story.message().remarks();
        accepted(story);
        story.draft();
        for (String remark : remarks) {
            story.review(remark);
            story.draft();
        }
        story.review(null);
        approvedByCur(story);
        story.publish();
    }

    /** A mark by the link, or by phone where the author has no other way. */
    private void marked(Story story) {
        published(story);
        DemoMessage message = story.message();
        boolean solved = message.mark() > LOW_MARK;
        if (facts.reachableInWriting(story.id())) {
            String secret = story.invite();
            story.pass(3, 60);
            surveys.answer(secret, new AnswerInput(message.mark(), solved, message.comment(), null));
            story.settle();
        } else {
            story.does(
                    story.operator(),
                    "userTask_askByPhone",
                    2,
                    30,
                    Map.of("mark", message.mark(), "solved", solved, "comment", String.valueOf(message.comment())));
        }
    }

    private void quality(Story story, String decision) {
        story.does(
                staff.with(Role.ANALYST),
                "userTask_checkQuality",
                1,
                10,
                Map.of("decision", decision, "reason", reason(story.message())));
    }

    private void returned(Story story, int times) {
        for (int round = 0; round < times; round++) {
            story.accept("normal");
            story.executorDoes(
                    0.3,
                    5,
                    Map.of(
                            "decision",
                            "notCompetent",
                            "competentBody",
                            story.message().questions().get(round),
                            "reason",
                            story.message().remarks().get(round)));
        }
    }

    private void deleted(Story story) {
        accepted(story);
        story.draft();
        followUp(story, FollowUpKind.DELETED, null);
        story.review(null);
        approvedByCur(story);
    }

    private void followUp(Story story, FollowUpKind kind, @Nullable String text) {
        followUps.take(story.id(), kind, story.message().externalId() + "-" + kind.code(), text, story.at());
        story.settle();
    }

    private static String reason(DemoMessage message) {
        return Objects.requireNonNull(message.reason(), message.key());
    }
}
