package dev.assay.core.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingStateTest {

    private static final ListingState.Proposed PROPOSED = new ListingState.Proposed(LocalDate.of(2026, 11, 20));

    @Test
    void a_confirmed_case_is_listed_on_the_day_of_the_decision_and_stays_three_years() {
        ListingState.Confirmed confirmed = PROPOSED.confirm(decidedOn("2026-11-22"));

        assertThat(confirmed.listedOn()).isEqualTo("2026-11-22");
        assertThat(confirmed.endsOn()).isEqualTo("2029-11-22");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, false", // the day before
        "2026-11-22, true", // the first day
        "2029-11-22, true", // the last day
        "2029-11-23, false" // the day after
    })
    void an_entry_stands_from_its_first_to_its_last_day(LocalDate day, boolean stands) {
        assertThat(PROPOSED.confirm(decidedOn("2026-11-22")).standsOn(day)).isEqualTo(stands);
    }

    @Test
    void a_case_listed_on_a_leap_day_ends_on_the_last_day_of_february() {
        assertThat(ListingTerm.lastDay(LocalDate.of(2028, 2, 29))).isEqualTo("2031-02-28");
    }

    @Test
    void a_decision_may_fall_on_the_day_of_the_proposal() {
        assertThat(PROPOSED.dismiss(decidedOn("2026-11-20")).decision().by()).isEqualTo("wang");
    }

    @Test
    void a_decision_before_the_proposal_is_refused() {
        assertThatThrownBy(() -> PROPOSED.confirm(decidedOn("2026-11-19")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-11-19")
                .hasMessageContaining("2026-11-20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void a_decision_without_a_reason_is_refused(String reason) {
        assertThatThrownBy(() -> decision("2026-11-22", reason)).hasMessageContaining("blank");
    }

    @Test
    void a_reason_loses_the_blanks_around_it_and_may_have_two_thousand_characters() {
        assertThat(decision("2026-11-22", " 情节严重 ").reason()).isEqualTo("情节严重");
        assertThat(decision("2026-11-22", "x".repeat(2000)).reason()).hasSize(2000);
        assertThatThrownBy(() -> decision("2026-11-22", "x".repeat(2001))).hasMessageContaining("2001");
    }

    private static Decision decidedOn(String day) {
        return decision(day, "Fine under the heavier tier, and harm to health.");
    }

    private static Decision decision(String day, String reason) {
        return new Decision("wang", Instant.parse(day + "T02:00:00Z"), LocalDate.parse(day), reason);
    }
}
