package dev.assay.batch.matching;

import dev.assay.batch.feed.RefusalReason;
import dev.assay.batch.matching.Resolution.Decision;
import dev.assay.batch.matching.Resolution.Scored;
import dev.assay.batch.publish.CsvFile;
import dev.assay.batch.reading.CsvTable;
import dev.assay.batch.reading.FileFault;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.batch.reading.SourceFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Spelling;
import dev.assay.store.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves lists of names: CSV with the columns {@code name}, {@code division} and {@code address}, of which only the first is required,
 * and any others, which are kept.
 */
public final class NameLists {

    /** The columns that are written behind those of the list. */
    public static final List<String> ANSWER =
            List.of("identity_scheme", "identity", "matched_name", "score", "decision");

    private static final int STEP = 1000;

    private final Database database;
    private final ConfigFiles config;
    private final Path folder;

    /**
     * Lists against a register.
     *
     * @param database the register
     * @param config words and thresholds
     * @param folder for the files of the index, emptied at each use
     */
    public NameLists(Database database, ConfigFiles config, Path folder) {
        this.database = database;
        this.config = config;
        this.folder = folder;
    }

    /** Hears how far it is. */
    public interface Listener {
        /**
         * The index is made.
         *
         * @param businesses how many it holds
         */
        void indexed(int businesses);

        /**
         * Names are resolved.
         *
         * @param names how many so far
         */
        void resolved(long names);

        /**
         * A row cannot be used and is not in the file that is written.
         *
         * @param line its line, from 1
         * @param reason why
         */
        void refused(long line, RefusalReason reason);
    }

    /**
     * What became of the rows: read = matched + review + none + refused.
     *
     * @param read rows read
     * @param matched taken without a person
     * @param review left to a person
     * @param none not known
     * @param refused rows that cannot be read
     */
    public record Account(long read, long matched, long review, long none, long refused) {}

    /**
     * Resolves a list.
     *
     * @param in the list: plain, gzip or zip
     * @param out the file, replaced when the new one is complete
     * @param listener hears how far it is
     * @return the account
     * @throws FileRefusedException if the list cannot be used
     * @throws IOException if the file cannot be written
     */
    public Account run(Path in, Path out, Listener listener) throws IOException {
        Comparison comparison = new Comparison(config);
        try (CsvTable table = CsvTable.open(SourceFile.inspect(in))) {
            Columns columns = Columns.of(table.header(), in);
            try (NameIndex index = RegisterIndex.make(database, folder, comparison);
                    CsvFile file = CsvFile.create(out, header(table.header()))) {
                listener.indexed(index.size());
                Account account = resolve(table, columns, new Resolver(index, comparison), file, listener);
                file.complete();
                return account;
            }
        }
    }

    private static String[] header(List<String> columns) {
        List<String> all = new ArrayList<>(columns);
        all.addAll(ANSWER);
        return all.toArray(String[]::new);
    }

    private static Account resolve(
            CsvTable table, Columns columns, Resolver resolver, CsvFile file, Listener listener) {
        long read = 0;
        long refused = 0;
        Map<Decision, Long> decisions = new EnumMap<>(Decision.class);
        for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
            read++;
            if (row.refusal().isPresent()) {
                refused++;
                listener.refused(row.line(), row.refusal().get());
            } else {
                decisions.merge(answer(row, columns, resolver, file), 1L, Long::sum);
            }
            if (read % STEP == 0) {
                listener.resolved(read);
            }
        }
        return new Account(
                read,
                decisions.getOrDefault(Decision.MATCH, 0L),
                decisions.getOrDefault(Decision.REVIEW, 0L),
                decisions.getOrDefault(Decision.NONE, 0L),
                refused);
    }

    private static Decision answer(CsvTable.Row row, Columns columns, Resolver resolver, CsvFile file) {
        Resolution answer = resolver.resolve(columns.asked(row.cells()));
        String decision = answer.decision().name().toLowerCase(Locale.ROOT);
        Optional<Scored> proposed = answer.proposed();
        Optional<Candidate> business = proposed.map(Scored::candidate);
        file.row(
                row.cells(),
                business.map(found -> found.identity().scheme()).orElse(null),
                business.map(found -> found.identity().value()).orElse(null),
                business.map(Candidate::name).orElse(null),
                proposed.map(scored -> String.format(
                                Locale.ROOT, "%.4f", scored.score().value()))
                        .orElse(null),
                decision);
        return answer.decision();
    }

    /**
     * Where the columns stand; -1 for one that the list lacks.
     *
     * @param name place of the name
     * @param division place of the division's code
     * @param address place of the address
     */
    private record Columns(int name, int division, int address) {

        static Columns of(List<String> header, Path file) {
            int name = header.indexOf("name");
            if (name < 0) {
                throw new FileRefusedException(
                        FileFault.MISSING_COLUMNS,
                        "The header of (%s) lacks (name); there: %s.".formatted(file, String.join(", ", header)),
                        Spelling.didYouMean("name", header));
            }
            header.stream().filter(ANSWER::contains).findFirst().ifPresent(taken -> {
                throw new FileRefusedException(
                        FileFault.DOUBLED_HEADER,
                        "The header of (%s) has a column (%s) already, which is to be written.".formatted(file, taken),
                        "Maybe it is the answer to an earlier list: leave its last columns out.");
            });
            return new Columns(name, header.indexOf("division"), header.indexOf("address"));
        }

        Asked asked(List<String> cells) {
            return Asked.of(cell(cells, name), cell(cells, division), cell(cells, address));
        }

        private static String cell(List<String> cells, int place) {
            return place < 0 ? "" : cells.get(place).strip();
        }
    }
}
