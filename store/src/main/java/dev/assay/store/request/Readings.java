package dev.assay.store.request;

import static dev.assay.store.schema.Tables.READING;

import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/**
 * Who of a business opened its case or request, and when first after each step: the day of reading, by which the authority proves that a paper
 * was served in the business's pages.
 */
public final class Readings {

    private final DSLContext dsl;

    /**
     * Readings over a database.
     *
     * @param dsl the database
     */
    public Readings(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A reading.
     *
     * @param revision the step that was read: how often the case had been moved
     * @param account who read it
     * @param at when first
     */
    public record Reading(int revision, String account, Instant at) {}

    /**
     * Notes a reading, unless this account has read this step before.
     *
     * @param subject what is read, such as {@code listing-case:12}
     * @param reading who reads which step, and when
     */
    public void note(String subject, Reading reading) {
        dsl.insertInto(READING)
                .set(READING.SUBJECT, subject)
                .set(READING.REVISION, reading.revision)
                .set(READING.ACCOUNT, reading.account)
                .set(READING.READ_AT, UtcTime.column(reading.at))
                .onDuplicateKeyIgnore()
                .execute();
    }

    /**
     * The readings of something.
     *
     * @param subject what was read
     * @return them, oldest first
     */
    public List<Reading> of(String subject) {
        return dsl.selectFrom(READING)
                .where(READING.SUBJECT.eq(subject))
                .orderBy(READING.READ_AT, READING.REVISION)
                .fetch(row -> new Reading(
                        row.get(READING.REVISION),
                        row.get(READING.ACCOUNT),
                        UtcTime.instant(row.get(READING.READ_AT))));
    }
}
