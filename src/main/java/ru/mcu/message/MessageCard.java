package ru.mcu.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything a person sees about one message; shaped for JSON. Moments are UTC. */
public record MessageCard(
        UUID id,
        String number,
        ChannelView channel,
        MessageStatus status,
        String statusTitle,
        Priority priority,
        String priorityTitle,
        String kindTitle,
        Coded regime,
        String text,
        String originalText,
        @Nullable String link,
        @Nullable String sourceNumber,
        Author author,
        Instant receivedAt,
        Instant registeredAt,
        @Nullable String place,
        @Nullable String district,
        @Nullable String topicGroup,
        @Nullable String topic,
        @Nullable Coded executor,
        @Nullable Due due,
        List<Step> steps,
        @Nullable LocalDate promisedOn,
        @Nullable String concept,
        int returnCount,
        int reworkCount,
        int reopenCount,
        boolean deletedByAuthor,
        @Nullable Integer surveyMark,
        @Nullable Integer sourceMark,
        List<AttachmentView> attachments,
        List<FollowUpView> followUps,
        List<DraftView> drafts,
        List<ApprovalView> approvals,
        List<PublicationView> publications,
        List<FactView> facts,
        List<HistoryView> history,
        List<RelatedView> sameAuthor,
        List<RelatedView> samePlace,
        @Nullable String parent,
        long duplicates,
        Can can) {

    /** A code with the word that staff see. */
    public record Coded(String code, String title) {}

    public record ChannelView(String code, String title, boolean publicPlace) {}

    /** Contacts only for those who answer. */
    public record Author(
            @Nullable String name,
            @Nullable String contact,
            @Nullable String link,
            boolean anonymous) {}

    public record Due(Instant at, boolean provisional, boolean overdue, List<String> why) {}

    public record Step(
            String title, Instant dueAt, boolean overdue, boolean provisional, List<String> why, int escalationLevel) {}

    /**
     * @param url null while the file is not here or not to be opened
     * @param note why it is not, in Russian
     */
    public record AttachmentView(
            UUID id,
            String role,
            String fileName,
            String contentType,
            long size,
            @Nullable String url,
            boolean image,
            @Nullable String previewUrl,
            @Nullable String note) {}

    public record FollowUpView(
            FollowUpKind kind, String kindTitle, @Nullable String text, Instant at) {}

    public record DraftView(
            int version,
            DraftKind kind,
            String outcome,
            @Nullable LocalDate promisedOn,
            @Nullable LocalDate finalDueOn,
            String author,
            Instant at,
            String text,
            List<Diff> diff) {}

    /** A piece of text that stayed, came or went against the version before. */
    public record Diff(String op, String text) {}

    public record ApprovalView(
            String stage,
            int round,
            boolean approved,
            @Nullable String remarks,
            String by,
            @Nullable String onBehalfOf,
            Instant at,
            int version) {}

    public record PublicationView(
            PublicationKind kind,
            String kindTitle,
            String text,
            PublicationStatus status,
            String statusTitle,
            @Nullable String link,
            @Nullable String proofUrl,
            @Nullable String error,
            @Nullable Instant at,
            @Nullable String by) {}

    public record FactView(
            String body,
            String question,
            @Nullable String answer,
            boolean refused,
            String askedBy,
            Instant askedAt,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {}

    public record HistoryView(
            Instant at,
            String who,
            @Nullable String onBehalfOf,
            String what,
            @Nullable String why) {}

    public record RelatedView(UUID id, String number, String excerpt, Instant at, String status) {}

    /** What the present user may do from the card. */
    public record Can(boolean cancel, boolean priority, boolean takeOver, boolean followUp) {}
}
