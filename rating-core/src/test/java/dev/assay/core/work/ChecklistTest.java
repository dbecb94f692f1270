package dev.assay.core.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fact.Values;
import dev.assay.core.grading.Basis;
import dev.assay.core.text.Bilingual;
import dev.assay.core.time.LegalTerm;
import dev.assay.core.work.Checklist.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What marks come to, and which fact they become. Items 1 to 4 are key and weigh 2; 5 to 14 weigh 1. */
class ChecklistTest {

    private static final int KEY = 4;
    private static final int ALL = 14;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Basis BASIS = new Basis("a table", false, "", DAY, null);
    private static final Checklist LIST = new Checklist(
            "test",
            "1",
            Bilingual.of("表", "table"),
            Set.of("catering"),
            BASIS,
            new Checklist.Least(3, 10),
            8,
            new LegalTerm(20, LegalTerm.Unit.WORKING_DAYS, BASIS),
            List.of(new Checklist.Part(
                    Bilingual.of("部分", "part"),
                    IntStream.rangeClosed(1, ALL)
                            .mapToObj(number -> new ChecklistItem(
                                    Integer.toString(number),
                                    number <= KEY,
                                    number <= KEY ? 2 : 1,
                                    Bilingual.of("项" + number, "item " + number),
                                    ""))
                            .toList())));

    /** A letter each: c conforms, f fails, g gap, n not applicable, - open. */
    private static List<Finding> findings(String marks) {
        List<Finding> findings = new ArrayList<>();
        for (int at = 0; at < marks.length(); at++) {
            String item = Integer.toString(at + 1);
            switch (marks.charAt(at)) {
                case 'c' -> findings.add(new Finding(item, Mark.CONFORMS, ""));
                case 'f' -> findings.add(new Finding(item, Mark.FAILS, "dirty"));
                case 'g' -> findings.add(new Finding(item, Mark.GAP, "no such room"));
                case 'n' -> findings.add(new Finding(item, Mark.NOT_APPLICABLE, ""));
                default -> {}
            }
        }
        return findings;
    }

    @ParameterizedTest
    @CsvSource({
        // nothing failed
        "cccccccccccccc, 0, 0, CONFORMS",
        // a gap and what does not apply are no failures
        "gcccgnncccnccc, 0, 0, CONFORMS",
        // one general item; eight of them; nine of them
        "ccccfccccccccc, 0, 1, LARGELY",
        "ccccffffffffcc, 0, 8, LARGELY",
        "ccccfffffffffc, 0, 9, FAILS",
        // one key item is enough
        "cccfcccccccccc, 1, 0, FAILS",
        "ffffffffffffff, 4, 10, FAILS"
    })
    void a_key_item_decides_and_general_ones_add_up(String marks, int key, int general, Verdict verdict) {
        Checklist.Count count = LIST.count(findings(marks));

        assertThat(count.keyFailed()).isEqualTo(key);
        assertThat(count.generalFailed()).isEqualTo(general);
        assertThat(count.verdict()).isEqualTo(verdict);
        assertThat(count.checked() + count.gaps() + count.notApplicable() + count.open())
                .isEqualTo(ALL);
    }

    @ParameterizedTest
    @CsvSource({
        // all gone through, whatever is a gap
        "cgggnnnnnnnnnn, ROUTINE, 0",
        // 3 key and 10 in all are enough; 2 and 10, and 3 and 9, are not
        "ccc-ccccccc---, ROUTINE, 0",
        "cc--cccccccc--, ROUTINE, 1",
        "ccc-cccccc----, ROUTINE, 1",
        // an unannounced one looks at what it came for
        "f-------------, UNANNOUNCED, 0",
        "--------------, UNANNOUNCED, 1"
    })
    void a_visit_looks_at_enough_unless_it_came_for_something(String marks, VisitWay way, int faults) {
        assertThat(LIST.faults(findings(marks), way)).hasSize(faults);
    }

    @Test
    void what_fails_is_told_in_words_and_once_and_is_on_the_list() {
        List<Finding> findings = new ArrayList<>(findings("cccccccccccccc"));
        findings.add(new Finding("1", Mark.FAILS, " "));
        findings.add(new Finding("99", Mark.CONFORMS, ""));

        assertThat(LIST.faults(findings, VisitWay.ROUTINE))
                .anyMatch(fault -> fault.startsWith("The item (1) is told twice"))
                .anyMatch(fault -> fault.startsWith("The item (1) fails without a word"))
                .anyMatch(fault -> fault.startsWith("The checklist (test) has no item (99)"));
    }

    @Test
    void the_fact_says_item_by_item_what_models_read() {
        VisitReport report = new VisitReport(DAY, "test", "1", findings("cfgccccccccccn"), Consequence.ORDERED, "");
        Values fact = InspectionFacts.of("visit-7", "draw-3", VisitWay.ROUTINE, LIST, report);

        assertThat(fact.findText("inspection_kind")).contains("full");
        assertThat(fact.findText("number")).contains("visit-7");
        assertThat(fact.findText("plan")).contains("draw-3");
        assertThat(fact.findText("result")).contains("fails");
        assertThat(fact.getTexts("findings")).containsExactly("problem-pending");
        List<Values> items = fact.getItems("items");
        assertThat(items).hasSize(ALL);
        assertThat(items.get(1).findText("item")).contains("2 项2");
        assertThat(items.get(1).findText("result")).contains("fail");
        assertThat(items.get(1).findDecimal("points")).contains(BigDecimal.valueOf(2));
        assertThat(items.get(1).fields()).containsEntry("key", true);
        assertThat(items.get(2).findText("result")).contains("gap");
        assertThat(items.get(13).findText("result")).contains("not-applicable");
    }

    @ParameterizedTest
    @CsvSource({
        "cccccccccccccc, ROUTINE, full",
        "cccccccccccccc, SYSTEM, full",
        "ccccccccccccc-, ROUTINE, routine",
        // what came for something is no inspection over all items, even if it went through them
        "cccccccccccccc, UNANNOUNCED, unannounced"
    })
    void only_a_visit_over_all_items_counts_as_one(String marks, VisitWay way, String kind) {
        VisitReport report = new VisitReport(DAY, "test", "1", findings(marks), Consequence.NONE, "");

        assertThat(InspectionFacts.of("visit-1", "", way, LIST, report).findText("inspection_kind"))
                .contains(kind);
    }

    @Test
    void what_follows_fits_what_was_found() {
        Checklist.Count clean = LIST.count(findings("cccccccccccccc"));
        Checklist.Count failed = LIST.count(findings("cccfcccccccccc"));

        assertThat(report(Consequence.NONE).isConsistent(clean)).isTrue();
        assertThat(report(Consequence.NONE).isConsistent(failed)).isFalse();
        assertThat(report(Consequence.CORRECTED).isConsistent(clean)).isFalse();
        assertThat(report(Consequence.CORRECTED).isConsistent(failed)).isTrue();
    }

    private static VisitReport report(Consequence consequence) {
        return new VisitReport(DAY, "test", "1", List.of(), consequence, "");
    }

    @Test
    void an_end_is_an_end() {
        assertThat(WorkState.ASSIGNED.next()).contains(WorkState.UNDER_WAY, WorkState.DONE);
        assertThat(WorkState.UNDER_WAY.next()).doesNotContain(WorkState.ASSIGNED);
        assertThat(List.of(WorkState.DONE, WorkState.NOT_DONE, WorkState.WITHDRAWN))
                .noneMatch(WorkState::isOpen);
    }
}
