package dev.assay.store.escalation;

import dev.assay.core.escalation.EscalationKind;
import dev.assay.core.escalation.EscalationState;
import dev.assay.store.audit.Acting;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper.
 *
 * @param id its place among all papers
 * @param number its number
 * @param paper what it says
 * @param state where it stands
 * @param revision counts its moves
 * @param drafted who wrote it, and when
 * @param ended who issued or dropped it, and when; null while it is a draft
 */
public record StoredEscalation(
        long id,
        String number,
        Paper paper,
        EscalationState state,
        int revision,
        Acting drafted,
        @Nullable Acting ended) {

    /**
     * What a paper says.
     *
     * @param kind which of the four it is
     * @param addressee the government or the department
     * @param division the beginning of the codes that it is about; empty for all
     * @param ground what was found, as it stood when the draft was made
     * @param groundEnglish the same in English; null for papers of before it was written down
     * @param link the page of the alarm, or of the rows behind the figure
     * @param demand what is asked for
     * @param due by when
     */
    public record Paper(
            EscalationKind kind,
            String addressee,
            String division,
            String ground,
            @Nullable String groundEnglish,
            String link,
            String demand,
            LocalDate due) {}

    /**
     * Under which subject the audit log has it.
     *
     * @param id the paper's place
     * @return such as {@code escalation:12}
     */
    public static String auditSubject(long id) {
        return "escalation:" + id;
    }
}
