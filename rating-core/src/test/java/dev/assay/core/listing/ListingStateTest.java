package dev.assay.core.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.core.grading.Basis;
import dev.assay.core.listing.ListingRefusedException.Refusal;
import dev.assay.core.text.Bilingual;
import dev.assay.core.time.LegalTerm;
import dev.assay.core.time.LegalTerm.Unit;
import dev.assay.core.time.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingStateTest {

    private static final Basis BASIS = new Basis("Order 44", true, "", LocalDate.EPOCH, null);

    /** A Monday, in a week without holidays. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static final WorkingDays CALENDAR = new WorkingDays(Set.of(), Set.of(), Set.of(2026));

    private static final EntryTerm THREE_YEARS = new EntryTerm(new LegalTerm(3, Unit.YEARS, BASIS), BASIS, false);

    private static Procedure procedure(boolean consent) {
        return new Procedure(
                working(5),
                working(7),
                consent ? working(10) : null,
                working(20),
                working(3),
                List.of(new Procedure.Factor("malice", Bilingual.of("恶意", "Malice"), BASIS)));
    }

    private static LegalTerm working(int days) {
        return new LegalTerm(days, Unit.WORKING_DAYS, BASIS);
    }

    private static ListingStep.Rules rules(boolean consent) {
        return new ListingStep.Rules(procedure(consent), THREE_YEARS, MONDAY.minusDays(5), CALENDAR);
    }

    private static Decision by(String who, LocalDate on) {
        return new Decision(who, Instant.EPOCH, on, "because");
    }

    private static final String DIVISION = "320613";

    private static final Level COUNTY = new Level("320613");

    private static final Level PROVINCE = new Level("32");

    private static final Weighing WEIGHED = new Weighing(Map.of("malice", "knew of it"), false);

    private static ListingState walk(ListingState from, ListingStep.Rules rules, ListingStep... steps) {
        ListingState state = from;
        for (ListingStep step : steps) {
            state = step.takeFrom(state, rules);
        }
        return state;
    }

    private static Refusal refusal(ListingState from, ListingStep.Rules rules, ListingStep step) {
        return catchThrowableOfType(ListingRefusedException.class, () -> step.takeFrom(from, rules))
                .refusal();
    }

    @Test
    void aCaseGoesFromNoticeByHearingAndConsentToAnEntryOfThreeYears() {
        LocalDate day = MONDAY;
        ListingState state = walk(
                new ListingState.Proposed(day),
                rules(true),
                new ListingStep.Notice(by("wang", day)),
                new ListingStep.Statement(by("wang", day.plusDays(1))),
                new ListingStep.AskHearing(by("wang", day.plusDays(7))),
                new ListingStep.FixHearing(by("wang", day.plusDays(7)), day.plusDays(16)),
                new ListingStep.HoldHearing(by("li", day.plusDays(16))),
                new ListingStep.Decide(by("chen", day.plusDays(20)), WEIGHED, COUNTY));
        assertThat(state)
                .isInstanceOfSatisfying(
                        EntryState.AwaitingConsent.class,
                        waiting -> assertThat(waiting.consentBy().day()).isEqualTo("2026-04-03"));
        state = walk(state, rules(true), new ListingStep.Consent(by("province", day.plusDays(24)), PROVINCE, DIVISION));
        assertThat(state)
                .isInstanceOfSatisfying(
                        EntryState.Decided.class,
                        decided -> assertThat(decided.publishBy().day()).isEqualTo("2026-04-23"));
        state = walk(state, rules(true), new ListingStep.Publish(by("wang", day.plusDays(25))));
        EntryState.Listed listed = (EntryState.Listed) state;
        assertThat(listed.listedOn()).isEqualTo("2026-03-26");
        assertThat(listed.endsOn()).isEqualTo("2029-03-26");
        assertThat(listed.standsOn(day.plusDays(24))).isFalse();
        assertThat(listed.standsOn(day.plusDays(25))).isTrue();
        assertThat(listed.standsOn(LocalDate.of(2029, 3, 26))).isTrue();
        assertThat(listed.standsOn(LocalDate.of(2029, 3, 27))).isFalse();
    }

    @Test
    void nothingIsDecidedWhileThePartyMayAnswerUnlessItHas() {
        ListingState noticed =
                walk(new ListingState.Proposed(MONDAY), rules(false), new ListingStep.Notice(by("wang", MONDAY)));
        ListingStep onTheLastDay = new ListingStep.Decide(by("chen", LocalDate.of(2026, 3, 9)), WEIGHED, COUNTY);
        assertThat(refusal(noticed, rules(false), onTheLastDay)).isEqualTo(Refusal.TOO_EARLY);
        assertThat(walk(
                        noticed,
                        rules(false),
                        new ListingStep.Decide(by("chen", LocalDate.of(2026, 3, 10)), WEIGHED, COUNTY)))
                .isInstanceOf(EntryState.Decided.class);
        assertThat(walk(noticed, rules(false), new ListingStep.Statement(by("wang", MONDAY.plusDays(1))), onTheLastDay))
                .isInstanceOf(EntryState.Decided.class);
    }

    /**
     * Each row: at which level it was decided, at which the consent would be given (empty: an account for every division), the division of the case.
     */
    @ParameterizedTest
    @CsvSource({
        // A county decided: its prefecture and its province are above it; itself, its neighbour and another province
        // are not.
        "320613, 3206, 320613, true",
        "320613, 32, 320613, true",
        "320613, 320613, 320613, false",
        "320613, 320612, 320613, false",
        "320613, 33, 320613, false",
        // A prefecture decided: only what is above the prefecture, though the prefecture is above the case's county.
        "3206, 32, 320613, true",
        "3206, 3206, 320613, false",
        "3206, 320613, 320613, false",
        // An account for every division is above one that is kept to some, and not above another for every division.
        "3206, '', 320613, true",
        "'', '', 320613, false",
        // Who decided for every division is taken for the authority of the case's division.
        "'', 3206, 320613, true",
        "'', 320613, 320613, false",
        "'', 3206, 320600, false",
        "'', 32, 320600, true",
        // Where the division is not known nobody can be said to be above it.
        "'', 32, , false",
        "320613, 32, , false",
    })
    void consentIsGivenByTheLevelAboveTheOneThatDecided(
            String decided, String consenting, @Nullable String division, boolean above) {
        LocalDate later = MONDAY.plusDays(10);
        ListingState waiting = walk(
                new ListingState.Proposed(MONDAY),
                rules(true),
                new ListingStep.Notice(by("wang", MONDAY)),
                new ListingStep.Decide(by("chen", later), WEIGHED, new Level(decided)));
        Level level = new Level(consenting);
        for (ListingStep step : List.of(
                new ListingStep.Consent(by("above", later), level, division),
                new ListingStep.RefuseConsent(by("above", later), level, division))) {
            if (above) {
                assertThat(walk(waiting, rules(true), step)).isNotEqualTo(waiting);
            } else {
                assertThat(refusal(waiting, rules(true), step)).isEqualTo(Refusal.NOT_ABOVE);
            }
        }
    }

    @Test
    void theLevelIsTheHighestOfTheDivisionsThatHoldsTheCase() {
        assertThat(Level.of(List.of("320613", "3206", "33"), "320613")).isEqualTo(new Level("3206"));
        assertThat(Level.of(List.of("33"), "320613")).isEqualTo(Level.UNSAID);
        assertThat(Level.of(List.of(), "320613")).isEqualTo(Level.UNSAID);
        assertThat(Level.of(List.of("3206"), null)).isEqualTo(Level.UNSAID);
    }

    @Test
    void whoHandledACaseNeverDecidesItAndWhoDecidedNeverConsents() {
        ListingState noticed =
                walk(new ListingState.Proposed(MONDAY), rules(true), new ListingStep.Notice(by("wang", MONDAY)));
        LocalDate later = MONDAY.plusDays(10);
        assertThat(refusal(noticed, rules(true), new ListingStep.Decide(by("wang", later), WEIGHED, COUNTY)))
                .isEqualTo(Refusal.OWN_WORK);
        assertThat(refusal(noticed, rules(true), new ListingStep.Dismiss(by("wang", later))))
                .isEqualTo(Refusal.OWN_WORK);
        ListingState waiting = walk(noticed, rules(true), new ListingStep.Decide(by("chen", later), WEIGHED, COUNTY));
        assertThat(refusal(waiting, rules(true), new ListingStep.Consent(by("chen", later), PROVINCE, DIVISION)))
                .isEqualTo(Refusal.OWN_WORK);
        assertThat(refusal(waiting, rules(true), new ListingStep.Consent(by("wang", later), PROVINCE, DIVISION)))
                .isEqualTo(Refusal.OWN_WORK);
    }

    @Test
    void everyFactorIsWeighedAndWhoDidNotMeanToIsNotListed() {
        ListingState noticed =
                walk(new ListingState.Proposed(MONDAY), rules(false), new ListingStep.Notice(by("wang", MONDAY)));
        Decision decision = by("chen", MONDAY.plusDays(10));
        assertThat(refusal(
                        noticed,
                        rules(false),
                        new ListingStep.Decide(decision, new Weighing(Map.of("malice", " "), false), COUNTY)))
                .isEqualTo(Refusal.NOT_WEIGHED);
        assertThat(refusal(
                        noticed,
                        rules(false),
                        new ListingStep.Decide(decision, new Weighing(Map.of("malice", "none"), true), COUNTY)))
                .isEqualTo(Refusal.NO_INTENT);
    }

    @Test
    void aHearingIsAskedForInTimeAndToldInTime() {
        ListingState noticed =
                walk(new ListingState.Proposed(MONDAY), rules(false), new ListingStep.Notice(by("wang", MONDAY)));
        assertThat(refusal(noticed, rules(false), new ListingStep.AskHearing(by("wang", MONDAY.plusDays(8)))))
                .isEqualTo(Refusal.TOO_LATE);
        ListingState asked = walk(noticed, rules(false), new ListingStep.AskHearing(by("wang", MONDAY.plusDays(7))));
        assertThat(refusal(
                        asked,
                        rules(false),
                        new ListingStep.FixHearing(by("wang", MONDAY.plusDays(7)), MONDAY.plusDays(15))))
                .isEqualTo(Refusal.TOO_EARLY);
        assertThat(refusal(
                        asked, rules(false), new ListingStep.Decide(by("chen", MONDAY.plusDays(30)), WEIGHED, COUNTY)))
                .isEqualTo(Refusal.OUT_OF_ORDER);
    }

    @Test
    void anEntryEndsByRepairByItsTermOrByAnnulmentAndAFalseRepairBeginsItAnew() {
        EntryState.Listed listed = new EntryState.Listed(by("chen", MONDAY), MONDAY, MONDAY, MONDAY.plusYears(3));
        LocalDate repaired = MONDAY.plusYears(1).plusDays(20);
        ListingState removed = walk(listed, rules(false), new ListingStep.Remove(by("zhao", repaired)));
        EntryState.Listed restored = (EntryState.Listed)
                walk(removed, rules(false), new ListingStep.Restore(by("chen", repaired.plusDays(9))));
        assertThat(restored.endsOn()).isEqualTo(repaired.plusDays(9).plusYears(3));
        assertThat(refusal(listed, rules(false), new ListingStep.Expire(by("assay", MONDAY.plusYears(3)))))
                .isEqualTo(Refusal.TOO_EARLY);
        assertThat(walk(
                        listed,
                        rules(false),
                        new ListingStep.Expire(by("assay", MONDAY.plusYears(3).plusDays(1)))))
                .isInstanceOf(EntryState.Expired.class);
        assertThat(walk(listed, rules(false), new ListingStep.Annul(by("zhao", repaired))))
                .isInstanceOf(EntryState.Annulled.class);
    }

    @Test
    void aBanRunsFromTheRevocationAndABanForLifeHasNoEnd() {
        EntryTerm five = new EntryTerm(new LegalTerm(5, Unit.YEARS, BASIS), BASIS, true);
        assertThat(five.lastDay(LocalDate.of(2024, 2, 29), MONDAY)).isEqualTo("2029-02-28");
        EntryTerm life = new EntryTerm(null, BASIS, true);
        EntryState.Listed banned = new EntryState.Decided(
                        by("chen", MONDAY), WEIGHED, working(20).after(MONDAY, CALENDAR))
                .publish(MONDAY, MONDAY.minusDays(3), life);
        assertThat(banned.endsOn()).isNull();
        assertThat(banned.standsOn(MONDAY.plusYears(90))).isTrue();
        assertThatThrownBy(() -> banned.expire(MONDAY.plusYears(90))).isInstanceOf(ListingRefusedException.class);
    }

    /** Whatever people try, in any order and by anyone: nobody stands on the list whom two persons did not handle and decide. */
    @Test
    void noOrderOfStepsListsWithoutNoticeWeighingAndASecondPerson() {
        List<BiFunction<Decision, LocalDate, ListingStep>> kinds = List.of(
                (act, day) -> new ListingStep.Notice(act),
                (act, day) -> new ListingStep.Statement(act),
                (act, day) -> new ListingStep.AskHearing(act),
                ListingStep.FixHearing::new,
                (act, day) -> new ListingStep.HoldHearing(act),
                (act, day) -> new ListingStep.Decide(act, WEIGHED, COUNTY),
                (act, day) -> new ListingStep.Consent(act, PROVINCE, DIVISION),
                (act, day) -> new ListingStep.RefuseConsent(act, PROVINCE, DIVISION),
                (act, day) -> new ListingStep.Dismiss(act),
                (act, day) -> new ListingStep.Publish(act),
                (act, day) -> new ListingStep.Expire(act),
                (act, day) -> new ListingStep.Annul(act),
                (act, day) -> new ListingStep.Remove(act),
                (act, day) -> new ListingStep.Restore(act));
        Random random = new Random(44);
        int reached = 0;
        for (int one = 0; one < 20_000; one++) {
            boolean consent = random.nextBoolean();
            ListingState state = new ListingState.Proposed(MONDAY);
            LocalDate day = MONDAY;
            List<ListingStep> taken = new ArrayList<>();
            for (int step = 0; step < 14; step++) {
                day = day.plusDays(random.nextInt(12));
                ListingStep next = kinds.get(random.nextInt(kinds.size()))
                        .apply(by("p" + random.nextInt(4), day), day.plusDays(random.nextInt(14)));
                try {
                    state = next.takeFrom(state, rules(consent));
                    taken.add(next);
                } catch (ListingRefusedException refused) {
                    assertThat(refused.getMessage()).contains("Maybe");
                }
            }
            if (taken.stream().anyMatch(ListingStep.Publish.class::isInstance)) {
                reached++;
                checkLawful(taken, consent);
            }
        }
        assertThat(reached).isGreaterThan(100);
    }

    private static void checkLawful(List<ListingStep> taken, boolean consent) {
        assertThat(taken.getFirst()).isInstanceOf(ListingStep.Notice.class);
        Set<String> handlers = new HashSet<>();
        for (ListingStep step : taken) {
            if (step instanceof ListingStep.Decide) {
                assertThat(handlers).doesNotContain(step.act().by());
                break;
            }
            handlers.add(step.act().by());
        }
        assertThat(taken.stream().anyMatch(ListingStep.Consent.class::isInstance))
                .isEqualTo(consent);
    }
}
