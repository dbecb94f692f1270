package dev.assay.core.publication;

import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.publication.PublicationRules.Period;
import dev.assay.core.time.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which penalties Assay itself shows, on its pages, in the API and in the log of changes alike: those of its own channel, neither sealed nor past their
 * period.
 *
 * @param editions the editions of the rules of channels; only those of {@value #OWN_CHANNEL} count
 * @param calendar the working days
 */
public record PenaltyPublication(List<PublicationRules> editions, WorkingDays calendar) {

    /** The channel by whose rules Assay itself shows penalties (SAMR Order 45). */
    public static final String OWN_CHANNEL = "samr-publicity";

    /** Keeps those of the own channel. */
    public PenaltyPublication {
        editions = editions.stream()
                .filter(rules -> rules.channel().equals(OWN_CHANNEL))
                .toList();
    }

    /**
     * A penalty that is shown.
     *
     * @param penalty the penalty
     * @param period how long
     */
    public record Shown(Fact penalty, Period period) {}

    /**
     * The penalties of a business that are shown on a day.
     *
     * @param facts the facts of the business, cut at the day; others than penalties and their steps are passed over
     * @param division code of the division of the business; empty where not known
     * @param day the day
     * @return them, in the order of the facts
     */
    public List<Shown> on(LocalDate day, List<Fact> facts, String division) {
        SealedArchive sealed = SealedArchive.of(facts);
        return facts.stream()
                .filter(fact -> fact.kind().equals(FactKinds.PENALTY.name()) && !sealed.contains(fact))
                .flatMap(penalty -> period(penalty, division).stream()
                        .filter(period -> period.covers(day))
                        .map(period -> new Shown(penalty, period)))
                .toList();
    }

    private Optional<Period> period(Fact penalty, String division) {
        return editions.stream()
                .flatMap(rules -> rules.period(penalty, division, calendar).stream())
                .findFirst();
    }
}
