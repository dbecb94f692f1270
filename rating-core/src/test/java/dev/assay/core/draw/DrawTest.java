package dev.assay.core.draw;

import static dev.assay.core.draw.Draws.business;
import static dev.assay.core.draw.Draws.businesses;
import static dev.assay.core.draw.Draws.file;
import static dev.assay.core.draw.Draws.inspectors;
import static dev.assay.core.draw.Draws.ratio;
import static dev.assay.core.draw.Draws.seed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.draw.DrawResult.Drawn;
import dev.assay.core.draw.DrawnClass.Rounding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawTest {

    private static final int DRAWS = 10_000;

    @Test
    void everyMemberOfAStratumHasTheSameChance() {
        DrawFile file = file(List.of(ratio("B", "20", Rounding.UP)), businesses(40, "B", "catering"));
        Map<String, Integer> times = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            Draw.of(file, seed(i), Set.of())
                    .drawn()
                    .forEach(drawn -> times.merge(drawn.business().id(), 1, Integer::sum));
        }
        // 8 of 40: each comes up with the chance of 1 in 5. Drawing without replacement, the sum of squares over p(1-p)
        // is chi-square with 39
        // degrees of freedom after the correction (N-1)/N; its 0.1 % bounds are 16.27 and 72.05.
        double chance = 8.0 / 40;
        double sum = times.values().stream()
                .mapToDouble(count -> Math.pow(count - DRAWS * chance, 2) / (DRAWS * chance * (1 - chance)))
                .sum();
        assertThat(times).hasSize(40);
        assertThat(sum * 39 / 40).isBetween(16.27, 72.05);
    }

    @Test
    void aBusinessOfASmallStratumHasTheChanceOfItsClass() {
        List<DrawnBusiness> members = new ArrayList<>(businesses(1, "A", "other"));
        members.addAll(businesses(3, "A", "canteen"));
        members.addAll(businesses(36, "A", "sales"));
        DrawFile file = file(List.of(ratio("A", "5", Rounding.DOWN)), members);
        Map<String, Integer> times = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            DrawResult result = Draw.of(file, seed(i), Set.of());
            assertThat(result.drawn()).hasSize(2);
            result.drawn().forEach(drawn -> times.merge(drawn.business().id(), 1, Integer::sum));
        }
        // 5 % of 10,000 draws is 500, with a standard deviation of the root of 10,000 × 0.05 × 0.95 = 21.8; five of
        // them either way.
        assertThat(times).hasSize(40);
        assertThat(times.values()).allSatisfy(count -> assertThat(count).isBetween(500 - 109, 500 + 109));
    }

    @Test
    void everyInspectorIsSentAsOftenAsTheNext() {
        DrawFile file = file(List.of(ratio("B", "50", Rounding.UP)), businesses(20, "B", "catering"));
        DrawResult result = Draw.of(file, seed(1), Set.of());
        Map<String, Integer> times = new HashMap<>();
        result.drawn().forEach(drawn -> drawn.team("market").forEach(one -> times.merge(one, 1, Integer::sum)));
        // 10 businesses × 2 inspectors over 5 inspectors.
        assertThat(times.values()).containsExactly(4, 4, 4, 4, 4);
        assertThat(result.drawn())
                .allSatisfy(drawn -> assertThat(drawn.team("market")).doesNotHaveDuplicates());
    }

    @Test
    void whoIsDrawnFirstAmongInspectorsIsLeftToChance() {
        DrawFile file = file(List.of(ratio("D", "100", Rounding.UP)), businesses(1, "D", "catering"));
        Map<String, Integer> times = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            Draw.of(file, seed(i), Set.of())
                    .drawn()
                    .getFirst()
                    .team("market")
                    .forEach(one -> times.merge(one, 1, Integer::sum));
        }
        // 2 of 5: 4,000 each; standard deviation 49.
        assertThat(times.values())
                .hasSize(5)
                .allSatisfy(count -> assertThat(count).isBetween(4000 - 245, 4000 + 245));
    }

    @ParameterizedTest(name = "{1} % of {0}, rounded {2}: {3}")
    @CsvSource({
        // 20 × 5 % = 1
        "20, 5, DOWN, 1",
        "20, 5, UP, 1",
        // 19 × 5 % = 0.95
        "19, 5, DOWN, 0",
        "19, 5, UP, 1",
        // 21 × 5 % = 1.05
        "21, 5, DOWN, 1",
        "21, 5, UP, 2",
        // a third, to 4 places: 3 × 33.3333 % = 0.999999
        "3, 33.3333, DOWN, 0",
        "3, 33.3333, UP, 1",
        "7, 0, UP, 0",
        "7, 100, DOWN, 7",
        "7, 0.0001, UP, 1",
        "0, 50, UP, 0",
        "2000000, 62.5, DOWN, 1250000"
    })
    void theNumberOfAClassIsRoundedOnceAndExactly(int members, String percent, Rounding rounding, int number) {
        assertThat(ratio("A", percent, rounding).numberOf(members)).isEqualTo(number);
    }

    @Test
    void everyStratumGetsTheWholeNumberBelowOrAboveItsShare() {
        List<DrawnBusiness> members = new ArrayList<>(businesses(7, "B", "catering"));
        members.addAll(businesses(10, "B", "sales"));
        members.addAll(businesses(4, "B", "workshop"));
        DrawFile file = file(List.of(ratio("B", "30", Rounding.UP)), members);
        for (int i = 0; i < 500; i++) {
            List<DrawResult.Quota> quotas = Draw.of(file, seed(i), Set.of()).quotas();
            // 30 % of 21 is 6.3: 7 are drawn, and the shares are 7 × 7/21, 7 × 10/21 and 7 × 4/21.
            assertThat(quotas).extracting(DrawResult.Quota::members).containsExactly(7, 10, 4);
            assertThat(quotas.get(0).number()).isBetween(2, 3);
            assertThat(quotas.get(1).number()).isBetween(3, 4);
            assertThat(quotas.get(2).number()).isBetween(1, 2);
            assertThat(quotas.stream().mapToInt(DrawResult.Quota::number).sum()).isEqualTo(7);
        }
    }

    @Test
    void theOrderInWhichAPopulationIsGivenDoesNotMatter() {
        DrawFile file = Draws.mixed();
        List<DrawnBusiness> shuffled = new ArrayList<>(file.businesses());
        Collections.shuffle(shuffled, new Random(3));
        DrawFile other = new DrawFile(
                file.head(),
                file.departments(),
                file.classes().reversed(),
                file.inspectors().reversed(),
                shuffled,
                file.excluded(),
                file.conflicts());
        assertThat(Draws.published(other).text())
                .isEqualTo(Draws.published(file).text());
    }

    @Test
    void aBusinessThatHasClosedSinceGivesItsPlaceToTheNextOfItsStratum() {
        DrawFile file = file(List.of(ratio("B", "20", Rounding.UP)), businesses(40, "B", "catering"));
        List<Drawn> all = Draw.of(file, seed(1), Set.of()).drawn();
        String third = all.get(2).business().id();
        List<Drawn> without = Draw.of(file, seed(1), Set.of(third)).drawn();
        List<String> expected =
                new ArrayList<>(all.stream().map(one -> one.business().id()).toList());
        expected.remove(third);
        assertThat(without).hasSize(8);
        assertThat(without.stream().map(one -> one.business().id()).toList().subList(0, 7))
                .isEqualTo(expected);
        assertThat(without.getLast().business().id()).isNotEqualTo(third);
    }

    @Test
    void whereTooManyHaveClosedFewerAreDrawnAndTheQuotaSaysSo() {
        DrawFile file = file(List.of(ratio("D", "100", Rounding.UP)), businesses(3, "D", "catering"));
        DrawResult result = Draw.of(file, seed(1), Set.of("uscc:Dc001"));
        assertThat(result.drawn()).hasSize(2);
        assertThat(result.quotas()).singleElement().satisfies(quota -> {
            assertThat(quota.number()).isEqualTo(3);
            assertThat(quota.drawn()).isEqualTo(2);
        });
    }

    @Test
    void inAJointDrawABusinessIsDrawnOnceAndEveryDepartmentSendsItsOwn() {
        List<DrawnInspector> inspectors = new ArrayList<>(inspectors(3, "market"));
        inspectors.addAll(inspectors(2, "fire"));
        DrawFile plain = file(
                List.of(ratio("B", "100", Rounding.UP)),
                List.of(business("1", "B", "catering", "market", "fire"), business("2", "B", "catering", "market")));
        DrawFile joint = new DrawFile(
                plain.head(),
                List.of("market", "fire"),
                plain.classes(),
                inspectors,
                plain.businesses(),
                List.of(),
                Map.of());
        assertThat(DrawFaults.of(joint)).isEmpty();
        Map<String, Drawn> drawn = new HashMap<>();
        Draw.of(joint, seed(1), Set.of())
                .drawn()
                .forEach(one -> drawn.put(one.business().id(), one));
        assertThat(drawn).containsOnlyKeys("uscc:1", "uscc:2");
        Drawn both = Objects.requireNonNull(drawn.get("uscc:1"));
        assertThat(both.teams()).containsOnlyKeys("fire", "market");
        assertThat(both.team("fire")).containsExactlyInAnyOrder("fire-00", "fire-01");
        assertThat(both.team("market")).hasSize(2).allMatch(one -> one.startsWith("market"));
        assertThat(Objects.requireNonNull(drawn.get("uscc:2")).teams()).containsOnlyKeys("market");
    }

    @Test
    void nobodyIsSentToABusinessOfTheirOwnOrOutsideTheirDivisionOrTrade() {
        DrawFile plain = Draws.mixed();
        List<DrawnInspector> inspectors = new ArrayList<>(plain.inspectors());
        inspectors.add(new DrawnInspector("far", "market", "3301", Set.of()));
        inspectors.add(new DrawnInspector("cook", "market", "320612", Set.of("catering")));
        DrawFile file = new DrawFile(
                plain.head(),
                plain.departments(),
                plain.classes(),
                inspectors,
                plain.businesses(),
                plain.excluded(),
                plain.conflicts());
        for (int i = 0; i < 200; i++) {
            for (Drawn drawn : Draw.of(file, seed(i), Set.of()).drawn()) {
                List<String> team = drawn.team("market");
                assertThat(team).hasSize(2).doesNotContain("far");
                if (!drawn.business().stratum().sector().equals("catering")) {
                    assertThat(team).doesNotContain("cook");
                }
                if (drawn.business().id().equals("uscc:Dp003")) {
                    assertThat(team).doesNotContain("market-01", "market-02");
                }
            }
        }
    }
}
