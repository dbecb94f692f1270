package dev.assay.store.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.listing.Decision;
import dev.assay.core.listing.EntryState.Annulled;
import dev.assay.core.listing.EntryState.AwaitingConsent;
import dev.assay.core.listing.EntryState.Decided;
import dev.assay.core.listing.EntryState.Expired;
import dev.assay.core.listing.EntryState.Listed;
import dev.assay.core.listing.EntryState.Removed;
import dev.assay.core.listing.Level;
import dev.assay.core.listing.ListingState;
import dev.assay.core.listing.ListingState.Dismissed;
import dev.assay.core.listing.ListingState.Heard;
import dev.assay.core.listing.ListingState.HearingAsked;
import dev.assay.core.listing.ListingState.HearingFixed;
import dev.assay.core.listing.ListingState.Noticed;
import dev.assay.core.listing.ListingState.Proposed;
import dev.assay.core.listing.Preparation;
import dev.assay.core.listing.Weighing;
import dev.assay.core.time.Deadline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListingStateJsonTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Deadline SURE = new Deadline(DAY.plusDays(7), false);
    private static final Deadline UNSURE = new Deadline(LocalDate.of(2027, 1, 5), true);

    private static Decision by(String who) {
        return new Decision(who, Instant.parse("2026-03-02T01:02:03.000004Z"), DAY, "因为 \"it\" <is>\nso");
    }

    static Stream<ListingState> states() {
        Preparation told = new Preparation(Set.of("wang", "li"), by("wang"), UNSURE, null);
        Preparation heard = new Preparation(Set.of("wang"), by("wang"), SURE, by("shop"));
        Weighing weighed = new Weighing(Map.of("malice", "knew of it", "harm", "none"), false);
        Listed listed = new Listed(by("chen"), DAY, DAY.plusDays(3), DAY.plusYears(3));
        return Stream.of(
                new Proposed(DAY),
                new Noticed(told),
                new Noticed(heard),
                new HearingAsked(told, by("shop")),
                new HearingFixed(heard, by("wang"), DAY.plusDays(20)),
                new Heard(heard, DAY.plusDays(20), by("li")),
                new AwaitingConsent(heard, by("chen"), weighed, Level.UNSAID, UNSURE),
                new AwaitingConsent(heard, by("chen"), weighed, new Level("320613"), UNSURE),
                new Decided(by("chen"), weighed, SURE),
                listed,
                new Listed(by("chen"), DAY, DAY, null),
                new Removed(listed, by("zhao")),
                new Expired(listed),
                new Annulled(listed, by("zhao")),
                new Annulled(null, by("zhao")),
                new Dismissed(by("chen")));
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateIsReadAsItWasWritten(ListingState state) {
        assertThat(ListingStateJson.read(state.code(), ListingStateJson.write(state)))
                .isEqualTo(state);
    }

    @Test
    void aStateThatNobodyKnowsIsToldByItsWord() {
        assertThatThrownBy(() -> ListingStateJson.read("PARDONED", "{}")).hasMessageContaining("PARDONED");
    }
}
