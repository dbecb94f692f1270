package dev.assay.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.core.grading.Basis;
import dev.assay.core.listing.Decision;
import dev.assay.core.request.RequestRefusedException.Refusal;
import dev.assay.core.request.RequestState.Accepted;
import dev.assay.core.request.RequestState.Filed;
import dev.assay.core.time.Deadline;
import dev.assay.core.time.LegalTerm;
import dev.assay.core.time.LegalTerm.Unit;
import dev.assay.core.time.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestStateTest {

    private static final Basis BASIS = new Basis("any", true, "", LocalDate.EPOCH, null);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final RequestTerms TERMS =
            new RequestTerms(new LegalTerm(2, Unit.WORKING_DAYS, BASIS), new LegalTerm(15, Unit.WORKING_DAYS, BASIS));
    private static final Filed FILED =
            new Filed(by("shop", MONDAY), Set.of("chen"), new Deadline(MONDAY.plusDays(2), false));

    private static Decision by(String who, LocalDate on) {
        return new Decision(who, Instant.EPOCH, on, "because");
    }

    private static Refusal refusal(Runnable step) {
        return catchThrowableOfType(RequestRefusedException.class, step::run).refusal();
    }

    @Test
    void whoDecidedTheEntryOrTookTheRequestInHandNeverDecidesIt() {
        Accepted accepted = FILED.accept(by("wang", MONDAY), TERMS, WorkingDays.WEEKDAYS);
        assertThat(refusal(() -> accepted.grant(by("chen", MONDAY), Set.of(), Set.of())))
                .isEqualTo(Refusal.OWN_WORK);
        assertThat(refusal(() -> accepted.refuse(by("wang", MONDAY)))).isEqualTo(Refusal.OWN_WORK);
        assertThat(refusal(() -> FILED.decline(by("chen", MONDAY)))).isEqualTo(Refusal.OWN_WORK);
        assertThat(accepted.refuse(by("zhao", MONDAY)).decision().by()).isEqualTo("zhao");
    }

    @Test
    void nothingIsGrantedWhileAConditionIsOpen() {
        Accepted accepted = FILED.accept(by("wang", MONDAY), TERMS, WorkingDays.WEEKDAYS);
        Set<String> required = Set.of("promise", "harm-removed");
        assertThat(refusal(() -> accepted.grant(by("zhao", MONDAY), required, Set.of("promise"))))
                .isEqualTo(Refusal.NOT_FULFILLED);
        assertThat(accepted.grant(by("zhao", MONDAY), required, required).code())
                .isEqualTo("GRANTED");
    }

    @Test
    void theTermToDecideRunsFromTheAcceptance() {
        Accepted accepted = FILED.accept(by("wang", LocalDate.of(2026, 3, 4)), TERMS, WorkingDays.WEEKDAYS);
        assertThat(accepted.decideBy().day()).isEqualTo("2026-03-25");
    }

    @Test
    void aBusinessTakesBackWhatIsNotDecided() {
        assertThat(FILED.withdraw(by("shop", MONDAY)).code()).isEqualTo("WITHDRAWN");
        assertThat(FILED.accept(by("wang", MONDAY), TERMS, WorkingDays.WEEKDAYS)
                        .withdraw(by("shop", MONDAY))
                        .code())
                .isEqualTo("WITHDRAWN");
    }
}
