package dev.assay.store.request;

import dev.assay.core.request.RequestKind;
import dev.assay.core.request.RequestState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request of a business.
 *
 * @param id the store's number
 * @param kind what it asks for
 * @param businessKey the store's key of the business
 * @param caseId the entry that it is about; null where it is about a record
 * @param factId the record that it is about; null where it is about an entry
 * @param revision how often it was moved
 * @param dueStep what is due; null if nothing is
 * @param dueOn by when
 * @param state where it stands
 */
public record StoredRequest(
        long id,
        RequestKind kind,
        long businessKey,
        @Nullable Long caseId,
        @Nullable Long factId,
        int revision,
        @Nullable String dueStep,
        @Nullable LocalDate dueOn,
        RequestState state) {

    /**
     * Whether it waits for a decision.
     *
     * @return true for a request that is filed or in hand
     */
    public boolean isPending() {
        return state instanceof RequestState.Pending;
    }

    /**
     * What the audit log, and its papers, call it.
     *
     * @return {@code request:} and its number
     */
    public String auditSubject() {
        return "request:" + id;
    }
}
