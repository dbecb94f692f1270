package dev.assay.store.publication;

import static dev.assay.store.schema.Tables.PUBLICATION;
import static dev.assay.store.schema.Tables.RATING;
import static org.jooq.impl.DSL.max;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
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
     * Whether a model has rated anything.
     *
     * @param model the model's id
     * @return true if there is a rating by it
     */
    public boolean hasRatings(String model) {
        return dsl.fetchExists(RATING, RATING.MODEL.eq(model));
    }

    /**
     * The newest day of which files were published.
     *
     * @return the day, or empty before the first
     */
    public Optional<LocalDate> findNewestDay() {
        return dsl.select(max(PUBLICATION.AS_OF)).from(PUBLICATION).fetchOptional(row -> row.value1());
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
