package dev.assay.api.listing;

import dev.assay.api.AuthorityClock;
import dev.assay.api.listing.ListingSetup.Channels;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Values;
import dev.assay.core.listing.ListRules;
import dev.assay.core.publication.PenaltyPublication;
import dev.assay.core.publication.PublicationRules;
import dev.assay.core.publication.PublicationRules.Period;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which penalties of a business are published today, and until when each channel shows them. */
@Component
public class PenaltyPeriods {

    private final List<PublicationRules> channels;
    private final ListRules lists;
    private final PenaltyPublication publication;
    private final AuthorityClock clock;

    PenaltyPeriods(Channels channels, ListRules lists, AuthorityClock clock) {
        this.channels = channels.all();
        this.lists = lists;
        this.publication = new PenaltyPublication(channels.all(), lists.calendar());
        this.clock = clock;
    }

    /**
     * How long a penalty is shown, by Assay's own channel first.
     *
     * @param penalty the penalty
     * @param file the file that it stands in
     * @return one period a channel that shows it; empty if none does
     */
    public List<Period> of(Fact penalty, CreditFile file) {
        String division =
                file.describe().flatMap(values -> values.findText("division")).orElse("");
        return channels.stream()
                .sorted((one, other) -> Boolean.compare(
                        other.channel().equals(PenaltyPublication.OWN_CHANNEL),
                        one.channel().equals(PenaltyPublication.OWN_CHANNEL)))
                .flatMap(rules -> rules.period(penalty, division, lists.calendar()).stream())
                .toList();
    }

    /**
     * The penalties that Assay shows today: neither sealed, nor past their period.
     *
     * @param file the credit file, cut at today
     * @return their summaries, newest first
     */
    public List<PenaltyView> published(CreditFile file) {
        LocalDate today = clock.today();
        String division =
                file.describe().flatMap(values -> values.findText("division")).orElse("");
        return publication.on(today, file.facts(), division).stream()
                .map(shown -> view(shown.penalty(), shown.period()))
                .toList()
                .reversed();
    }

    private static PenaltyView view(Fact penalty, Period period) {
        Values values = penalty.values();
        return new PenaltyView(
                values.findText("document_no").orElse(null),
                values.findText("conduct").orElse(null),
                values.getTexts("kinds"),
                values.findText("grounds").orElse(null),
                values.findText("authority").orElse(null),
                penalty.occurredOn(),
                period.publishedOn(),
                period.lastDay(),
                period.repairFrom(),
                period.penaltyClass().neverEarly(),
                period.penaltyClass().basis().citation());
    }
}
