package dev.assay.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.entry.EntryFault.Reason;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryReaderTest {

    private static final Map<String, Set<String>> WORDS = Map.of("items.result", Set.of("pass", "fail"));

    private static List<String> faults(EntryReading reading) {
        return reading.faults().stream()
                .map(fault -> fault.field() + " " + fault.reason())
                .toList();
    }

    @Test
    void each_field_becomes_what_its_type_says_and_what_is_empty_is_left_out() {
        EntryReading penalty = EntryReader.read(
                FactKinds.PENALTY,
                Map.of(
                        "document_no", " 7号 ",
                        "fine", "５２０００.50",
                        "confiscated", new BigDecimal("3.10"),
                        "kinds", "罚款\n\n 责令停产停业\n",
                        "publish_until", "2029-11-22",
                        "remark", " "),
                Map.of());

        assertThat(penalty.faults()).isEmpty();
        assertThat(penalty.values())
                .isEqualTo(Values.of(Map.of(
                        "document_no",
                        "7号",
                        "fine",
                        new BigDecimal("52000.50"),
                        "confiscated",
                        new BigDecimal("3.10"),
                        "kinds",
                        List.of("罚款", "责令停产停业"),
                        "publish_until",
                        "2029-11-22")));
    }

    @Test
    void items_are_rows_of_which_empty_ones_are_left_out() {
        EntryReading inspection = EntryReader.read(
                FactKinds.INSPECTION,
                Map.of(
                        "items",
                        List.of(
                                Map.of("item", "1.1", "result", "pass", "key", "是", "points", 2),
                                Map.of("item", "", "result", " "),
                                Map.of("item", "1.2", "result", "fail", "key", false))),
                WORDS);

        assertThat(inspection.faults()).isEmpty();
        assertThat(inspection.values().getItems("items"))
                .containsExactly(
                        Values.of(Map.of("item", "1.1", "result", "pass", "key", true, "points", new BigDecimal("2"))),
                        Values.of(Map.of("item", "1.2", "result", "fail", "key", false)));
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "fine,          1e3,        fields.fine BAD_DECIMAL",
        "fine,          '1,250.50', fields.fine BAD_DECIMAL",
        "fine,          .5,         fields.fine BAD_DECIMAL",
        "publish_until, 2026-02-30, fields.publish_until BAD_DAY",
        "publish_until, 0026-02-20, fields.publish_until BAD_DAY",
        "publish_until, 22.11.2026, fields.publish_until BAD_DAY",
        "party_number,  320601,     fields.party_number PERSON_NUMBER",
        "fines,         3,          fields.fines UNKNOWN_FIELD"
    })
    void what_cannot_be_read_is_a_fault_at_its_field(String field, String written, String fault) {
        assertThat(faults(EntryReader.read(FactKinds.PENALTY, Map.of("document_no", "7", field, written), Map.of())))
                .containsExactly(fault);
    }

    @Test
    void every_fault_is_told_at_once_that_of_an_item_with_its_row() {
        EntryReading reading = EntryReader.read(
                FactKinds.INSPECTION,
                Map.of(
                        "score",
                        "much",
                        "items",
                        List.of(Map.of("item", "1.1", "result", "符合", "key", "maybe"), Map.of("points", "x"))),
                WORDS);

        assertThat(faults(reading))
                .containsExactlyInAnyOrder(
                        "fields.score BAD_DECIMAL",
                        "fields.items[0].result UNKNOWN_WORD",
                        "fields.items[0].key BAD_FLAG",
                        "fields.items[1].item MISSING",
                        "fields.items[1].result MISSING",
                        "fields.items[1].points BAD_DECIMAL");
    }

    @Test
    void a_fact_that_tells_nothing_or_lacks_what_it_is_found_by_is_refused() {
        assertThat(faults(EntryReader.read(FactKinds.INSPECTION, Map.of(), WORDS)))
                .containsExactly("fields EMPTY");
        assertThat(faults(EntryReader.read(FactKinds.PENALTY, Map.of("fine", "5"), WORDS)))
                .containsExactly("fields.document_no MISSING");
        assertThat(faults(EntryReader.read(FactKinds.SAMPLING_STEP, Map.of("step", "served"), WORDS)))
                .containsExactly("fields.sample_no MISSING");
        assertThat(faults(EntryReader.read(FactKinds.SAMPLING_STEP, Map.of("step", "served", "product", "油"), WORDS)))
                .isEmpty();
    }

    @Test
    void a_list_where_a_text_belongs_is_a_fault() {
        assertThat(faults(EntryReader.read(
                        FactKinds.PENALTY, Map.of("document_no", List.of("7"), "kinds", Map.of()), Map.of())))
                .containsExactly("fields.document_no BAD_FORM", "fields.kinds BAD_FORM");
        assertThat(EntryReader.day("2026-11-22")).isPresent();
        assertThat(Reason.FUTURE.in("en")).isNotBlank();
    }
}
