package dev.assay.api.listing;

import dev.assay.api.AuthorityClock;
import dev.assay.core.listing.ListingState;
import dev.assay.store.listing.ListingCase;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.register.RegisteredBusiness;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The serious-violation list as everyone may see it: confirmed entries that stand today, and no other case. */
@Component
public class PublicList {

    private final ListingCases cases;
    private final AuthorityClock clock;

    PublicList(ListingCases cases, AuthorityClock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * A part of the list.
     *
     * @param after number of the last case that was read; 0 from the beginning
     * @param limit the most entries
     * @return the entries that follow
     */
    public List<ListEntryView> entries(long after, int limit) {
        LocalDate today = clock.today();
        return cases.standing(today, after, limit).stream()
                .map(entry -> findEntry(entry, today))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The entries of a business.
     *
     * @param business the business
     * @return those that stand today
     */
    public List<ListEntryView> of(RegisteredBusiness business) {
        LocalDate today = clock.today();
        return cases.of(business.key()).stream()
                .map(entry -> findEntry(entry, today))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The length of the list.
     *
     * @return how many entries stand today
     */
    public long size() {
        return cases.countStanding(clock.today());
    }

    private static Optional<ListEntryView> findEntry(ListingCase entry, LocalDate day) {
        return switch (entry.state()) {
            case ListingState.Confirmed confirmed
            when confirmed.standsOn(day) -> Optional.of(ListEntryView.of(entry, confirmed));
            case ListingState.Confirmed _, ListingState.Proposed _, ListingState.Dismissed _ -> Optional.empty();
        };
    }
}
