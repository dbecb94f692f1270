package dev.assay.model.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.identity.Identity;
import dev.assay.core.listing.ListEdition;
import dev.assay.core.listing.ListEdition.Proposal;
import dev.assay.core.listing.RepairRules.Condition;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.FaultyConfigException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListEditionFileTest {

    private static final Map<String, ListEdition> EDITIONS = editions();

    private static Map<String, ListEdition> editions() {
        Map<String, ListEdition> byId = new HashMap<>();
        ListEditionFile.load(ConfigFiles.packaged()).forEach(edition -> byId.put(edition.edition(), edition));
        return byId;
    }

    private static ListEdition edition(String id) {
        return Objects.requireNonNull(EDITIONS.get(id), id);
    }

    private static final ListEdition ORDER_44 = edition("samr-order-44-2021");

    private static int number;

    private static Fact fact(String kind, String day, Map<String, ?> values) {
        LocalDate on = LocalDate.parse(day);
        return new Fact(++number, kind, null, on, on, Instant.EPOCH, new Source("any", "p.csv", 2), Values.of(values));
    }

    private static Fact penalty(String day, String conduct, String... kinds) {
        return fact("penalty", day, Map.of("conduct", conduct, "kinds", List.of(kinds)));
    }

    private static CreditFile file(Fact... facts) {
        return new CreditFile(
                new Identity("uscc", "91320600000000019U"),
                LocalDate.of(2026, 11, 1),
                Instant.EPOCH,
                Arrays.asList(facts));
    }

    private static Optional<Proposal> propose(ListEdition edition, Fact... facts) {
        CreditFile file = file(facts);
        return edition.propose(facts[facts.length - 1], file)
                .filter(proposal -> edition.holdsAgainst(edition.completed(proposal, file), file));
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
        Proposal proposal =
                propose(ORDER_44, penalty("2026-03-01", conduct, "罚款", kind)).orElseThrow();
        assertThat(proposal.ground().id()).isEqualTo(expected);
        assertThat(Objects.requireNonNull(proposal.heavierPenalty()).id()).isEqualTo(heavier);
    }

    @Test
    void aFineIsAHeavierPenaltyOnlyUnderTheHeavierTier() {
        assertThat(propose(ORDER_44, penalty("2026-03-01", "使用非食品原料生产食品", "罚款", "警告")))
                .isEmpty();
        Map<String, Object> heavy = Map.of(
                "conduct",
                "使用非食品原料生产食品",
                "kinds",
                List.of("罚款"),
                "content",
                "依法从重处罚，罚款5000元",
                "fine",
                BigDecimal.valueOf(5000));
        assertThat(propose(ORDER_44, fact("penalty", "2026-03-01", heavy))).isPresent();
    }

    @Test
    void aSmallFineIsLeftOutInNingxiaAloneAndNotBesideAClosure() {
        Map<String, Object> small = Map.of(
                "conduct",
                "使用非食品原料生产食品",
                "kinds",
                List.of("罚款"),
                "content",
                "从重，罚款3000元",
                "fine",
                BigDecimal.valueOf(3000));
        Fact there = fact("business", "2020-01-01", Map.of("name", "甲", "division", "640104"));
        Fact elsewhere = fact("business", "2020-01-01", Map.of("name", "甲", "division", "320682"));
        assertThat(propose(ORDER_44, there, fact("penalty", "2026-03-01", small)))
                .isEmpty();
        assertThat(propose(ORDER_44, elsewhere, fact("penalty", "2026-03-01", small)))
                .isPresent();
        Map<String, Object> closed = new HashMap<>(small);
        closed.put("kinds", List.of("罚款", "责令停产停业"));
        assertThat(propose(ORDER_44, there, fact("penalty", "2026-03-01", closed)))
                .isPresent();
    }

    @Test
    void aHeavierPenaltyForOtherConductIsNotProposed() {
        assertThat(propose(ORDER_44, penalty("2026-03-01", "未按规定公示许可证", "责令停产停业")))
                .isEmpty();
    }

    @Test
    void anEditionJudgesWhatHappenedWhileItIsInForceAndADraftNothing() {
        assertThat(propose(ORDER_44, penalty("2021-08-31", "使用非食品原料生产食品", "吊销许可证件")))
                .isEmpty();
        assertThat(propose(ORDER_44, penalty("2021-09-01", "使用非食品原料生产食品", "吊销许可证件")))
                .isPresent();
        ListEdition draft = edition("samr-order-44-draft-2025");
        assertThat(propose(draft, penalty("2026-03-01", "使用非食品原料生产食品", "吊销许可证件")))
                .isEmpty();
        assertThat(draft.procedure().consent()).isNull();
        assertThat(ORDER_44.procedure().consent()).isNotNull();
    }

    /** SV-C7: by itself, whatever the penalty was; unless it was performed since, or is sealed. */
    @Test
    void whoIsAbleToPerformAPenaltyAndRefusesIsProposedWithoutAHeavierPenalty() {
        Fact fine =
                fact("penalty", "2026-01-05", Map.of("conduct", "标签瑕疵", "kinds", List.of("罚款"), "document_no", "1号"));
        Fact refused = fact("penalty-step", "2026-05-05", Map.of("penalty_no", "1号", "step", "refused"));
        Proposal proposal = propose(ORDER_44, fine, refused).orElseThrow();
        assertThat(proposal.ground().id()).isEqualTo("SV-C7");
        assertThat(proposal.heavierPenalty()).isNull();
        assertThat(proposal.provisional()).isTrue();
        assertThat(ORDER_44.completed(proposal, file(fine, refused)).evidence())
                .as("what the case rests on")
                .containsExactly(fine, refused);
        assertThat(ORDER_44.completed(proposal, file(refused)).evidence())
                .as("a penalty that the file does not know")
                .containsExactly(refused);

        Fact before = fact("penalty-step", "2026-05-04", Map.of("penalty_no", "1号", "step", "performed"));
        Fact same = fact("penalty-step", "2026-05-05", Map.of("penalty_no", "1号", "step", "performed"));
        Fact other = fact("penalty-step", "2026-06-05", Map.of("penalty_no", "2号", "step", "performed"));
        Fact annulled = fact("penalty-step", "2026-06-05", Map.of("penalty_no", "1号", "step", "annulled"));
        assertThat(propose(ORDER_44, fine, before, refused))
                .as("a part was performed before it was refused")
                .isPresent();
        assertThat(propose(ORDER_44, fine, same, refused)).isEmpty();
        assertThat(propose(ORDER_44, fine, other, refused)).isPresent();
        assertThat(propose(ORDER_44, fine, annulled, refused)).isEmpty();
        assertThat(propose(ORDER_44, fine, before))
                .as("a performance proposes nobody")
                .isEmpty();
    }

    @Test
    void theThirdPenaltyWithinAYearIsProposedUnlessOneOfThemIsSealed() {
        ListEdition three = edition("food-safety-law-2015-art134");
        Fact first = fact("penalty", "2025-06-01", Map.of("conduct", "一", "kinds", List.of("罚款"), "document_no", "1号"));
        Fact second = penalty("2025-12-01", "二", "警告");
        Fact third = penalty("2026-05-31", "三", "罚款");
        assertThat(propose(three, first, second)).isEmpty();
        assertThat(propose(three, first, second, third).orElseThrow().evidence())
                .containsExactly(first, second, third);
        assertThat(propose(three, first, second, penalty("2026-06-01", "三", "罚款")))
                .isEmpty();
        assertThat(propose(three, first, second, penalty("2026-05-31", "三", "罚款", "吊销许可证件")))
                .isEmpty();
        Fact annulled = fact("penalty-step", "2026-01-01", Map.of("penalty_no", "1号", "step", "annulled"));
        assertThat(propose(three, annulled, first, second, third)).isEmpty();
    }

    @Test
    void anAwardProposesForTheRedListOnlyWithACleanRecordOfThreeYears() {
        ListEdition red = edition("assay-red-list-1");
        Fact award = fact("award", "2026-05-01", Map.of("name", "质量奖", "level", "provincial"));
        assertThat(propose(red, award)).isPresent();
        assertThat(propose(red, fact("award", "2026-05-01", Map.of("level", "district"))))
                .isEmpty();
        assertThat(propose(red, penalty("2023-05-02", "一", "警告"), award)).isEmpty();
        assertThat(propose(red, penalty("2023-05-01", "一", "警告"), award)).isPresent();
    }

    @Test
    void aRevokedLicenceBansForFiveYearsFromItsDayAndAFoodCrimeForLife() {
        ListEdition ban = edition("food-safety-law-2015-art135");
        Proposal five = propose(ban, penalty("2024-02-29", "一", "吊销许可证件")).orElseThrow();
        LocalDate decided = LocalDate.of(2024, 4, 1);
        assertThat(ban.termOf(five.ground().id()).lastDay(five.trigger().occurredOn(), decided))
                .isEqualTo("2029-02-28");
        Proposal life = propose(ban, fact("trade-ban", "2024-03-01", Map.of("term", "life")))
                .orElseThrow();
        assertThat(ban.termOf(life.ground().id()).lastDay(decided, decided)).isNull();
    }

    @Test
    void anEntryOfOrder44StaysForThreeYearsAndCanBeRepairedAfterOne() {
        assertThat(ORDER_44.termOf("SV-C1").lastDay(LocalDate.parse("2025-01-01"), LocalDate.parse("2026-03-01")))
                .isEqualTo("2029-03-01");
        assertThat(Objects.requireNonNull(ORDER_44.repair()).conditions())
                .extracting(Condition::id)
                .contains("obligations-done", "promise");
    }

    @Test
    void allTheFaultsOfAFileAreReportedAtOnce() {
        String text = """
                list: l
                edition: e
                title: {zh: 名, en: name}
                standing: adverse
                visibility: everybody
                valid_from: 2021-09-31
                basis: {a: {citation: c, valid_from: 2021-09-01}}
                grounds:
                  - {id: X, title: {zh: 一, en: one}, kind: penalty, words: [[w]], basis: b}
                  - {id: Y, title: {zh: 一, en: one}, kind: penalti, at_least: 3, basis: a}
                  - {id: Z, title: {zh: 一, en: one}, kind: penalty, any_of: {kind: [x]}, basis: a}
                heavier_penalties:
                  - {id: X, title: {zh: 二, en: two}, kinds: [k], basis: a, colour: red}
                procedure: {publish: {working_days: 20, days: 3, basis: a}, take_down: {days: 0, basis: a}}
                term: {years: 3, basis: a}
                """;
        assertThatThrownBy(() -> ListEditionFile.parse(new ConfigFile("measures/x.yaml", text), Vocabulary.BUILT_IN))
                .isInstanceOfSatisfying(
                        FaultyConfigException.class,
                        e -> assertThat(e.faults())
                                .extracting(fault -> fault.line() + " " + fault.path())
                                .containsExactlyInAnyOrder(
                                        "5 visibility",
                                        "6 valid_from",
                                        "9 grounds[0].basis",
                                        "10 grounds[1].kind",
                                        "10 grounds[1].at_least",
                                        "11 grounds[2].any_of.kind",
                                        "13 heavier_penalties[0].id",
                                        "13 heavier_penalties[0].colour",
                                        "14 procedure.publish",
                                        "14 procedure.take_down.days"));
    }
}
