package dev.assay.model.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.core.work.Checklist;
import dev.assay.core.work.ChecklistItem;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.FaultyConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Checklists as files: what parser and schema take, and what they say of faults. */
class ChecklistFileTest {

    private static final String TEXT = """
            id: test
            version: "1"
            title: {zh: 表, en: Table}
            sectors: [catering]
            basis: {table: {citation: a table, valid_from: 2022-01-01}}
            table: {basis: table}
            least: {key: 1, items: 1}
            most_general: 8
            publish: {working_days: 20, basis: table}
            parts:
              - title: {zh: 一, en: One}
                items:
                  - {id: "1", key: true, points: 2, text: {zh: 甲, en: First}}
                  - {id: "2", points: 1, text: {zh: 乙, en: Second}}
            """;

    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream in = Objects.requireNonNull(
                ChecklistFileTest.class.getResourceAsStream("/assay-config/schema/checklist.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Error> errors(String text) {
        return SCHEMA.validate(text, InputFormat.YAML);
    }

    private static Checklist parse(String text) {
        return ChecklistFile.parse(new ConfigFile("checklists/test.yaml", text));
    }

    static Stream<ConfigFile> packaged() {
        return ConfigFiles.packaged().list("checklists").stream();
    }

    @ParameterizedTest
    @MethodSource("packaged")
    void every_packaged_checklist_keeps_to_the_schema_and_its_publication_is_20_working_days(ConfigFile file) {
        assertThat(errors(file.content())).isEmpty();
        Checklist checklist = ChecklistFile.parse(file);
        assertThat(checklist.items().stream().filter(ChecklistItem::key).count())
                .isGreaterThanOrEqualTo(checklist.least().key());
        assertThat(checklist.publication().length()).isEqualTo(20);
        assertThat(checklist.publication().basis().citation()).contains("第49号").contains("第三十九条");
    }

    @Test
    void the_catering_table_has_7_key_and_23_general_items_as_published() {
        Checklist catering =
                ChecklistFile.find(ConfigFiles.packaged(), "canteen").orElseThrow();
        assertThat(catering.items()).hasSize(30);
        assertThat(catering.items().stream().filter(ChecklistItem::key)).hasSize(7);
    }

    @Test
    void no_sector_has_two_checklists_and_one_without_any_is_empty() {
        assertThat(packaged()
                        .flatMap(file -> ChecklistFile.parse(file).sectors().stream())
                        .toList())
                .doesNotHaveDuplicates();
        assertThat(ChecklistFile.find(ConfigFiles.packaged(), "other")).isEmpty();
    }

    @Test
    void the_checklist_of_this_test_is_taken() {
        assertThat(errors(TEXT)).isEmpty();
        assertThat(parse(TEXT).items()).extracting(ChecklistItem::points).containsExactly(2, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: test | id: other | The id (other) is not the file's name (test).",
                "[catering] | [catring] | The sector (catring) is not known.",
                "id: \"2\" | id: \"1\" | The item (1) stands twice.",
                "points: 2 | points: 0 | The number (0) is no whole one from 1 to 1000.",
                "items: 1} | items: 9} | A visit must look at 9 items, of which there are 2.",
                "{basis: table} | {basis: tabel} | The basis (tabel) is not among the file's own.",
                "most_general: 8 | most_general: 8.5 | The number (8.5) is no whole one",
                "version: | verson: | verson"
            })
    void a_fault_is_told_with_its_value(String right, String wrong, String message) {
        assertThatThrownBy(() -> parse(TEXT.replace(right, wrong)))
                .isInstanceOf(FaultyConfigException.class)
                .hasMessageContaining(message);
    }
}
