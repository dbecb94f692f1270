package dev.assay.batch.intake;

import dev.assay.batch.feed.AsAtRule;
import dev.assay.batch.feed.BusinessRule;
import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.reading.FileFault;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.batch.reading.SourceFile;
import dev.assay.batch.reading.Survey;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
 */
record ImportPlan(
        FeedDefinition feed,
        SourceFile file,
        Survey survey,
        @Nullable LocalDate asAt) {

    /**
     * Plans an import.
     *
     * @throws FileRefusedException if nothing says what day's state the file tells, or it is no file of the feed
     */
    static ImportPlan of(FeedDefinition feed, SourceFile file, Optional<LocalDate> asked) {
        LocalDate asAt = asked.orElseGet(() -> switch (feed.asAt()) {
            case AsAtRule.LatestOf _ -> null;
            case AsAtRule.Given _ -> throw noAsAt(file);
            case AsAtRule.FileName(Pattern pattern) ->
                findInName(pattern, file.name()).orElseThrow(() -> noAsAt(file));
        });
        return new ImportPlan(feed, file, Survey.of(file, feed), asAt);
    }

    private static Optional<LocalDate> findInName(Pattern pattern, String name) {
        Matcher matcher = pattern.matcher(name);
        try {
            return matcher.find() ? Optional.of(LocalDate.parse(matcher.group(1))) : Optional.empty();
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    static FileRefusedException noAsAt(SourceFile file) {
        return new FileRefusedException(
                FileFault.NO_AS_AT,
                "Nothing says what day's state the file (" + file.path() + ") tells.",
                "Maybe add --as-at with the day of its notice, or put the day into its name, such as 2026-11-22.csv.");
    }

    boolean mayMiss() {
        return !feed.business().stream().allMatch(BusinessRule::creates);
    }
}
