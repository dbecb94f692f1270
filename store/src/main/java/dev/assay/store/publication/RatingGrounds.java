package dev.assay.store.publication;

import static dev.assay.store.schema.Tables.BUSINESS_LINK;

import dev.assay.core.fact.Values;
import dev.assay.core.publication.ChangeReason;
import dev.assay.store.fact.FactJson;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Why a rating that is published changed, as far as it can be told from both contents: the first of these that fits. Another version of the
 * model made it; a person set the grade, or does not any more; only how the business is described changed; the day until which the earlier
 * one held is over; else a new record.
 *
 * @param merged the businesses that are read with another, by the store's keys
 */
public record RatingGrounds(Set<Long> merged) implements Grounds {

    /** Copies the set. */
    public RatingGrounds {
        merged = Set.copyOf(merged);
    }

    /**
     * The grounds as the register stands now.
     *
     * @param dsl the database
     * @return them
     */
    public static RatingGrounds of(DSLContext dsl) {
        return new RatingGrounds(dsl.select(BUSINESS_LINK.MERGED_KEY)
                .from(BUSINESS_LINK)
                .where(BUSINESS_LINK.UNLINKED_AT.isNull())
                .fetchSet(row -> row.value1()));
    }

    @Override
    public ChangeReason of(long place, @Nullable String before, @Nullable String now) {
        if (now == null) {
            return merged.contains(place) ? ChangeReason.MERGE : ChangeReason.ABSENCE;
        }
        return before == null ? ChangeReason.NEW_RECORD : between(FactJson.read(before), FactJson.read(now));
    }

    private static ChangeReason between(Values before, Values now) {
        if (differs(before, now, "modelVersion")) {
            return ChangeReason.RULE_CHANGE;
        }
        if (differs(before, now, "gradeSetUntil")) {
            return ChangeReason.DECISION;
        }
        if (!differs(before, now, "asOf")) {
            return ChangeReason.CORRECTION;
        }
        LocalDate last = before.findDay("validUntil").orElse(LocalDate.MAX);
        LocalDate made = now.findDay("asOf").orElse(LocalDate.MIN);
        return made.isAfter(last) ? ChangeReason.EXPIRY : ChangeReason.NEW_RECORD;
    }

    private static boolean differs(Values before, Values now, String field) {
        return !Objects.equals(before.fields().get(field), now.fields().get(field));
    }
}
