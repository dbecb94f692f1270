package dev.assay.model.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.core.publication.PublicationRules;
import dev.assay.core.publication.PublicationRules.Period;
import dev.assay.core.time.WorkingDays;
import dev.assay.model.calendar.CalendarFile;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.FaultyConfigException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationRulesFileTest {

    private static final WorkingDays CALENDAR = CalendarFile.load(ConfigFiles.packaged());

    /** Decided in spring, known to the public eight days later. */
    private static final LocalDate DECIDED = LocalDate.of(2026, 4, 10);

    private static PublicationRules channel(String id) {
        return PublicationRulesFile.load(ConfigFiles.packaged()).stream()
                .filter(rules -> rules.channel().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Period> period(String channel, Map<String, ?> values, String division) {
        Fact penalty = new Fact(
                1,
                "penalty",
                null,
                DECIDED,
                DECIDED.plusDays(8),
                Instant.EPOCH,
                new Source("any", "p.csv", 2),
                Values.of(values));
        return channel(channel).period(penalty, division, CALENDAR);
    }

    /** Golden cases from Order 45 arts 2, 9, 13, 14 (read in full) and NDRC Order 36 (its periods read, its classes provisional). */
    @ParameterizedTest(name = "{1} on {0} is shown until {2}, repaired from {3}")
    @CsvSource({
        "samr-publicity, 警告,          ,           ",
        "samr-publicity, 通报批评,       2026-07-18,           ",
        "samr-publicity, 罚款,          2029-04-18, 2027-04-18",
        "samr-publicity, 没收违法所得,    2029-04-18, 2027-04-18",
        "samr-publicity, 责令停产停业,    2029-04-18,           ",
        "samr-publicity, 吊销许可证件,    2029-04-18,           ",
        "credit-china,   警告,          ,           ",
        "credit-china,   罚款,          2027-04-10, 2026-07-10",
        "credit-china,   吊销许可证件,    2029-04-10, 2027-04-10"
    })
    void eachChannelShowsAPenaltyByItsOwnRule(
            String channel, String kind, @Nullable LocalDate last, @Nullable LocalDate repair) {
        Optional<Period> period = period(channel, Map.of("kinds", List.of(kind)), "320682");
        assertThat(period.map(Period::lastDay)).isEqualTo(Optional.ofNullable(last));
        assertThat(period.map(Period::repairFrom)).isEqualTo(Optional.ofNullable(repair));
    }

    @Test
    void aLowerFineIsShownForThreeMonthsInNingxiaUnlessMuchWasConfiscated() {
        Map<String, Object> fine = new HashMap<>(Map.of("kinds", List.of("罚款"), "fine", BigDecimal.valueOf(3000)));
        assertThat(period("samr-publicity", fine, "640104").orElseThrow().lastDay())
                .isEqualTo("2026-07-18");
        assertThat(period("samr-publicity", fine, "320682").orElseThrow().lastDay())
                .isEqualTo("2029-04-18");
        fine.put("confiscated", BigDecimal.valueOf(10_000));
        assertThat(period("samr-publicity", fine, "640104").orElseThrow().lastDay())
                .isEqualTo("2029-04-18");
    }

    @Test
    void aBarThatRunsLongerIsShownAsLongAsItRunsAndAnEarlierEndOfTheSourceHolds() {
        Map<String, Object> bar = Map.of("kinds", List.of("限制从业"), "effective_to", "2031-04-10");
        assertThat(period("samr-publicity", bar, "").orElseThrow().lastDay()).isEqualTo("2031-04-10");
        Map<String, Object> endless = Map.of("kinds", List.of("罚款", "责令停产停业"), "effective_to", "2099-12-31");
        assertThat(period("samr-publicity", endless, "").orElseThrow().lastDay())
                .as("an end of effect that stands in for none is no bar")
                .isEqualTo("2029-04-18");
        assertThat(period("credit-china", endless, "").orElseThrow().lastDay()).isEqualTo("2029-04-10");
        Map<String, Object> own = Map.of("kinds", List.of("罚款"), "publish_until", "2026-10-10");
        assertThat(period("samr-publicity", own, "").orElseThrow().lastDay()).isEqualTo("2026-10-10");
    }

    @Test
    void theLastDayForPublishingLeavesHolidaysOut() {
        Period period =
                period("samr-publicity", Map.of("kinds", List.of("罚款")), "").orElseThrow();
        // 20 working days from Friday 10 April 2026: May 1 to 5 are off, Saturday 9 May is worked.
        assertThat(period.publishBy().day()).isEqualTo("2026-05-12");
        assertThat(period.covers(period.publishedOn().minusDays(1))).isFalse();
        assertThat(period.covers(period.lastDay())).isTrue();
        assertThat(period.covers(period.lastDay().plusDays(1))).isFalse();
    }

    @Test
    void aClassThatSaysNeitherHowLongNorNeverIsAFault() {
        String text = """
                channel: c
                edition: e
                title: {zh: 名, en: name}
                valid_from: 2026-01-01
                counted_from: never
                basis: {a: {citation: c, valid_from: 2021-09-01}}
                publish_within: {days: 3, basis: a}
                withdraw_within: {days: 3, basis: a}
                classes:
                  - {id: x, title: {zh: 名, en: name}, basis: a}
                """;
        assertThatThrownBy(() -> PublicationRulesFile.parse(new ConfigFile("measures/x.yaml", text)))
                .isInstanceOfSatisfying(
                        FaultyConfigException.class,
                        e -> assertThat(e.faults())
                                .extracting(fault -> fault.line() + " " + fault.path())
                                .containsExactlyInAnyOrder("5 counted_from", "10 classes[0].shown"));
    }
}
