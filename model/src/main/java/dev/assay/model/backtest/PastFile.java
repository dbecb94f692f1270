package dev.assay.model.backtest;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a credit file said on a past day, made from what is known now: the facts that had happened by the day and, with
 * {@link Knowledge#THEN}, had been made known by it. Of a record that was corrected it has the version that stands now. Grades that a person set are
 * not in it: what is held against the outcomes is the model.
 *
 * @param file the file, with nothing in it that happened after the day
 * @param late how many facts had happened by the day and were made known after it: left out, or, with {@link Knowledge#NOW}, read
 */
public record PastFile(CreditFile file, long late) {

    /**
     * Looks back.
     *
     * @param whole all that is known now
     * @param day the past day
     * @param knowledge which facts may be read
     * @return the file of that day
     */
    public static PastFile of(CreditFile whole, LocalDate day, Knowledge knowledge) {
        List<Fact> happened = whole.facts().stream()
                .filter(fact -> !fact.occurredOn().isAfter(day))
                .filter(fact -> !fact.kind().equals(FactKinds.GRADE_OVERRIDE.name()))
                .toList();
        List<Fact> known =
                happened.stream().filter(fact -> !fact.knownOn().isAfter(day)).toList();
        return new PastFile(
                new CreditFile(whole.business(), day, whole.knownAt(), knowledge == Knowledge.THEN ? known : happened),
                (long) happened.size() - known.size());
    }

    /**
     * Whom a model grades on that day. A business of which something was known, but not yet its description, is one with the sector of its
     * first later description; that description is not in the file that is graded.
     *
     * @param whole all that is known now
     * @param model the model
     * @return the subjects; none where nothing was known of the business
     */
    public List<Subject> subjects(CreditFile whole, GradingModel model) {
        if (file.facts().isEmpty() || file.describe().isPresent()) {
            return model.subjects(file);
        }
        Stream<Fact> described = whole.factsOf(FactKinds.BUSINESS.name()).limit(1);
        return model.subjects(new CreditFile(
                file.business(),
                file.asOf(),
                file.knownAt(),
                Stream.concat(file.facts().stream(), described).toList()));
    }
}
