package dev.assay.store.publication;

import static dev.assay.store.schema.Tables.FULL_FILE;

import dev.assay.core.publication.Chain;
import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Which full files were written, and what was signed of them. */
public final class FullFileLog {

    private final DSLContext dsl;

    /**
     * The log of a database.
     *
     * @param dsl the database
     */
    public FullFileLog(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A full file.
     *
     * @param chain the chain
     * @param number the last change that is in it
     * @param day the day of which it is
     * @param file its name
     * @param manifest the bytes that are signed
     * @param signature the signature, base64
     */
    public record Entry(Chain chain, long number, LocalDate day, String file, String manifest, String signature) {}

    /**
     * Notes a file, in the transaction of the caller if there is one; one that was written again takes the place of the earlier.
     *
     * @param entry the file
     * @param now when it was written
     */
    public void add(Entry entry, Instant now) {
        dsl.deleteFrom(FULL_FILE)
                .where(FULL_FILE.CHAIN.eq(entry.chain().code()))
                .and(FULL_FILE.NUMBER.eq(entry.number()))
                .and(FULL_FILE.AS_OF.eq(entry.day()))
                .execute();
        dsl.insertInto(FULL_FILE)
                .set(FULL_FILE.CHAIN, entry.chain().code())
                .set(FULL_FILE.NUMBER, entry.number())
                .set(FULL_FILE.AS_OF, entry.day())
                .set(FULL_FILE.FILE, entry.file())
                .set(FULL_FILE.MANIFEST, entry.manifest())
                .set(FULL_FILE.SIGNATURE, entry.signature())
                .set(FULL_FILE.WRITTEN_AT, UtcTime.column(now))
                .execute();
    }

    /**
     * The files of a chain.
     *
     * @param chain the chain
     * @param limit the most to give
     * @return them, newest first
     */
    public List<Entry> of(Chain chain, int limit) {
        return dsl.selectFrom(FULL_FILE)
                .where(FULL_FILE.CHAIN.eq(chain.code()))
                .orderBy(FULL_FILE.WRITTEN_AT.desc(), FULL_FILE.NUMBER.desc())
                .limit(limit)
                .fetch(FullFileLog::entry);
    }

    /**
     * A file by its name.
     *
     * @param file the name
     * @return the file, or empty if none of that name was written
     */
    public Optional<Entry> find(String file) {
        return dsl.selectFrom(FULL_FILE)
                .where(FULL_FILE.FILE.eq(file))
                .limit(1)
                .fetchOptional()
                .map(FullFileLog::entry);
    }

    private static Entry entry(Record row) {
        return new Entry(
                Chain.get(row.get(FULL_FILE.CHAIN)),
                row.get(FULL_FILE.NUMBER),
                row.get(FULL_FILE.AS_OF),
                row.get(FULL_FILE.FILE),
                row.get(FULL_FILE.MANIFEST),
                row.get(FULL_FILE.SIGNATURE));
    }
}
