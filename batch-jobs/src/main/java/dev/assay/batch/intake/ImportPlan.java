package dev.assay.batch.intake;

import dev.assay.batch.feed.AsAtRule;
import dev.assay.batch.feed.BusinessRule;
import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.Grouping;
import dev.assay.batch.reading.CorrectionSheet;
import dev.assay.batch.reading.FileFault;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.batch.reading.SourceFile;
import dev.assay.batch.reading.Survey;
import dev.assay.core.fact.FactKinds;
import dev.assay.store.intake.ImportRuns;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file to be taken in.
 *
 * @param feed its feed
 * @param file the file
 * @param survey what was found when it was looked through
 * @param asAt its as-at day; null where only its rows tell
 * @param corrects the run whose refused rows it corrects; null where it is no correction sheet
 * @param retractions whether somebody looked at what it retracts
 * @param listener is told how far it has come
 */
record ImportPlan(
        FeedDefinition feed,
        SourceFile file,
        Survey survey,
        @Nullable LocalDate asAt,
        @Nullable Long corrects,
        RetractionCheck retractions,
        ImportListener listener) {

    /**
     * Plans an import.
     *
     * @throws FileRefusedException if nothing says what day's state the file tells, or it is no file of the feed
     */
    static ImportPlan of(
            FeedDefinition feed,
            SourceFile file,
            Optional<LocalDate> asked,
            RetractionCheck retractions,
            ImportListener listener) {
        LocalDate asAt = asked.orElseGet(() -> switch (feed.asAt()) {
            case AsAtRule.LatestOf _ -> null;
            case AsAtRule.Given(LocalDate otherwise) -> known(Optional.ofNullable(otherwise), file);
            case AsAtRule.FileName(Pattern pattern, LocalDate otherwise) ->
                known(findInName(pattern, file.name()).or(() -> Optional.ofNullable(otherwise)), file);
        });
        return new ImportPlan(feed, file, Survey.of(file, feed), asAt, null, retractions, listener);
    }

    /**
     * Plans the import of corrected rows. They tell of the same day as the file that they were refused from.
     *
     * @throws FileRefusedException if they are rows of another feed, or of a file of which nothing is visible
     */
    static ImportPlan of(
            FeedDefinition feed,
            SourceFile file,
            CorrectionSheet sheet,
            Optional<ImportRuns.Correctable> corrected,
            ImportListener listener) {
        ImportRuns.Correctable run = corrected.orElseThrow(() -> new FileRefusedException(
                FileFault.MALFORMED,
                "The correction sheet (%s) corrects rows of run %d, of which nothing is here."
                        .formatted(file.path(), sheet.run()),
                "Maybe it was given out by another database."));
        if (!run.feed().equals(feed.id())) {
            throw new FileRefusedException(
                    FileFault.FORMAT,
                    "The correction sheet (%s) corrects rows of the feed (%s).".formatted(file.path(), run.feed()),
                    "Maybe import it with --feed " + run.feed() + ".");
        }
        FeedDefinition written = feed.writtenAs(sheet.format());
        return new ImportPlan(
                written, file, Survey.of(file, written), run.asAt(), run.runId(), RetractionCheck.WAIT, listener);
    }

    private static Optional<LocalDate> findInName(Pattern pattern, String name) {
        Matcher matcher = pattern.matcher(name);
        try {
            return matcher.find() ? Optional.of(day(matcher.group(1))) : Optional.empty();
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** 2026-11-22 or 20261122. */
    private static LocalDate day(String text) {
        return text.indexOf('-') < 0 ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE) : LocalDate.parse(text);
    }

    private static LocalDate known(Optional<LocalDate> day, SourceFile file) {
        return day.orElseThrow(() -> noAsAt(file));
    }

    static FileRefusedException noAsAt(SourceFile file) {
        return new FileRefusedException(
                FileFault.NO_AS_AT,
                "Nothing says what day's state the file (" + file.path() + ") tells.",
                "Maybe add --as-at with the day of its notice, or put the day into its name, such as 2026-11-22.csv.");
    }

    /** A sheet of corrected rows has some records, whatever its feed's files have. */
    boolean isFullState() {
        return corrects == null && feed.state().isFull(file.name());
    }

    /** Whether its records belong to records of other feeds. */
    boolean isOfRecords() {
        return feed.facts().stream().anyMatch(fact -> fact.dayOf().isPresent())
                || feed.business().stream().anyMatch(BusinessRule.OfRecord.class::isInstance);
    }

    boolean namesPredecessors() {
        return feed.facts().stream().anyMatch(fact -> fact.kind().equals(FactKinds.TAKEOVER));
    }

    /**
     * The kinds whose record key may not come again in the file, because it has the number in it that joins rows to records: all, where none
     * has.
     */
    List<String> groupedKinds() {
        if (!(feed.grouping().orElse(null) instanceof Grouping.SameValue(int column))) {
            return List.of();
        }
        List<String> numbered = feed.facts().stream()
                .filter(fact -> fact.key().stream().anyMatch(part -> part.column() == column))
                .map(fact -> fact.kind().name())
                .toList();
        return numbered.isEmpty()
                ? feed.facts().stream().map(fact -> fact.kind().name()).toList()
                : numbered;
    }

    boolean mayMiss() {
        return !feed.business().stream().allMatch(BusinessRule::creates);
    }
}
