package dev.assay.batch.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of every score, on seeded made-up names. */
class ScorePropertiesTest {

    private static final int NAMES = 500;
    private static final List<String> PLACES = List.of("", "南通市", "江苏省如皋市", "福州", "崇川区");
    private static final List<String> WORDS = List.of("食品", "餐饮管理", "商贸", "超市", "粮油", "茶叶");
    private static final List<String> FORMS = List.of("有限公司", "有限责任公司", "股份有限公司", "店", "供销合作社");
    private static final List<String> BRANCHES = List.of("", "", "人民路店", "第二门市部", "海门分公司");
    private static final String CHARACTERS = "鼎丰园瑞康泰和顺兴盛福源华荣祥嘉裕德信义仁恒";

    private static String name(Random random) {
        StringBuilder trade = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            trade.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return any(PLACES, random) + trade + any(WORDS, random) + any(FORMS, random) + any(BRANCHES, random);
    }

    private static String any(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    @Test
    void aNameIsWhollyLikeItself() {
        Random random = new Random(1);
        for (int i = 0; i < NAMES; i++) {
            String name = name(random);
            MatchScore score = Sample.score(name, name);
            assertThat(score.value()).as(name).isEqualTo(1);
            assertThat(score.limits()).as(name).isEmpty();
        }
    }

    @Test
    void everyScoreIsTheWeightedMeanOfItsPartsUnderItsLimits() {
        Random random = new Random(2);
        for (int i = 0; i < NAMES; i++) {
            String one = name(random);
            String other = name(random);
            MatchScore score = Sample.score(one, other);
            double weights = 0;
            double sum = 0;
            for (MatchScore.Part part : score.parts()) {
                assertThat(part.likeness()).as(one + " ~ " + other).isBetween(0.0, 1.0);
                weights += part.weight();
                sum += part.weight() * part.likeness();
            }
            double most = score.limits().stream()
                    .mapToDouble(MatchScore.Limit::most)
                    .min()
                    .orElse(1);
            assertThat(score.value()).isCloseTo(Math.max(score.floor(), Math.min(sum / weights, most)), within(1e-12));
            assertThat(score.floor()).isLessThan(Sample.COMPARISON.rules().match());
        }
    }

    @Test
    void anotherCharacterInTheTradeNameNeverRaisesTheScore() {
        Random random = new Random(3);
        for (int i = 0; i < NAMES; i++) {
            String name = "南通市" + name(new Random(i)).replaceFirst("^(南通市|江苏省如皋市|福州|崇川区)", "");
            double before = 1;
            StringBuilder disturbed = new StringBuilder(name);
            for (int at = 3; at < 5; at++) {
                disturbed.setCharAt(at, "黑白青".charAt(random.nextInt(3)));
                double after = Sample.score(disturbed.toString(), name).value();
                assertThat(after).as(disturbed + " ~ " + name).isLessThanOrEqualTo(before);
                before = after;
            }
            assertThat(before).isLessThan(Sample.COMPARISON.rules().match());
        }
    }

    @Test
    void exchangingTwoNamesWithoutAnythingLeftOutDoesNotChangeTheScore() {
        Random random = new Random(4);
        for (int i = 0; i < NAMES; i++) {
            String one = "鼎" + CHARACTERS.charAt(random.nextInt(CHARACTERS.length())) + "食品有限公司";
            String other = "鼎" + CHARACTERS.charAt(random.nextInt(CHARACTERS.length())) + "食品有限公司";
            assertThat(Sample.score(one, other).value())
                    .as(one + " ~ " + other)
                    .isEqualTo(Sample.score(other, one).value());
        }
    }

    @Test
    void writingTheSameNameInAnotherWidthOrScriptDoesNotChangeAnyScore() {
        Random random = new Random(5);
        for (int i = 0; i < NAMES; i++) {
            String one = name(random);
            String other = name(random);
            assertThat(Sample.score(one.replace("丰", "豐").replace("华", "華") + " ", other)
                            .value())
                    .as(one + " ~ " + other)
                    .isEqualTo(Sample.score(one, other).value());
        }
    }
}
