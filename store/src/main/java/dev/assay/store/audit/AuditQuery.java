package dev.assay.store.audit;

import static dev.assay.store.schema.Tables.AUDIT_ENTRY;
import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.IDENTITY;
import static dev.assay.store.schema.Tables.LISTING_CASE;
import static dev.assay.store.schema.Tables.REQUEST;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import dev.assay.store.register.Within;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit log.
 *
 * @param subject only what was done to this, such as {@code listing-case:12}; null for all
 * @param divisions beginnings of the codes of divisions: of what was done to a business, a case or a request only what is of a business there. What is
 *     of no business, such as a model, is in it. None for every division
 */
public record AuditQuery(@Nullable String subject, List<String> divisions) {

    private static final String OF_BUSINESS = "business:";
    private static final String OF_CASE = "listing-case:";
    private static final String OF_REQUEST = "request:";

    /** Copies the codes. */
    public AuditQuery {
        divisions = List.copyOf(divisions);
    }

    /**
     * Everything that was done to one thing.
     *
     * @param subject the thing; null for all
     * @return the entries of every division
     */
    public static AuditQuery of(@Nullable String subject) {
        return new AuditQuery(subject, List.of());
    }

    Condition condition() {
        return (subject == null ? noCondition() : AUDIT_ENTRY.SUBJECT.eq(subject)).and(within());
    }

    private Condition within() {
        if (divisions.isEmpty()) {
            return noCondition();
        }
        Condition there = Within.divisions(BUSINESS.DIVISION, divisions);
        Condition ofBusiness = exists(selectOne()
                .from(IDENTITY)
                .join(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(IDENTITY.BUSINESS_KEY))
                .where(IDENTITY.SCHEME
                        .eq(scheme())
                        .and(IDENTITY.IDENTITY_.eq(identity()))
                        .and(there)));
        Condition ofCase = exists(selectOne()
                .from(LISTING_CASE)
                .join(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(LISTING_CASE.BUSINESS_KEY))
                .where(LISTING_CASE.CASE_ID.eq(number(OF_CASE)).and(there)));
        Condition ofRequest = exists(selectOne()
                .from(REQUEST)
                .join(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(REQUEST.BUSINESS_KEY))
                .where(REQUEST.REQUEST_ID.eq(number(OF_REQUEST)).and(there)));
        return kept(OF_BUSINESS, ofBusiness).and(kept(OF_CASE, ofCase)).and(kept(OF_REQUEST, ofRequest));
    }

    private static Condition kept(String beginning, Condition there) {
        return AUDIT_ENTRY.SUBJECT.notLike(beginning + "%").or(there);
    }

    private static Field<String> scheme() {
        return field("SUBSTRING_INDEX(SUBSTRING({0}, {1}), ':', 1)", String.class, AUDIT_ENTRY.SUBJECT, start());
    }

    private static Field<String> identity() {
        return field("SUBSTRING({0}, LOCATE(':', {0}, {1}) + 1)", String.class, AUDIT_ENTRY.SUBJECT, start());
    }

    private static Field<Integer> start() {
        return inline(OF_BUSINESS.length() + 1);
    }

    private static Field<Long> number(String beginning) {
        return field(
                "CAST(SUBSTRING({0}, {1}) AS SIGNED)", Long.class, AUDIT_ENTRY.SUBJECT, inline(beginning.length() + 1));
    }
}
