package dev.assay.batch.publish;

import dev.assay.store.database.Database;
import dev.assay.store.feed.Quarantine;
import dev.assay.store.feed.QuarantineFilter;
import dev.assay.store.listing.ListedEntries;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.rating.RatingExport;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import dev.assay.store.request.Requests;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what the store holds as CSV: ratings, quarantine, the published list. Memory does not depend on the number of rows. */
public final class Exports {

    /** The most overdue steps of a kind that are written: more of them are not worked off in a day. */
    public static final int MOST_OVERDUE = 10_000;

    private final Database database;

    /**
     * Exports of a database.
     *
     * @param database the database
     */
    public Exports(Database database) {
        this.database = database;
    }

    /**
     * The newest rating of every subject of a model.
     *
     * @param model the model's id
     * @param out the file, replaced when the new one is complete
     * @return the number of rows
     * @throws IOException if the file cannot be written
     * @throws SQLException if the database fails
     */
    public long ratings(String model, Path out) throws IOException, SQLException {
        try (CsvFile file = CsvFile.create(
                out,
                "identity_scheme",
                "identity",
                "subject_scheme",
                "subject",
                "name",
                "division",
                "sector",
                "model",
                "model_version",
                "as_of",
                "state",
                "score",
                "computed_grade",
                "grade",
                "effective_from",
                "inspections_per_year",
                "next_inspection_due",
                "valid_until")) {
            RatingExport.stream(
                    database,
                    model,
                    r -> file.row(
                            r.identityScheme(),
                            r.identity(),
                            r.subjectScheme(),
                            r.subject(),
                            r.name(),
                            r.division(),
                            r.sector(),
                            r.model(),
                            r.modelVersion(),
                            r.asOf(),
                            r.state(),
                            plain(r.score()),
                            r.computedGrade(),
                            r.grade(),
                            r.effectiveFrom(),
                            plain(r.inspectionsPerYear()),
                            r.nextInspectionDue(),
                            r.validUntil()));
            file.complete();
            return file.rows();
        }
    }

    /**
     * The rows that were refused and that nobody has corrected or left out.
     *
     * @param out the file
     * @return the number of rows
     * @throws IOException if the file cannot be written
     * @throws SQLException if the database fails
     */
    public long quarantine(Path out) throws IOException, SQLException {
        return quarantine(QuarantineFilter.ALL_OPEN, out);
    }

    /**
     * Refused rows.
     *
     * @param wanted which
     * @param out the file
     * @return the number of rows
     * @throws IOException if the file cannot be written
     * @throws SQLException if the database fails
     */
    public long quarantine(QuarantineFilter wanted, Path out) throws IOException, SQLException {
        try (CsvFile file = CsvFile.create(out, "feed", "file", "line", "column", "value", "reason", "message")) {
            Quarantine.stream(
                    database,
                    wanted,
                    r -> file.row(r.feed(), r.file(), r.line(), r.column(), r.value(), r.reason(), r.message()));
            file.complete();
            return file.rows();
        }
    }

    /**
     * The serious-violation entries that stand on a day.
     *
     * @param day the day
     * @param out the file
     * @return the number of rows
     * @throws IOException if the file cannot be written
     * @throws SQLException if the database fails
     */
    public long list(LocalDate day, Path out) throws IOException, SQLException {
        try (CsvFile file = CsvFile.create(
                out,
                "identity_scheme",
                "identity",
                "name",
                "division",
                "rule",
                "conduct_zh",
                "conduct_en",
                "basis",
                "provisional",
                "listed_on",
                "ends_on")) {
            ListedEntries.stream(
                    database,
                    ListedEntries.SERIOUS_VIOLATIONS,
                    day,
                    e -> file.row(
                            e.identityScheme(),
                            e.identity(),
                            e.name(),
                            e.division(),
                            e.rule(),
                            e.conductZh(),
                            e.conductEn(),
                            e.basis(),
                            e.provisional(),
                            e.listedOn(),
                            e.endsOn()));
            file.complete();
            return file.rows();
        }
    }

    /**
     * The steps of the authority that are overdue, on cases and on requests of businesses: the daily list of those who see to it that they are taken.
     *
     * @param day the day from which it is seen
     * @param out the file, replaced when the new one is complete
     * @return the number of rows, at most {@value #MOST_OVERDUE} of each kind
     * @throws IOException if the file cannot be written
     */
    public long overdue(LocalDate day, Path out) throws IOException {
        try (CsvFile file = CsvFile.create(
                out,
                "subject",
                "list_or_kind",
                "identity_scheme",
                "identity",
                "name",
                "division",
                "step",
                "due_on",
                "days_over")) {
            new ListingCases(database.dsl())
                    .overdue(day, List.of(), MOST_OVERDUE)
                    .forEach(listing -> listing.findDue()
                            .ifPresent(due -> file.row(
                                    listing.auditSubject(),
                                    listing.list(),
                                    listing.business().scheme(),
                                    listing.business().value(),
                                    listing.name(),
                                    listing.division(),
                                    due.step(),
                                    due.by(),
                                    ChronoUnit.DAYS.between(due.by(), day))));
            BusinessRegister register = new BusinessRegister(database.dsl());
            new Requests(database.dsl())
                    .pending(List.of(), MOST_OVERDUE).stream()
                            .filter(request ->
                                    request.dueOn() != null && request.dueOn().isBefore(day))
                            .forEach(request -> {
                                RegisteredBusiness business = register.get(request.businessKey());
                                file.row(
                                        request.auditSubject(),
                                        request.kind(),
                                        business.identity().scheme(),
                                        business.identity().value(),
                                        business.name(),
                                        business.division(),
                                        request.dueStep(),
                                        request.dueOn(),
                                        ChronoUnit.DAYS.between(request.dueOn(), day));
                            });
            file.complete();
            return file.rows();
        }
    }

    private static @Nullable String plain(@Nullable BigDecimal decimal) {
        return decimal == null ? null : decimal.stripTrailingZeros().toPlainString();
    }
}
