package dev.assay.core.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.assay.core.adoption.Adoption.Approved;
import dev.assay.core.adoption.Adoption.Draft;
import dev.assay.core.adoption.Adoption.Simulated;
import dev.assay.core.adoption.MoveRefusedException.Refusal;
import dev.assay.core.listing.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AdoptionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String DIGEST = "d".repeat(64);

    private static Decision by(String person) {
        return new Decision(person, Instant.parse("2026-11-22T02:00:00Z"), TODAY, "weighed");
    }

    private static Simulated simulated(String... editors) {
        return new Draft(Set.of(editors)).check(DIGEST).simulate(DIGEST);
    }

    private static void assertRefused(ThrowingCallable move, Refusal refusal) {
        assertThatThrownBy(move)
                .asInstanceOf(type(MoveRefusedException.class))
                .extracting(MoveRefusedException::refusal)
                .isEqualTo(refusal);
    }

    @Test
    void a_version_goes_from_draft_to_force_and_out_of_it() {
        Approved approved = simulated("li").approve(by("wang"), TODAY.plusDays(9));

        assertThat(approved.covers(TODAY.plusDays(8))).isFalse();
        assertThat(approved.covers(TODAY.plusDays(9))).isTrue();
        assertThat(approved.retire(by("li"), TODAY.plusDays(20)).covers(TODAY.plusDays(20)))
                .isTrue();
        assertThat(approved.retire(by("li"), TODAY.plusDays(20)).covers(TODAY.plusDays(21)))
                .isFalse();
    }

    @Test
    void whoever_wrote_a_word_of_it_cannot_approve_or_give_it_back() {
        Simulated twoHands = new Draft(Set.of("li")).edit("zhang").check(DIGEST).simulate(DIGEST);

        assertRefused(() -> twoHands.approve(by("li"), TODAY), Refusal.OWN_WORK);
        assertRefused(() -> twoHands.approve(by("zhang"), TODAY), Refusal.OWN_WORK);
        assertRefused(() -> twoHands.giveBack(by("zhang")), Refusal.OWN_WORK);
        assertThat(twoHands.giveBack(by("wang")).editors()).containsExactlyInAnyOrder("li", "zhang");
    }

    @Test
    void an_edit_undoes_check_and_simulation() {
        assertThat(simulated("li").edit("wang")).isEqualTo(new Draft(Set.of("li", "wang")));
    }

    @Test
    void a_simulation_of_another_text_does_not_count() {
        assertRefused(() -> new Draft(Set.of("li")).check(DIGEST).simulate("e".repeat(64)), Refusal.OTHER_TEXT);
    }

    @Test
    void no_version_comes_into_force_or_goes_out_of_it_on_a_day_that_has_passed() {
        assertRefused(() -> simulated("li").approve(by("wang"), TODAY.minusDays(1)), Refusal.DAY_PAST);

        Approved approved = simulated("li").approve(by("wang"), TODAY);

        assertThat(approved.covers(TODAY)).isTrue();
        assertRefused(() -> approved.retire(by("wang"), TODAY.minusDays(2)), Refusal.DAY_PAST);
        assertThat(approved.retire(by("wang"), TODAY.minusDays(1)).covers(TODAY))
                .isFalse();
    }
}
