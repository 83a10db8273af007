package ru.mcu.message;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which norm holds for work on an answer: the first version, one that came back, or the final one after an interim. */
@Component
class DraftTerms {

    private static final String DRAFT = "draft";
    private static final Set<String> DRAFTING = Set.of(DRAFT, "rework", "interimFinal");

    private final Drafts drafts;
    private final ApprovalRows approvals;
    private final PublicationRows publications;

    DraftTerms(Drafts drafts, ApprovalRows approvals, PublicationRows publications) {
        this.drafts = drafts;
        this.approvals = approvals;
        this.publications = publications;
    }

    /** Whether the step is work on an answer, whichever norm it has. */
    boolean isDrafting(String step) {
        return DRAFTING.contains(step);
    }

    /** The name of the norm that a step has now; every step but drafting has its own. */
    String normOf(Message message, String step) {
        if (!isDrafting(step)) {
            return step;
        }
        if (wasReturned(message)) {
            return "rework";
        }
        return finalAnswerOn(message, step).isPresent() ? "interimFinal" : DRAFT;
    }

    /** The day named to the author in the published interim answer; empty when no final answer is awaited. */
    Optional<LocalDate> finalAnswerOn(Message message, String step) {
        if (!isDrafting(step) || !hasPublishedInterim(message)) {
            return Optional.empty();
        }
        return drafts.findTopByMessageIdOrderByVersionNoDesc(message.id)
                .filter(draft -> draft.kind == DraftKind.INTERIM && !wasReturned(message))
                .map(draft -> draft.finalDueOn);
    }

    /** A new body does not answer for the returned version of another. */
    private boolean wasReturned(Message message) {
        return drafts.findTopByMessageIdOrderByVersionNoDesc(message.id)
                .filter(draft -> message.executorBody == null || message.executorBody.equals(draft.body))
                .flatMap(draft -> approvals.findTopByDraftIdOrderByDecidedAtDescIdDesc(draft.id))
                .filter(decision -> decision.decision == ApprovalDecision.RETURNED)
                .isPresent();
    }

    private boolean hasPublishedInterim(Message message) {
        return publications
                .findTopByMessageIdAndKindInAndStatusOrderByPublishedAtDesc(
                        message.id, EnumSet.of(PublicationKind.INTERIM), PublicationStatus.PUBLISHED)
                .isPresent();
    }
}
