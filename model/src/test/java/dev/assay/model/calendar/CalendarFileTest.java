package dev.assay.model.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.grading.Basis;
import dev.assay.core.time.LegalTerm;
import dev.assay.core.time.LegalTerm.Unit;
import dev.assay.core.time.WorkingDays;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.FaultyConfigException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {

    private final WorkingDays days = CalendarFile.load(ConfigFiles.packaged());

    /** Sums that follow from the State Council's notices: weekdays of the year, less holidays on weekdays, plus worked weekends. */
    @ParameterizedTest(name = "{0} has {1} working days")
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void theYearsHaveTheWorkingDaysOfTheNotices(int year, int expected) {
        long count = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(days::contains)
                .count();
        assertThat(count).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1} working days from {0} end on {2}")
    @CsvSource({
        "2026-02-12, 3, 2026-02-24, false",
        "2026-09-30, 1, 2026-10-08, false",
        "2026-12-31, 1, 2027-01-01, true",
        "2026-12-30, 1, 2026-12-31, false"
    })
    void aTermOfWorkingDaysLeavesHolidaysOutAndIsProvisionalOnlyInAYearThatWasNotAnnounced(
            LocalDate event, int length, LocalDate last, boolean provisional) {
        Basis basis = new Basis("any", false, "", LocalDate.EPOCH, null);
        var deadline = new LegalTerm(length, Unit.WORKING_DAYS, basis).after(event, days);
        assertThat(deadline.day()).isEqualTo(last);
        assertThat(deadline.provisional()).isEqualTo(provisional);
        assertThat(new LegalTerm(400, Unit.DAYS, basis).after(event, days).provisional())
                .isFalse();
    }

    @Test
    void allFaultsOfACalendarAreToldAtOnce() {
        String text = """
                calendar: wrong
                title: {zh: 错, en: Wrong}
                years:
                  - year: 2026
                    notice: none
                    closed:
                      - {from: 2026-05-05, to: 2026-05-01, title: {zh: 甲, en: A}}
                      - {from: 2025-12-31, to: 2026-01-01, title: {zh: 乙, en: B}}
                    open: [2026-05-06, tomorrow]
                  - {year: 2026, notice: none}
                """;
        assertThatThrownBy(() -> CalendarFile.parse(new ConfigFile("wrong.yaml", text)))
                .isInstanceOfSatisfying(
                        FaultyConfigException.class,
                        wrong -> assertThat(wrong.getMessage())
                                .contains("runs from 2026-05-05", "2025-12-31 is not in 2026")
                                .contains("2026-05-06 (WEDNESDAY)", "(tomorrow) is not a day", "is there twice"));
    }
}
