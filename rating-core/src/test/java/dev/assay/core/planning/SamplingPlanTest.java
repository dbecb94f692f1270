package dev.assay.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.planning.SamplingPlan.Category;
import dev.assay.core.planning.SamplingPlan.Line;
import dev.assay.core.planning.SamplingPlan.Prior;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingPlanTest {

    private static final Prior PRIOR = new Prior(1, 40);

    private static List<Long> samples(List<Category> categories, long budget) {
        return SamplingPlan.of(categories, PRIOR, budget).stream()
                .map(Line::samples)
                .toList();
    }

    private static long sum(List<Long> samples) {
        return samples.stream().mapToLong(Long::longValue).sum();
    }

    private static List<Category> random(Random random) {
        List<Category> categories = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            long tested = random.nextInt(400);
            categories.add(new Category(
                    "c" + i,
                    1 + random.nextInt(5),
                    1 + random.nextInt(300),
                    tested,
                    tested == 0 ? 0 : random.nextInt((int) tested + 1),
                    random.nextInt(8)));
        }
        return categories;
    }

    private static Category worse(Category one, long failed) {
        return new Category(one.id(), one.risk(), one.producers(), one.tested(), failed, one.least());
    }

    @Test
    void weights_by_hand_are_followed() {
        // Smoothed 1/50 and 5/50: √(0.02 · 0.98) = 0.14 and √(0.1 · 0.9) = 0.3, so 14 : 30 of 44.
        List<Line> lines = SamplingPlan.of(
                List.of(new Category("bread", 1, 10, 10, 0, 0), new Category("milk", 1, 10, 10, 4, 0)), PRIOR, 44);
        assertThat(lines).extracting(Line::samples).containsExactly(14L, 30L);
        assertThat(lines.getFirst().rate()).isEqualTo(new BigDecimal("0.020000"));
        assertThat(lines.getFirst().byWeight()).isEqualTo(new BigDecimal("14.000000"));
        assertThat(lines.getLast().share()).isEqualTo(new BigDecimal("0.681818"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_sum_is_the_budget_and_nobody_gets_less_than_the_least(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<Category> categories = random(random);
            long budget = categories.stream().mapToLong(Category::least).sum() + random.nextInt(500);
            List<Long> samples = samples(categories, budget);
            assertThat(sum(samples)).isEqualTo(budget);
            for (int at = 0; at < categories.size(); at++) {
                assertThat(samples.get(at))
                        .isGreaterThanOrEqualTo(categories.get(at).least());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void a_worse_record_never_gets_fewer_samples_everything_else_equal(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<Category> categories = random(random);
            long budget = categories.stream().mapToLong(Category::least).sum() + random.nextInt(500);
            int which = random.nextInt(categories.size());
            Category one = categories.get(which);
            long failed = one.failed() + random.nextInt((int) (one.tested() - one.failed()) + 1);
            List<Category> then = new ArrayList<>(categories);
            then.set(which, worse(one, failed));
            assertThat(samples(then, budget).get(which))
                    .as("%s with %d failed in %s of %d", one, failed, categories, budget)
                    .isGreaterThanOrEqualTo(samples(categories, budget).get(which));

            // The same within one plan: beside its twin with the worse record.
            List<Category> twins = new ArrayList<>(categories);
            twins.add(new Category("twin", one.risk(), one.producers(), one.tested(), failed, one.least()));
            List<Long> both = samples(twins, budget + one.least());
            if (failed > one.failed()) {
                assertThat(both.getLast()).isGreaterThanOrEqualTo(both.get(which));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void a_larger_budget_takes_no_sample_away(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            List<Category> categories = random(random);
            long budget = categories.stream().mapToLong(Category::least).sum() + random.nextInt(300);
            List<Long> before = samples(categories, budget);
            List<Long> after = samples(categories, budget + 1 + random.nextInt(20));
            for (int at = 0; at < before.size(); at++) {
                assertThat(after.get(at)).isGreaterThanOrEqualTo(before.get(at));
            }
        }
    }

    @Test
    void what_cannot_be_divided_is_refused_with_what_to_do() {
        Category bread = new Category("bread", 1, 10, 10, 0, 30);
        assertThatThrownBy(() -> SamplingPlan.of(List.of(bread), PRIOR, 20))
                .hasMessageContaining("less than the 30")
                .hasMessageContaining("Maybe raise the budget");
        assertThatThrownBy(() -> SamplingPlan.of(List.of(bread, bread), PRIOR, 80))
                .hasMessageContaining("(bread) stands twice");
        assertThatThrownBy(() -> new Category("bread", 1, 10, 10, 11, 0)).hasMessageContaining("tested 10, failed 11");
        assertThatThrownBy(() -> new Prior(0, 40)).hasMessageContaining("Maybe write failed: 1");
    }
}
