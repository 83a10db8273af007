package ru.mcu.spreadsheet;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message as the export of ПОС has it: 25 columns, without text, address and applicant.
 *
 * @param number key of the row in ПОС
 * @param epguNumber number on the state services portal
 * @param source where it was filed
 * @param topLko top level account of the organisation
 * @param category category
 * @param subcategory subcategory
 * @param fact fact, the finest level of the classifier
 * @param receivedBy organisation that received it
 * @param heldBy organisation that holds it now
 * @param receivedOn day of receipt
 * @param dueOn the deadline set by ПОС
 * @param finishedOn day of the end
 * @param stage stage
 * @param status status, see statuses.yml
 * @param overdue overdue by ПОС
 * @param fastTrack fast track
 * @param law «Обычное сообщение» or the law it runs under
 * @param formalChosen whether the applicant chose 59-ФЗ
 * @param solutionKind kind of decision
 * @param mailedToFederalBody federal body it was mailed to
 * @param applicantMark the applicant's mark, 1 to 5
 * @param reconsideration repeated consideration
 * @param coordinator coordinator; personal data
 * @param executorName executor; personal data
 * @param head head; personal data
 */
public record PosRow(
        String number,
        @Nullable String epguNumber,
        @Nullable String source,
        @Nullable String topLko,
        @Nullable String category,
        @Nullable String subcategory,
        @Nullable String fact,
        @Nullable String receivedBy,
        @Nullable String heldBy,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate finishedOn,
        @Nullable String stage,
        @Nullable String status,
        @Nullable Boolean overdue,
        @Nullable Boolean fastTrack,
        @Nullable String law,
        @Nullable Boolean formalChosen,
        @Nullable String solutionKind,
        @Nullable String mailedToFederalBody,
        @Nullable Long applicantMark,
        @Nullable String reconsideration,
        @Nullable String coordinator,
        @Nullable String executorName,
        @Nullable String head) {

    static PosRow of(RowCells cells) {
        return new PosRow(
                Objects.requireNonNull(cells.key("number")),
                cells.key("epguNumber"),
                cells.text("source"),
                cells.text("topLko"),
                cells.text("category"),
                cells.text("subcategory"),
                cells.text("fact"),
                cells.text("receivedBy"),
                cells.text("heldBy"),
                cells.date("receivedOn"),
                cells.date("dueOn"),
                cells.date("finishedOn"),
                cells.text("stage"),
                cells.text("status"),
                cells.yesNo("overdue"),
                cells.yesNo("fastTrack"),
                cells.text("law"),
                cells.yesNo("formalChosen"),
                cells.text("solutionKind"),
                cells.text("mailedToFederalBody"),
                cells.number("applicantMark"),
                cells.text("reconsideration"),
                cells.text("coordinator"),
                cells.text("executorName"),
                cells.text("head"));
    }
}
