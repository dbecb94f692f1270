package dev.assay.store.request;

import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.REQUEST;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.assay.core.fact.Values;
import dev.assay.core.listing.Decision;
import dev.assay.core.publication.ChangeReason;
import dev.assay.core.request.RequestKind;
import dev.assay.core.request.RequestRefusedException;
import dev.assay.core.request.RequestRefusedException.Refusal;
import dev.assay.core.request.RequestState;
import dev.assay.core.request.RequestState.Accepted;
import dev.assay.core.request.RequestState.Filed;
import dev.assay.core.request.RequestState.Granted;
import dev.assay.core.time.Deadline;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.publication.PublishedEntries;
import dev.assay.store.register.Within;
import dev.assay.store.time.UtcTime;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The requests of businesses in the store. Every step is one transaction, and noted in the audit log. */
public final class Requests {

    private static final List<String> PENDING = List.of(Filed.CODE, Accepted.CODE);

    private final DSLContext dsl;

    /**
     * Requests over a database.
     *
     * @param dsl the database
     */
    public Requests(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * What a request is about.
     *
     * @param kind what it asks for
     * @param businessKey the store's key of the business
     * @param caseId the entry; null where it is about a record
     * @param factId the record; null where it is about an entry
     */
    public record About(
            RequestKind kind,
            long businessKey,
            @Nullable Long caseId,
            @Nullable Long factId) {}

    /**
     * A request by number.
     *
     * @param id the number
     * @return it, or empty if there is none
     */
    public Optional<StoredRequest> find(long id) {
        return fetch(REQUEST.REQUEST_ID.eq(id)).stream().findFirst();
    }

    /**
     * The requests about an entry.
     *
     * @param caseId the case's number
     * @return them, newest first
     */
    public List<StoredRequest> ofCase(long caseId) {
        return fetch(REQUEST.CASE_ID.eq(caseId));
    }

    /**
     * The requests of a business.
     *
     * @param businessKey its key
     * @return them, newest first
     */
    public List<StoredRequest> ofBusiness(long businessKey) {
        return fetch(REQUEST.BUSINESS_KEY.eq(businessKey));
    }

    /**
     * The requests that wait for the authority.
     *
     * @param divisions the beginnings of the codes of the divisions of their businesses; none for all
     * @param limit the most to give
     * @return them, the soonest due first
     */
    public List<StoredRequest> pending(List<String> divisions, int limit) {
        return dsl.selectFrom(REQUEST)
                .where(REQUEST.STATE.in(PENDING))
                .and(
                        divisions.isEmpty()
                                ? noCondition()
                                : REQUEST.BUSINESS_KEY.in(select(BUSINESS.BUSINESS_KEY)
                                        .from(BUSINESS)
                                        .where(Within.divisions(BUSINESS.DIVISION, divisions))))
                .orderBy(REQUEST.DUE_ON, REQUEST.REQUEST_ID)
                .limit(limit)
                .fetch(Requests::read);
    }

    /**
     * The entries that are under objection.
     *
     * @param cases numbers of cases
     * @return those of them about which an objection is not decided
     */
    public Set<Long> underObjection(Collection<Long> cases) {
        return dsl.select(REQUEST.CASE_ID)
                .from(REQUEST)
                .where(REQUEST.CASE_ID
                        .in(cases)
                        .and(REQUEST.KIND.eq(RequestKind.OBJECTION.name()))
                        .and(REQUEST.STATE.in(PENDING)))
                .fetchSet(row -> row.value1());
    }

    /**
     * The words that stand beside entries by right of reply.
     *
     * @param cases numbers of cases
     * @return the newest granted reply by case; a case without one is absent
     */
    public Map<Long, String> replies(Collection<Long> cases) {
        return dsl
                .selectFrom(REQUEST)
                .where(REQUEST.CASE_ID
                        .in(cases)
                        .and(REQUEST.KIND.eq(RequestKind.REPLY.name()))
                        .and(REQUEST.STATE.eq(Granted.CODE)))
                .orderBy(REQUEST.REQUEST_ID)
                .fetch(Requests::read)
                .stream()
                .collect(Collectors.toMap(
                        request -> Objects.requireNonNull(request.caseId()),
                        request -> request.state().filing().reason(),
                        (older, newer) -> newer));
    }

    /**
     * Files a request, unless one of its kind about the same thing waits.
     *
     * @param tx the transaction
     * @param about what it is about
     * @param filed the request
     * @return its number
     * @throws RequestRefusedException if one waits already
     */
    public static long file(DSLContext tx, About about, Filed filed) {
        Condition same = REQUEST.BUSINESS_KEY
                .eq(about.businessKey)
                .and(REQUEST.KIND.eq(about.kind.name()))
                .and(about.caseId == null ? REQUEST.CASE_ID.isNull() : REQUEST.CASE_ID.eq(about.caseId))
                .and(about.factId == null ? REQUEST.FACT_ID.isNull() : REQUEST.FACT_ID.eq(about.factId))
                .and(REQUEST.STATE.in(PENDING));
        if (tx.fetchExists(REQUEST, same)) {
            throw new RequestRefusedException(
                    Refusal.PENDING, "There is such a request that is not decided.%nMaybe wait for it.".formatted());
        }
        Decision filing = filed.filing();
        tx.insertInto(REQUEST)
                .set(REQUEST.KIND, about.kind.name())
                .set(REQUEST.BUSINESS_KEY, about.businessKey)
                .set(REQUEST.CASE_ID, about.caseId)
                .set(REQUEST.FACT_ID, about.factId)
                .set(REQUEST.STATE, filed.code())
                .set(REQUEST.STANDING, RequestStateJson.write(filed))
                .set(REQUEST.REVISION, 0)
                .set(REQUEST.FILED_BY, filing.by())
                .set(REQUEST.FILED_AT, UtcTime.column(filing.at()))
                .set(REQUEST.DUE_STEP, "accept")
                .set(REQUEST.DUE_ON, filed.acceptBy().day())
                .execute();
        long id = tx.lastID().longValue();
        note(tx, "request-filed", id, filing, about.kind);
        refresh(tx, about.kind, about.caseId, filing);
        return id;
    }

    /**
     * Moves a request.
     *
     * @param tx the transaction
     * @param seen the request as it was seen
     * @param next where it stands then
     * @param act who moves it, when and why
     * @throws RequestRefusedException if somebody else has moved it
     */
    public static void move(DSLContext tx, StoredRequest seen, RequestState next, Decision act) {
        LocalDate due = due(next);
        int moved = tx.update(REQUEST)
                .set(REQUEST.STATE, next.code())
                .set(REQUEST.STANDING, RequestStateJson.write(next))
                .set(REQUEST.REVISION, seen.revision() + 1)
                .set(REQUEST.DUE_STEP, due == null ? null : "decide")
                .set(REQUEST.DUE_ON, due)
                .where(REQUEST.REQUEST_ID.eq(seen.id()).and(REQUEST.REVISION.eq(seen.revision())))
                .execute();
        if (moved == 0) {
            throw new RequestRefusedException(
                    Refusal.CHANGED_SINCE,
                    "Somebody else has moved the request (%d) since.%nMaybe look at it again.".formatted(seen.id()));
        }
        note(tx, "request-" + next.code().toLowerCase(Locale.ROOT), seen.id(), act, seen.kind());
        refresh(tx, seen.kind(), seen.caseId(), act);
    }

    /** An objection marks an entry, and a reply stands beside it: whoever follows the list is told. */
    private static void refresh(DSLContext tx, RequestKind kind, @Nullable Long caseId, Decision act) {
        if (caseId != null && kind != RequestKind.REPAIR) {
            PublishedEntries.refresh(
                    tx,
                    caseId,
                    act.on(),
                    kind == RequestKind.OBJECTION ? ChangeReason.OBJECTION : ChangeReason.CORRECTION,
                    act.at());
        }
    }

    private static @Nullable LocalDate due(RequestState state) {
        return state instanceof Accepted accepted ? accepted.decideBy().day() : null;
    }

    private static void note(DSLContext tx, String act, long id, Decision decision, RequestKind kind) {
        AuditLog.note(
                tx,
                new AuditAct(
                        decision.by(),
                        act,
                        "request:" + id,
                        Values.of(Map.of("kind", kind.name(), "reason", decision.reason()))),
                decision.at());
    }

    /**
     * Does something in one transaction.
     *
     * @param work what
     * @param <T> what it answers
     * @return its answer
     */
    public <T> T inTransaction(Function<DSLContext, T> work) {
        return dsl.transactionResult(configuration -> work.apply(configuration.dsl()));
    }

    /**
     * The deadline of a request that waits.
     *
     * @param request the request
     * @return by when the authority answers; null once it is decided
     */
    public static @Nullable Deadline deadline(StoredRequest request) {
        return switch (request.state()) {
            case Filed filed -> filed.acceptBy();
            case Accepted accepted -> accepted.decideBy();
            default -> null;
        };
    }

    private List<StoredRequest> fetch(Condition condition) {
        return dsl.selectFrom(REQUEST)
                .where(condition)
                .orderBy(REQUEST.REQUEST_ID.desc())
                .fetch(Requests::read);
    }

    private static StoredRequest read(Record row) {
        return new StoredRequest(
                row.get(REQUEST.REQUEST_ID),
                RequestKind.valueOf(row.get(REQUEST.KIND)),
                row.get(REQUEST.BUSINESS_KEY),
                row.get(REQUEST.CASE_ID),
                row.get(REQUEST.FACT_ID),
                row.get(REQUEST.REVISION),
                row.get(REQUEST.DUE_STEP),
                row.get(REQUEST.DUE_ON),
                RequestStateJson.read(row.get(REQUEST.STATE), row.get(REQUEST.STANDING)));
    }
}
