package dev.assay.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.grading.Basis;
import dev.assay.core.time.LegalTerm;
import dev.assay.core.time.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingCourseTest {

    private static final LocalDate FIRST = LocalDate.of(2019, 10, 1);
    private static final Basis BASIS = new Basis("Order 15", true, "", FIRST, null);
    private static final SamplingTerms TERMS = new SamplingTerms(
            "test",
            FIRST,
            working(7),
            working(7),
            working(23),
            working(30),
            new LegalTerm(90, LegalTerm.Unit.DAYS, BASIS),
            WorkingDays.WEEKDAYS);

    /** A Monday. */
    private static final LocalDate REPORTED = LocalDate.of(2026, 3, 2);

    private static LegalTerm working(int days) {
        return new LegalTerm(days, LegalTerm.Unit.WORKING_DAYS, BASIS);
    }

    /** Steps written as {@code served 3-04, retest 3-10}. */
    private static List<SamplingStep> steps(String text) {
        List<SamplingStep> steps = new ArrayList<>();
        for (String step : text.isEmpty() ? new String[0] : text.split(", ", -1)) {
            String[] parts = step.split("[ -]", -1);
            steps.add(new SamplingStep(
                    SamplingStep.Kind.find(parts[0]).orElseThrow(),
                    LocalDate.of(2026, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))));
        }
        return steps;
    }

    private static SamplingCourse course(String steps, String asOf) {
        return SamplingCourse.of(REPORTED, steps(steps), TERMS, LocalDate.parse(asOf));
    }

    @ParameterizedTest(name = "{0}, as of {1}: {2}, due {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                // 7 working days from Monday 2 March: Wednesday 11.
                "''                                              ; 2026-03-02 ; reported   ; 2026-03-11",
                "served 3-04                                     ; 2026-03-03 ; reported   ; 2026-03-11",
                // 7 working days from Wednesday 4 March: Friday 13. The day after it, nobody having applied, the
                // failure is certain.
                "served 3-04                                     ; 2026-03-04 ; served     ; 2026-03-13",
                "served 3-04                                     ; 2026-03-13 ; served     ; 2026-03-13",
                "served 3-04                                     ; 2026-03-14 ; confirmed  ; 2026-05-31",
                // 23 working days from Friday 13 March: Wednesday 15 April.
                "served 3-04, retest 3-13                        ; 2026-06-01 ; retest     ; 2026-04-15",
                // 30 working days from Friday 13 March: Friday 24 April.
                "served 3-04, objection 3-13                     ; 2026-06-01 ; objection  ; 2026-04-24",
                "served 3-04, retest 3-13, confirmed 4-01        ; 2026-06-01 ; confirmed  ; 2026-05-31",
                "served 3-04, objection 3-13, overturned 4-01    ; 2026-06-01 ; overturned ; ",
                "served 3-04, retest 3-13, overturned 4-01       ; 2026-03-31 ; retest     ; 2026-04-15",
                "served 3-04, confirmed 3-05                     ; 2026-03-05 ; confirmed  ; 2026-05-31",
                "served 3-04, disposed 5-01                      ; 2026-06-01 ; disposed   ; ",
                "disposed 5-01, served 3-04                      ; 2026-06-01 ; disposed   ; "
            })
    void the_state_follows_from_the_steps_up_to_the_day(String steps, String asOf, String state, LocalDate due) {
        SamplingCourse course = course(steps, asOf);

        assertThat(course.state().code()).isEqualTo(state);
        assertThat(course.deadline() == null ? null : course.deadline().until()).isEqualTo(due);
        assertThat(course.refused()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: still {1}, because {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "retest 3-04                                          ; reported   ; No application for a re-test is possible: the result has not been served",
                "overturned 3-04                                      ; reported   ; No overturning is possible: the result has not been served",
                "served 3-04, overturned 3-05                         ; confirmed  ; No overturning is possible: there was neither a re-test nor an objection",
                "served 3-04, disposed 3-05                           ; confirmed  ; No disposal is possible: the failure is not confirmed yet",
                "served 3-04, retest 3-16                             ; confirmed  ; No application for a re-test is possible: it is late, the last day was 2026-03-13",
                "served 3-04, retest 3-05, disposed 3-06              ; retest     ; No disposal is possible: the re-test has not been decided",
                "served 3-04, retest 3-05, overturned 3-06, disposed 3-09 ; overturned ; No disposal is possible: the failure has been overturned",
                "served 3-04, confirmed 3-05, objection 3-06          ; confirmed  ; No objection is possible: the failure is confirmed",
                "served 3-04, served 3-05                             ; confirmed  ; No service is possible: it has been served already",
                "served 3-04, disposed 5-01, overturned 5-02          ; disposed   ; No overturning is possible: it has been disposed of"
            })
    void an_impossible_step_changes_nothing_and_says_why(String steps, String state, String reason) {
        SamplingCourse course = course(steps, "2026-06-01");

        assertThat(course.state().code()).isEqualTo(state);
        assertThat(course.refused())
                .extracting(refused -> refused.reason().en())
                .containsExactly(reason);
    }

    @Test
    void the_day_on_which_a_served_result_becomes_certain_is_known_beforehand() {
        assertThat(course("served 3-04", "2026-03-13").turnsOn()).isEqualTo("2026-03-14");
        assertThat(course("served 3-04", "2026-03-14").turnsOn()).isNull();
        assertThat(course("served 3-04, retest 3-13", "2026-03-13").turnsOn()).isNull();
    }

    @Test
    void holidays_and_moved_working_days_shift_the_end_of_a_term() {
        WorkingDays days = new WorkingDays(
                Set.of(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 6)),
                Set.of(LocalDate.of(2026, 3, 7)),
                Set.of(2026));

        // From Wednesday 4 March: Saturday 7 is worked, Monday 9, Tuesday 10.
        assertThat(days.after(LocalDate.of(2026, 3, 4), 3)).isEqualTo("2026-03-10");
        assertThat(WorkingDays.WEEKDAYS.after(LocalDate.of(2026, 3, 4), 3)).isEqualTo("2026-03-09");
    }

    @Test
    void whatever_the_steps_each_is_taken_or_refused_and_what_is_final_stays() {
        SamplingStep.Kind[] kinds = SamplingStep.Kind.values();
        for (int number = 0; number < kinds.length * kinds.length * kinds.length * kinds.length; number++) {
            List<SamplingStep> steps = new ArrayList<>();
            for (int rest = number, day = 3; day < 7; rest /= kinds.length, day++) {
                steps.add(new SamplingStep(kinds[rest % kinds.length], LocalDate.of(2026, 3, day)));
            }
            SamplingCourse whole = SamplingCourse.of(REPORTED, steps, TERMS, LocalDate.of(2026, 3, 6));
            SamplingCourse before = SamplingCourse.of(REPORTED, steps, TERMS, LocalDate.of(2026, 3, 5));
            assertThat(whole.refused().size())
                    .isBetween(before.refused().size(), before.refused().size() + 1);
            if (before.state() instanceof SamplingState.Overturned
                    || before.state() instanceof SamplingState.Disposed) {
                assertThat(Objects.requireNonNull(whole.state())).isEqualTo(before.state());
            }
        }
    }
}
