package ru.mcu.message;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.mcu.directory.Directory;
import ru.mcu.message.MessageCard.Diff;

/** Versions of an answer with their differences, and the decisions on them. */
@Component
class CardDrafts {

    private final Drafts drafts;
    private final ApprovalRows approvals;
    private final Directory directory;

    CardDrafts(Drafts drafts, ApprovalRows approvals, Directory directory) {
        this.drafts = drafts;
        this.approvals = approvals;
        this.directory = directory;
    }

    List<MessageCard.DraftView> drafts(UUID messageId) {
        List<MessageCard.DraftView> views = new ArrayList<>();
        String before = "";
        for (Draft draft : drafts.findByMessageIdOrderByVersionNo(messageId)) {
            views.add(new MessageCard.DraftView(
                    draft.versionNo,
                    draft.kind,
                    draft.outcome.title(),
                    draft.promisedOn,
                    draft.finalDueOn,
                    directory.personName(draft.author),
                    draft.createdAt,
                    draft.text,
                    before.isEmpty() ? List.of() : diff(before, draft.text)));
            before = draft.text;
        }
        return views;
    }

    List<MessageCard.ApprovalView> approvals(UUID messageId) {
        Map<UUID, Integer> versions = drafts.findByMessageIdOrderByVersionNo(messageId).stream()
                .collect(Collectors.toMap(draft -> draft.id, draft -> draft.versionNo));
        return approvals.findByMessageIdOrderByDecidedAtAscIdAsc(messageId).stream()
                .map(row -> new MessageCard.ApprovalView(
                        row.stage.title(),
                        row.round,
                        row.decision == ApprovalDecision.APPROVED,
                        row.remarks,
                        directory.personName(row.decidedBy),
                        row.onBehalfOf == null ? null : directory.personName(row.onBehalfOf),
                        row.decidedAt,
                        versions.getOrDefault(row.draftId, 0)))
                .toList();
    }

    /** Word by word, so that a changed comma does not repaint a paragraph. */
    static List<Diff> diff(String before, String after) {
        List<String> old = words(before);
        List<String> fresh = words(after);
        List<Diff> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh).getDeltas()) {
            int from = delta.getSource().getPosition();
            add(pieces, "same", String.join("", old.subList(at, from)));
            add(pieces, "del", String.join("", delta.getSource().getLines()));
            add(pieces, "add", String.join("", delta.getTarget().getLines()));
            at = from + delta.getSource().size();
        }
        add(pieces, "same", String.join("", old.subList(at, old.size())));
        return pieces;
    }

    private static List<String> words(String text) {
        return List.of(text.split("(?<=\\s)", -1));
    }

    private static void add(List<Diff> pieces, String op, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Diff(op, text));
        }
    }
}
