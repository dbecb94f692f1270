package dev.assay.store.escalation;

import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.ESCALATION;

import dev.assay.core.escalation.EscalationKind;
import dev.assay.core.escalation.EscalationState;
import dev.assay.core.fact.Values;
import dev.assay.store.audit.Acting;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.escalation.StoredEscalation.Paper;
import dev.assay.store.time.UtcTime;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The papers to governments and departments. Every step stands in the audit log. */
public final class Escalations {

    private final DSLContext dsl;

    /**
     * The papers of a database.
     *
     * @param dsl the database
     */
    public Escalations(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Keeps a draft.
     *
     * @param paper what it says
     * @param year the year of its number
     * @param by who writes it, and when
     * @return its place among all papers
     * @throws IllegalArgumentException if the addressee is a business of the register
     */
    public long draft(Paper paper, int year, Acting by) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            if (tx.fetchExists(BUSINESS, BUSINESS.NAME.eq(paper.addressee()))) {
                throw new IllegalArgumentException(
                        "The addressee (%s) is a business of the register.%nMaybe name the government or the department: these papers are never for a business."
                                .formatted(paper.addressee()));
            }
            AuditLog.await(tx);
            tx.insertInto(ESCALATION)
                    .set(ESCALATION.KIND, paper.kind().name())
                    .set(ESCALATION.ADDRESSEE, paper.addressee())
                    .set(ESCALATION.DIVISION, paper.division())
                    .set(ESCALATION.GROUND, paper.ground())
                    .set(ESCALATION.GROUND_EN, paper.groundEnglish())
                    .set(ESCALATION.GROUND_LINK, paper.link())
                    .set(ESCALATION.DEMAND, paper.demand())
                    .set(ESCALATION.DUE, paper.due())
                    .set(ESCALATION.STATE, EscalationState.DRAFT.name())
                    .set(ESCALATION.REVISION, 1)
                    .set(ESCALATION.DRAFTED_BY, by.by())
                    .set(ESCALATION.DRAFTED_AT, UtcTime.column(by.at()))
                    .execute();
            long id = tx.lastID().longValue();
            String number = paper.kind().number(year, id);
            tx.update(ESCALATION)
                    .set(ESCALATION.NUMBER, number)
                    .where(ESCALATION.ESCALATION_ID.eq(id))
                    .execute();
            note(tx, id, "escalation-drafted", Map.of("number", number, "to", paper.addressee()), by);
            return id;
        });
    }

    /**
     * Issues a draft.
     *
     * @param seen the draft as it was seen
     * @param by another person than who wrote it, and when
     * @throws IllegalArgumentException if it is the same person, or the paper was moved since
     */
    public void issue(StoredEscalation seen, Acting by) {
        if (by.by().equals(seen.drafted().by())) {
            throw new IllegalArgumentException(
                    "Who drafted the paper (%s) cannot issue it.%nMaybe ask another person to look at it."
                            .formatted(by.by()));
        }
        end(seen, EscalationState.ISSUED, by);
    }

    /**
     * Gives a draft up.
     *
     * @param seen the draft as it was seen
     * @param by who does, and when
     * @throws IllegalArgumentException if the paper was moved since
     */
    public void drop(StoredEscalation seen, Acting by) {
        end(seen, EscalationState.DROPPED, by);
    }

    private void end(StoredEscalation seen, EscalationState to, Acting by) {
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            AuditLog.await(tx);
            int moved = tx.update(ESCALATION)
                    .set(ESCALATION.STATE, to.name())
                    .set(ESCALATION.REVISION, seen.revision() + 1)
                    .set(ESCALATION.ENDED_BY, by.by())
                    .set(ESCALATION.ENDED_AT, UtcTime.column(by.at()))
                    .where(ESCALATION.ESCALATION_ID.eq(seen.id()))
                    .and(ESCALATION.STATE.eq(EscalationState.DRAFT.name()))
                    .and(ESCALATION.REVISION.eq(seen.revision()))
                    .execute();
            if (moved == 0) {
                throw new IllegalArgumentException(
                        "The paper (%s) is no draft any more.%nMaybe look at it again.".formatted(seen.number()));
            }
            note(
                    tx,
                    seen.id(),
                    "escalation-" + to.name().toLowerCase(Locale.ROOT),
                    Map.of("number", seen.number()),
                    by);
        });
    }

    private static void note(DSLContext tx, long id, String act, Map<String, Object> detail, Acting by) {
        AuditLog.note(tx, new AuditAct(by.by(), act, StoredEscalation.auditSubject(id), Values.of(detail)), by.at());
    }

    /**
     * A paper.
     *
     * @param id its place among all papers
     * @return it, or empty
     */
    public Optional<StoredEscalation> find(long id) {
        return dsl.selectFrom(ESCALATION).where(ESCALATION.ESCALATION_ID.eq(id)).fetchOptional(Escalations::stored);
    }

    /**
     * All papers, the newest first.
     *
     * @return them
     */
    public List<StoredEscalation> all() {
        return dsl.selectFrom(ESCALATION)
                .where(DSL.noCondition())
                .orderBy(ESCALATION.ESCALATION_ID.desc())
                .fetch(Escalations::stored);
    }

    private static StoredEscalation stored(Record row) {
        String endedBy = row.get(ESCALATION.ENDED_BY);
        LocalDateTime endedAt = row.get(ESCALATION.ENDED_AT);
        return new StoredEscalation(
                row.get(ESCALATION.ESCALATION_ID),
                Objects.requireNonNullElse(row.get(ESCALATION.NUMBER), ""),
                new Paper(
                        EscalationKind.valueOf(row.get(ESCALATION.KIND)),
                        row.get(ESCALATION.ADDRESSEE),
                        row.get(ESCALATION.DIVISION),
                        row.get(ESCALATION.GROUND),
                        row.get(ESCALATION.GROUND_EN),
                        row.get(ESCALATION.GROUND_LINK),
                        row.get(ESCALATION.DEMAND),
                        row.get(ESCALATION.DUE)),
                EscalationState.valueOf(row.get(ESCALATION.STATE)),
                row.get(ESCALATION.REVISION),
                new Acting(row.get(ESCALATION.DRAFTED_BY), UtcTime.instant(row.get(ESCALATION.DRAFTED_AT))),
                endedBy == null || endedAt == null ? null : new Acting(endedBy, UtcTime.instant(endedAt)));
    }
}
