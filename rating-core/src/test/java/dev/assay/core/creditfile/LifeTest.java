package dev.assay.core.creditfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.creditfile.Life.Named;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LifeTest {

    private static final LocalDate DAY = LocalDate.parse("2026-06-30");

    private final List<Fact> facts = new ArrayList<>();

    private LifeTest with(String kind, String on, Map<String, String> fields) {
        LocalDate day = LocalDate.parse(on);
        facts.add(new Fact(
                facts.size() + 1L,
                kind,
                fields.get("number"),
                day,
                day,
                Instant.EPOCH,
                new Source("feed", "file.csv", 2),
                Values.of(fields)));
        return this;
    }

    private LifeTest licence(String number, String on, String validTo, String status) {
        return with("licence", on, Map.of("number", number, "valid_to", validTo, "status", status));
    }

    private Life life() {
        return Life.of(new CreditFile(new Identity("uscc", "91320600000000019U"), DAY, Instant.EPOCH, facts));
    }

    @Test
    void namesFollowEachOtherWithTheDayOfTheFirstRecordThatBearsThem() {
        with("business", "2018-01-01", Map.of("name", "甲店"));
        with("business", "2020-01-01", Map.of("name", "乙店"));
        with("business", "2021-01-01", Map.of("name", "乙店"));
        with("business", "2022-01-01", Map.of("address", "人民路1号"));
        with("business", "2023-01-01", Map.of("name", "甲店"));
        assertThat(life().names())
                .containsExactly(
                        new Named("甲店", LocalDate.parse("2018-01-01")),
                        new Named("乙店", LocalDate.parse("2020-01-01")),
                        new Named("甲店", LocalDate.parse("2023-01-01")));
    }

    @Test
    void aTakeoverNamesTheOtherByItsCodeOrByAnyIdentity() {
        with("takeover", "2024-01-01", Map.of("predecessor", "91320600000000027X", "ground", "合并"));
        with("takeover", "2025-01-01", Map.of("predecessor", "fhrs:369216"));
        with("takeover", "2026-01-01", Map.of("predecessor", "Some Shop: the old one"));
        assertThat(life().tookOver())
                .extracting(Takeover::predecessor)
                .containsExactly(new Identity("uscc", "91320600000000027X"), new Identity("fhrs", "369216"));
        assertThat(life().tookOver().getFirst().on()).isEqualTo("2024-01-01");
        assertThat(life().tookOver().getFirst().find("ground")).hasValue("合并");
    }

    @Test
    void aBusinessWithoutAnyLicenceIsNotKnownToBeClosed() {
        assertThat(life().closed()).isNull();
    }

    @Test
    void itIsClosedOnceTheLastOfItsLicencesHasRunOut() {
        licence("JY1", "2016-01-01", "2021-01-01", "valid").licence("JY2", "2021-06-30", "2026-06-29", "valid");
        assertThat(life().closed()).isNotNull().satisfies(closed -> {
            assertThat(closed.since()).isEqualTo(DAY);
            assertThat(closed.last().licence()).isEqualTo("JY2");
        });
        licence("JY3", "2026-06-01", "2026-06-30", "valid");
        assertThat(life().closed())
                .as("the last day of a licence is one of its days")
                .isNull();
    }

    @Test
    void theNewestDecisionOnALicenceCounts() {
        licence("JY1", "2020-01-01", "2025-01-01", "invalid").licence("JY1", "2024-12-01", "2029-12-01", "valid");
        assertThat(life().closed()).isNull();
        licence("JY1", "2026-01-01", "2029-12-01", "revoked");
        assertThat(life().closed()).isNotNull();
    }

    @Test
    void aStatusAloneDoesNotTellTheDay() {
        licence("JY1", "2016-01-01", "2021-01-01", "valid").licence("JY2", "2024-01-01", "2029-01-01", "cancelled");
        assertThat(life().closed())
                .isNotNull()
                .satisfies(closed -> assertThat(closed.since()).isNull());
    }
}
