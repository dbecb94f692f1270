package dev.assay.model.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.core.listing.SeriousViolationRules;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.FaultyConfigException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingRulesFileTest {

    private final SeriousViolationRules rules =
            ListingRulesFile.load(ConfigFiles.packaged()).getFirst();

    private static Fact penalty(String day, String conduct, String... kinds) {
        LocalDate on = LocalDate.parse(day);
        return new Fact(
                1,
                "penalty",
                null,
                on,
                on,
                Instant.EPOCH,
                new Source("district-penalty", "p.csv", 2),
                Values.of(Map.of("conduct", conduct, "kinds", List.of(kinds))));
    }

    @ParameterizedTest(name = "{0} with {1} is proposed under {2} and {3}")
    @CsvSource({
        "未取得食品经营许可从事食品经营, 责令关闭, SV-C1, SV-H2",
        "使用非食品原料生产食品, 吊销许可证件, SV-C2, SV-H1",
        "生产经营兽药残留含量超过食品安全标准限量的食品, 责令停产停业, SV-C3, SV-H2",
        "食品标签含有虚假内容, 限制从业, SV-C4, SV-H2",
        "发生食品安全事故, 吊销许可证件, SV-C5, SV-H1",
        "拒绝、阻挠食品安全监督检查, 责令停产停业, SV-C6, SV-H2"
    })
    void seriousConductWithAHeavierPenaltyIsProposed(String conduct, String kind, String expected, String heavier) {
        SeriousViolationRules.Proposal proposal =
                rules.propose(penalty("2026-03-01", conduct, "罚款", kind)).orElseThrow();
        assertThat(proposal.conduct().id()).isEqualTo(expected);
        assertThat(proposal.heavierPenalty().id()).isEqualTo(heavier);
    }

    @Test
    void seriousConductWithAFineAloneIsNotProposed() {
        assertThat(rules.propose(penalty("2026-03-01", "使用非食品原料生产食品", "罚款", "警告")))
                .isEmpty();
    }

    @Test
    void aHeavierPenaltyForOtherConductIsNotProposed() {
        assertThat(rules.propose(penalty("2026-03-01", "未按规定公示许可证", "责令停产停业"))).isEmpty();
    }

    @Test
    void aPenaltyFromBeforeTheEditionIsNotProposed() {
        assertThat(rules.propose(penalty("2021-08-31", "使用非食品原料生产食品", "吊销许可证件")))
                .isEmpty();
        assertThat(rules.propose(penalty("2021-09-01", "使用非食品原料生产食品", "吊销许可证件")))
                .isPresent();
    }

    @Test
    void anEntryStaysForThreeYears() {
        assertThat(rules.lastDay(LocalDate.parse("2026-03-01"))).isEqualTo("2029-02-28");
    }

    @Test
    void allTheFaultsOfAFileAreReportedAtOnce() {
        String text = """
                edition: e
                title: {zh: 名, en: name}
                valid_from: 2021-09-31
                basis: {a: {citation: c, valid_from: 2021-09-01}}
                conducts:
                  - {id: X, title: {zh: 一, en: one}, words: [[w]], basis: b}
                heavier_penalties:
                  - {id: X, title: {zh: 二, en: two}, kinds: [k], basis: a, colour: red}
                term: {years: 3, basis: a}
                """;
        assertThatThrownBy(() -> ListingRulesFile.parse(new ConfigFile("measures/x.yaml", text)))
                .isInstanceOfSatisfying(
                        FaultyConfigException.class,
                        e -> assertThat(e.faults())
                                .extracting(fault -> fault.line() + " " + fault.path())
                                .containsExactlyInAnyOrder(
                                        "3 valid_from",
                                        "6 conducts[0].basis",
                                        "8 heavier_penalties[0].id",
                                        "8 heavier_penalties[0].colour"));
    }
}
