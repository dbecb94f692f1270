package dev.assay.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.FieldType;
import dev.assay.core.fact.Vocabulary;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredKindsTest {

    private static final String PLEDGE = """
            kind: pledge
            title: {zh: 公开承诺, en: Public pledge}
            fields:
              number: {type: text, title: {zh: 编号, en: Number}}
              deposit: {type: decimal, unit: yuan, title: {zh: 保证金, en: Deposit}}
              made: {type: items, title: {zh: 承诺事项, en: Promises}, items: {
                promise: {type: text, title: {zh: 事项, en: Promise}},
                kept: {type: flag, title: {zh: 是否履行, en: Kept}}}}
            """;

    private static Vocabulary parse(String... texts) {
        return DeclaredKinds.parse(Arrays.stream(texts)
                .map(text -> new ConfigFile("kinds/pledge.yaml", text))
                .toList());
    }

    private static List<Fault> faults(String... texts) {
        try {
            parse(texts);
            return List.of();
        } catch (FaultyConfigException refused) {
            return refused.faults();
        }
    }

    @Test
    void aDeclaredKindStandsBehindTheBuiltInOnes() {
        Vocabulary vocabulary = parse(PLEDGE);
        FactKind pledge = vocabulary.findByName("pledge").orElseThrow();
        assertThat(vocabulary.kinds()).containsAll(FactKinds.ALL).endsWith(pledge);
        assertThat(pledge.fields()).extracting(Field::name).containsExactly("number", "deposit", "made");
        assertThat(pledge.findField("deposit").orElseThrow().unit()).isEqualTo("yuan");
        assertThat(pledge.findField("made").orElseThrow().items())
                .extracting(Field::type)
                .containsExactly(FieldType.TEXT, FieldType.FLAG);
    }

    @Test
    void allFaultsOfAllFilesAreToldAtOnce() {
        List<Fault> found = faults(
                PLEDGE.replace("kind: pledge", "kind: penalty").replace("type: decimal", "type: decimel"),
                PLEDGE.replace("number:", "Number:")
                        .replace("type: text, title: {zh: 编号, en", "type: text, unit: m, title: {zh: 编号, em"));
        assertThat(found)
                .extracting(Fault::path)
                .containsExactlyInAnyOrder(
                        "kind",
                        "fields.deposit.type",
                        "fields.deposit.unit",
                        "fields.Number",
                        "fields.Number.unit",
                        "fields.Number.title.en",
                        "fields.Number.title.em");
        assertThat(found)
                .filteredOn(f -> f.path().equals("fields.deposit.type"))
                .extracting(Fault::remedy)
                .containsExactly("Did you mean (decimal)?");
    }

    @Test
    void noKindIsDeclaredTwice() {
        assertThat(faults(PLEDGE, PLEDGE))
                .extracting(Fault::message)
                .containsExactly("The kind (pledge) is declared by kinds/pledge.yaml already.");
    }

    @Test
    void itemsHoldNoItems() {
        String nested = PLEDGE.replace("promise: {type: text", "promise: {type: items");
        assertThat(faults(nested)).extracting(Fault::path).contains("fields.made.items.promise.type");
    }

    @Test
    void theFieldsOfEveryPackagedKindHaveOneTitleEach() {
        Vocabulary packaged = DeclaredKinds.load(ConfigFiles.packaged());
        for (FactKind kind : packaged.kinds()) {
            assertThat(kind.fields())
                    .as(kind.name())
                    .extracting(field -> field.title().zh())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aVocabularyWithTwoKindsOfOneNameIsRefused() {
        assertThatThrownBy(() -> Vocabulary.with(List.of(FactKinds.PENALTY)))
                .hasMessageContaining("The kind of fact (penalty) is declared twice.");
    }
}
