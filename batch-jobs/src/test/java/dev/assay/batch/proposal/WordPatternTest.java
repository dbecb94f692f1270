package dev.assay.batch.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.FaultyConfigException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPatternTest {

    private static final Map<String, List<String>> PARTS = Map.of("who", List.of("者", "单位"));

    @Test
    void aPatternIsAllThatItsPartsGive() {
        assertThat(WordPattern.words("<经营|销售><who>名", PARTS)).containsExactly("经营者名", "经营单位名", "销售者名", "销售单位名");
    }

    @Test
    void anAlternativeMayBeEmpty() {
        assertThat(WordPattern.words("名<称|>", PARTS)).containsExactly("名称", "名");
    }

    @Test
    void aWordThatIsWrittenOutGoesBeforeOneThatIsPutTogether() {
        HeaderVocabulary vocabulary = HeaderVocabularyParser.parse(file("<经营|销售><who>", "销售者"));
        assertThat(vocabulary.words().read("经营者").ideas()).containsExactly("trader");
        assertThat(vocabulary.words().read("销售者").ideas()).containsExactly("other");
    }

    @Test
    void aPartThatIsNowhereIsAFaultWithItsLine() {
        assertThatThrownBy(() -> HeaderVocabularyParser.parse(file("<whom>", "销售者")))
                .isInstanceOfSatisfying(
                        FaultyConfigException.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(fault -> fault.line() + " " + fault.path())
                                .containsExactly("9 words.trader"));
    }

    private static ConfigFile file(String pattern, String word) {
        return new ConfigFile("headers/mine.yaml", """
                headers: mine
                title: {zh: 表头, en: Headers}
                kind: sampling-result
                fields: {food: {zh: 食品, en: Food}}
                least_confidence: 0.5
                parts:
                  who: [者, 单位]
                words:
                  trader: ['%s']
                  other: [%s]
                rules:
                  - {field: food, all: [trader], confidence: 0.9}
                """.formatted(pattern, word));
    }
}
