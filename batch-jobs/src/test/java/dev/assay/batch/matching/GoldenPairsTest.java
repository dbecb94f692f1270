package dev.assay.batch.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pairs of made-up names that are, or are not, the same business, with the reason in the test's name. */
class GoldenPairsTest {

    private static final double MATCH = Sample.COMPARISON.rules().match();

    private static void matches(String asked, String registered) {
        MatchScore score = Sample.score(asked, registered);
        assertThat(score.value()).as(() -> score.explain().toString()).isGreaterThanOrEqualTo(MATCH);
    }

    private static void doesNotMatch(String asked, String registered) {
        MatchScore score = Sample.score(asked, registered);
        assertThat(score.value()).as(() -> score.explain().toString()).isLessThan(MATCH);
    }

    @ParameterizedTest
    @CsvSource({
        "南通江海渔家餐饮有限公司（崇川店）, 南通江海渔家餐饮有限公司(崇川店)",
        "南通 江海渔家　餐饮有限公司, 南通江海渔家餐饮有限公司",
        "南通江海渔家餐饮有限公司崇川店, 南通江海渔家餐饮有限公司(崇川店)",
        "ＡＢ２３食品有限公司, ab23食品有限公司",
        "江海渔家（南通）餐饮有限公司, 江海渔家(南通)餐饮有限公司"
    })
    void widthBracketsAndBlanksMakeNoOtherName(String asked, String registered) {
        assertThat(Sample.score(asked, registered).value()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"南通市江海漁家餐飲有限公司, 南通市江海渔家餐饮有限公司", "福州市鼎豐園食品有限責任公司, 福州市鼎丰园食品有限责任公司"})
    void traditionalCharactersAreTheSameCharacters(String asked, String registered) {
        assertThat(Sample.score(asked, registered).value()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"江海渔家餐饮有限公司, 南通市江海渔家餐饮有限公司", "南通江海渔家餐饮有限公司, 南通市江海渔家餐饮有限公司", "崇川区江海渔家餐饮有限公司, 南通市崇川区江海渔家餐饮有限公司"})
    void aDivisionInFrontMayBeMissingOrShort(String asked, String registered) {
        matches(asked, registered);
    }

    @ParameterizedTest
    @CsvSource({"南通江海渔家餐饮有限责任公司, 南通江海渔家餐饮有限公司", "南通江海渔家餐饮, 南通江海渔家餐饮有限公司", "江海渔家面馆（个体工商户）, 江海渔家面馆"})
    void theLegalFormMayBeMissingOrAnother(String asked, String registered) {
        matches(asked, registered);
    }

    @ParameterizedTest
    @CsvSource({"南通江海渔家有限公司, 南通江海渔家餐饮有限公司", "南通江海渔家餐饮有限公司, 南通江海渔家餐饮管理有限公司"})
    void wordsOfTradeMayBeLeftOut(String asked, String registered) {
        matches(asked, registered);
    }

    @ParameterizedTest
    @CsvSource({
        "南通江海鱼家餐饮有限公司, 南通江海渔家餐饮有限公司",
        "南通江渔海家餐饮有限公司, 南通江海渔家餐饮有限公司",
        "南通江海渔渔家餐饮有限公司, 南通江海渔家餐饮有限公司",
        "南通江海渔家餐因有限公司, 南通江海渔家餐饮有限公司"
    })
    void aSlipOfThePenInALongNameIsForgiven(String asked, String registered) {
        matches(asked, registered);
    }

    @ParameterizedTest
    @CsvSource({"南通鼎丰食品有限公司, 南通鼎泰食品有限公司", "南通鼎丰园食品有限公司, 南通鼎丰居食品有限公司", "南通鼎食品有限公司, 南通鼎泰食品有限公司", "张记面馆, 李记面馆"})
    void anotherTradeNameWithTheSameRestIsAnotherBusiness(String asked, String registered) {
        doesNotMatch(asked, registered);
        String address = "江苏省南通市崇川区人民中路8号";
        MatchScore beside = Sample.COMPARISON.score(
                Asked.of(asked, "320612", address), Sample.business(1, registered, "320612", address));
        assertThat(beside.value())
                .as("at the same address: %s", beside.explain())
                .isLessThan(MATCH);
    }

    @ParameterizedTest
    @CsvSource({"泰州鼎丰食品有限公司, 南通鼎丰食品有限公司", "如皋市鼎丰食品有限公司, 启东市鼎丰食品有限公司"})
    void theSameTradeNameElsewhereIsAnotherBusiness(String asked, String registered) {
        doesNotMatch(asked, registered);
    }

    @ParameterizedTest
    @CsvSource({"通州区练习镇瑞丰里海鲜馆, 通州区模拟镇瑞丰里海鲜馆", "通州区瑞丰里海鲜馆, 通州区练习镇瑞丰里海鲜馆", "启东市假想街道瑞丰里便利店, 启东市虚构乡瑞丰里便利店"})
    void theSameTradeNameInAnotherTownIsForAPerson(String asked, String registered) {
        doesNotMatch(asked, registered);
        assertThat(Sample.score(asked, registered).value())
                .isGreaterThanOrEqualTo(Sample.COMPARISON.rules().review());
    }

    @ParameterizedTest
    @CsvSource({
        "瑞丰里海鲜馆, 通州区练习镇瑞丰里海鲜馆（和平街店）, true",
        "瑞丰里海鲜馆, 练习岛瑞丰里海鲜馆, true",
        "瑞丰里, 南通市瑞丰里餐饮管理有限公司第三分公司, true",
        // Another trade name that only begins alike, another trade, another division, or nothing that tells who it is.
        "瑞丰里, 南通瑞丰里人家海鲜馆（和平街店）, false",
        "丰里海鲜馆, 通州区瑞丰里海鲜馆（和平街店）, false",
        "瑞丰里面馆, 通州区练习镇瑞丰里海鲜馆（和平街店）, false",
        "如皋市瑞丰里海鲜馆, 通州区练习镇瑞丰里海鲜馆（和平街店）, false",
        "海鲜馆, 通州区练习镇瑞丰里海鲜馆（和平街店）, false"
    })
    void aTradeNameAloneIsForAPersonAndTheScoreSaysWhy(String asked, String registered, boolean saysLess) {
        MatchScore score = Sample.score(asked, registered);
        assertThat(score.floor() > 0).as(score.explain().toString()).isEqualTo(saysLess);
        if (saysLess) {
            assertThat(score.value())
                    .isGreaterThanOrEqualTo(Sample.COMPARISON.rules().review());
            assertThat(score.explain()).contains("at least 0.60: SAYS_LESS");
        }
        doesNotMatch(asked, registered);
    }

    @ParameterizedTest
    @CsvSource({
        "南通鼎丰食品有限公司人民路店, 南通鼎丰食品有限公司",
        "南通鼎丰食品有限公司, 南通鼎丰食品有限公司人民路店",
        "南通鼎丰食品有限公司人民路店, 南通鼎丰食品有限公司工农路店",
        "南通鼎丰食品有限公司如皋分公司, 南通鼎丰食品有限公司海门分公司",
        "南通鼎丰食品有限公司第一门市部, 南通鼎丰食品有限公司第二门市部",
        "南通鼎丰食品有限公司如皋第三加油站, 南通鼎丰食品有限公司如皋第四加油站",
        "鼎丰便利店（人民路店）, 鼎丰便利店（工农路店）"
    })
    void branchesOfAChainAreTold(String asked, String registered) {
        doesNotMatch(asked, registered);
    }

    @ParameterizedTest
    @CsvSource({"南通鼎丰食品有限公司, 南通鼎丰机械有限公司", "鼎丰大药房, 鼎丰火锅店"})
    void anotherTradeIsAnotherBusiness(String asked, String registered) {
        doesNotMatch(asked, registered);
    }

    @ParameterizedTest
    @CsvSource({"南通市食品公司, 如皋市食品公司", "食品公司, 南通市食品公司", "南通市糖酒公司, 南通市食品公司"})
    void aNameWithoutATradeNameNeedsItsDivisionAndItsTrade(String asked, String registered) {
        doesNotMatch(asked, registered);
    }

    @ParameterizedTest
    @CsvSource({
        "Harbour Lights Cafe Ltd, The Harbour Lights Café",
        "Harbor Lights Cafe, Harbour Lights Cafe",
        "Joes Fish & Chips, Joe's Fish and Chip Shop"
    })
    void englishNamesMatchInSpiteOfLegalFormsSpellingAndSmallWords(String asked, String registered) {
        matches(asked, registered);
    }

    @ParameterizedTest
    @CsvSource({"Harbour Lights Cafe, Harbour View Cafe", "Joe's Pizza, Moe's Pizza", "Red Lion, Red Dragon"})
    void anotherEnglishNameWithTheSameTradeDoesNotMatch(String asked, String registered) {
        doesNotMatch(asked, registered);
    }
}
