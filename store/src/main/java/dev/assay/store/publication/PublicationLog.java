package dev.assay.store.publication;

import static dev.assay.store.schema.Tables.GRADING_MODEL;
import static dev.assay.store.schema.Tables.PUBLICATION;
import static dev.assay.store.schema.Tables.RATING;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import dev.assay.store.rating.HeldRuns;
import dev.assay.store.rating.StoredRatings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Which files were published. */
public final class PublicationLog {

    private final DSLContext dsl;

    /**
     * The log of a database.
     *
     * @param dsl the database
     */
    public PublicationLog(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A published file.
     *
     * @param kind {@code ratings} or {@code list}
     * @param model the model's id, or null for the list
     * @param asOf the day
     * @param file the file's name
     * @param sha256 its SHA-256, hexadecimal
     * @param rows its rows, the header apart
     */
    public record Publication(
            String kind, @Nullable String model, LocalDate asOf, String file, String sha256, long rows) {}

    /**
     * The models that have ratings and whose newest version lets somebody outside the authority see them. Trials are for nobody outside, and a
     * model of which a run is held waits for it.
     *
     * @return their ids, in order
     */
    public List<String> publishableModels() {
        return dsl.select(GRADING_MODEL.MODEL)
                .from(GRADING_MODEL)
                .where(GRADING_MODEL.MODEL_KEY.in(StoredRatings.publishedVersions()))
                .and(GRADING_MODEL.VISIBILITY.ne("internal"))
                .and(GRADING_MODEL.MODEL.notIn(HeldRuns.heldModels()))
                .and(exists(selectOne().from(RATING).where(RATING.MODEL.eq(GRADING_MODEL.MODEL))))
                .orderBy(GRADING_MODEL.MODEL)
                .fetch(row -> row.value1());
    }

    /**
     * Notes a file.
     *
     * @param publication the file
     * @param now when it was published
     */
    public void add(Publication publication, Instant now) {
        dsl.insertInto(PUBLICATION)
                .set(PUBLICATION.KIND, publication.kind())
                .set(PUBLICATION.MODEL, publication.model())
                .set(PUBLICATION.AS_OF, publication.asOf())
                .set(PUBLICATION.FILE, publication.file())
                .set(PUBLICATION.SHA256, publication.sha256())
                .set(PUBLICATION.ROW_COUNT, publication.rows())
                .set(PUBLICATION.PUBLISHED_AT, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .execute();
    }
}
