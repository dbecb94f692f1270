package dev.assay.core.work;

import dev.assay.core.grading.Basis;
import dev.assay.core.text.Bilingual;
import dev.assay.core.time.LegalTerm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checklist of a trade.
 *
 * @param id its id
 * @param version its version; results name it
 * @param title its name
 * @param sectors codes of the sectors whose visits go by it
 * @param basis the text that it rests on
 * @param least how much a visit must look at
 * @param mostGeneral general items that may fail while the whole still largely conforms, where no key item fails
 * @param publication within which term a result is made public
 * @param parts its parts, in order
 */
public record Checklist(
        String id,
        String version,
        Bilingual title,
        Set<String> sectors,
        Basis basis,
        Least least,
        int mostGeneral,
        LegalTerm publication,
        List<Part> parts) {

    /**
     * How much a visit must look at.
     *
     * @param key key items, at least
     * @param items items in all, at least
     */
    public record Least(int key, int items) {}

    /**
     * A part.
     *
     * @param title its name
     * @param items its items, in order
     */
    public record Part(Bilingual title, List<ChecklistItem> items) {

        /** Copies the list. */
        public Part {
            items = List.copyOf(items);
        }
    }

    /** What the whole says. */
    public enum Verdict {
        /** No item failed 符合. */
        CONFORMS,
        /** No key item failed, and few others 基本符合. */
        LARGELY,
        /** A key item failed, or many others 不符合. */
        FAILS
    }

    /**
     * The counts of a visit, and what they say.
     *
     * @param key key items that count
     * @param checked items that count
     * @param keyFailed key items that failed
     * @param generalFailed other items that failed
     * @param gaps reasonable gaps
     * @param notApplicable items that do not concern the business
     * @param open items of which nothing was said
     * @param verdict what they say
     */
    public record Count(
            int key,
            int checked,
            int keyFailed,
            int generalFailed,
            int gaps,
            int notApplicable,
            int open,
            Verdict verdict) {

        /**
         * Whether all items were gone through.
         *
         * @return true if nothing is open: the inspection is one over all items
         */
        public boolean isFull() {
            return open == 0;
        }
    }

    /** Copies the collections. */
    public Checklist {
        sectors = Set.copyOf(sectors);
        parts = List.copyOf(parts);
    }

    /**
     * The items of all parts.
     *
     * @return them, in order
     */
    public List<ChecklistItem> items() {
        return parts.stream().flatMap(part -> part.items().stream()).toList();
    }

    /**
     * What is wrong with findings before they can be a result.
     *
     * @param findings what was found, item by item
     * @param way the way of the visit; an unannounced one looks at what it came for, and need not look at more
     * @return a sentence each, with what to do; empty if nothing is wrong
     */
    public List<String> faults(List<Finding> findings, VisitWay way) {
        List<String> faults = new ArrayList<>();
        Map<String, ChecklistItem> known = new HashMap<>();
        items().forEach(item -> known.put(item.id(), item));
        Map<String, Finding> told = new HashMap<>();
        for (Finding finding : findings) {
            if (!known.containsKey(finding.item())) {
                faults.add("The checklist (%s) has no item (%s).%nMaybe load the page again: the checklist has changed."
                        .formatted(id, finding.item()));
            } else if (told.put(finding.item(), finding) != null) {
                faults.add("The item (%s) is told twice.%nMaybe leave one out.".formatted(finding.item()));
            }
            if (finding.note().isEmpty() && (finding.mark() == Mark.FAILS || finding.mark() == Mark.GAP)) {
                faults.add("The item (%s) %s without a word on it.%nMaybe write what was found."
                        .formatted(finding.item(), finding.mark() == Mark.FAILS ? "fails" : "is a reasonable gap"));
            }
            if (finding.note().length() > Finding.LONGEST_NOTE) {
                faults.add("The note on the item (%s) has more than %d characters.%nMaybe add a paper."
                        .formatted(finding.item(), Finding.LONGEST_NOTE));
            }
        }
        Count count = count(findings);
        if (count.checked() == 0) {
            faults.add("No item was looked at.%nMaybe say that the visit could not be made.".formatted());
        } else if (way != VisitWay.UNANNOUNCED
                && !count.isFull()
                && (count.key() < least.key() || count.checked() < least.items())) {
            faults.add(
                    "%d key items and %d items in all were looked at, fewer than %d and %d (%s).%nMaybe go on with the list."
                            .formatted(count.key(), count.checked(), least.key(), least.items(), basis.citation()));
        }
        return faults;
    }

    /**
     * Counts what was found. What is not on the list is not counted.
     *
     * @param findings what was found, item by item
     * @return the counts
     */
    public Count count(List<Finding> findings) {
        Map<String, Mark> marks = new HashMap<>();
        findings.forEach(finding -> marks.put(finding.item(), finding.mark()));
        int key = 0;
        int checked = 0;
        int keyFailed = 0;
        int generalFailed = 0;
        int gaps = 0;
        int notApplicable = 0;
        int open = 0;
        for (ChecklistItem item : items()) {
            @Nullable Mark mark = marks.get(item.id());
            boolean counts = mark != null && mark.counts();
            checked += one(counts);
            key += one(counts && item.key());
            keyFailed += one(mark == Mark.FAILS && item.key());
            generalFailed += one(mark == Mark.FAILS && !item.key());
            gaps += one(mark == Mark.GAP);
            notApplicable += one(mark == Mark.NOT_APPLICABLE);
            open += one(mark == null);
        }
        return new Count(
                key, checked, keyFailed, generalFailed, gaps, notApplicable, open, verdict(keyFailed, generalFailed));
    }

    private static int one(boolean is) {
        return is ? 1 : 0;
    }

    private Verdict verdict(int keyFailed, int generalFailed) {
        if (keyFailed > 0 || generalFailed > mostGeneral) {
            return Verdict.FAILS;
        }
        return generalFailed > 0 ? Verdict.LARGELY : Verdict.CONFORMS;
    }
}
