package dev.assay.batch.submission;

import dev.assay.batch.publish.CsvFile;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.identity.Uscc;
import dev.assay.store.database.Database;
import dev.assay.store.fact.CreditFileCursor;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.KeyRange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the penalties or licences of all credit files as a platform takes them. What may not leave stands in a report beside the file: nothing is lost in silence. */
public final class Submissions {

    private Submissions() {}

    /**
     * Who uploads 数据来源单位.
     *
     * @param name its name
     * @param code its unified social credit code, which begins with 11
     */
    public record Source(String name, String code) {

        /** Checks them. */
        public Source {
            if (name.isBlank()
                    || !code.startsWith("11")
                    || Uscc.check(code) == Uscc.Finding.CHECK_FAILS
                    || Uscc.check(code) == Uscc.Finding.WRONG_LENGTH
                    || Uscc.check(code) == Uscc.Finding.WRONG_CHARACTER) {
                throw new IllegalArgumentException(
                        "The source (%s, %s) is no authority with a unified social credit code.%nMaybe check the code: it has 18 characters and begins with 11."
                                .formatted(name, code));
            }
        }
    }

    /**
     * What was written.
     *
     * @param rows rows of the file
     * @param heldBack rows of the report
     */
    public record Outcome(long rows, long heldBack) {}

    /**
     * Writes a file and its report.
     *
     * @param database where the credit files are
     * @param template the template
     * @param since only what was decided on this day or later; null for all
     * @param cut the day and the instant at which the files stand
     * @param source who uploads
     * @param out the file; the report is beside it, with {@code -held-back} before its ending
     * @return how many rows each has
     * @throws IOException if one of them cannot be written
     */
    public static Outcome write(
            Database database, Template template, @Nullable LocalDate since, Cut cut, Source source, Path out)
            throws IOException {
        try (CreditFileCursor files = new CreditFileReader(database).readAll(new KeyRange(0, Long.MAX_VALUE), cut)) {
            return write(files.stream().map(stored -> stored.file()).iterator(), template, since, source, out);
        }
    }

    static Outcome write(
            Iterator<CreditFile> files, Template template, @Nullable LocalDate since, Source source, Path out)
            throws IOException {
        try (CsvFile rows = CsvFile.forSpreadsheet(out, template.header());
                CsvFile report = CsvFile.forSpreadsheet(
                        report(out), List.of("business", "document", "decided_on", "column", "reason", "value"))) {
            while (files.hasNext()) {
                CreditFile file = files.next();
                SealedArchive sealed = SealedArchive.of(file.facts());
                file.factsOf(template.kind())
                        .filter(fact -> since == null || !fact.occurredOn().isBefore(since))
                        .forEach(fact -> add(rows, report, template, fact, file, sealed, source));
            }
            rows.complete();
            report.complete();
            return new Outcome(rows.rows(), report.rows());
        }
    }

    private static void add(
            CsvFile rows,
            CsvFile report,
            Template template,
            Fact fact,
            CreditFile file,
            SealedArchive sealed,
            Source source) {
        Map<String, String> row = Reporting.row(template, fact, file, source);
        List<String> kinds =
                fact.kind().equals(FactKinds.PENALTY.name()) ? fact.values().getTexts("kinds") : List.of();
        Optional<RowCheck.Fault> fault = sealed.contains(fact)
                ? Optional.of(new RowCheck.Fault(HeldBack.SEALED, "", ""))
                : RowCheck.find(template, row, kinds);
        if (fault.isEmpty()) {
            rows.row(template.header().stream()
                    .map(column -> row.getOrDefault(column, ""))
                    .toArray());
        } else {
            report.row(
                    file.business().toString(),
                    fact.values().findText("document_no").orElse(""),
                    fact.occurredOn().toString(),
                    fault.get().column(),
                    fault.get().reason().name(),
                    fault.get().value());
        }
    }

    /**
     * Where the report of a file is.
     *
     * @param out the file
     * @return the report beside it
     */
    public static Path report(Path out) {
        String name = String.valueOf(out.getFileName());
        int dot = name.lastIndexOf('.');
        return out.resolveSibling(
                dot < 0 ? name + "-held-back" : name.substring(0, dot) + "-held-back" + name.substring(dot));
    }
}
