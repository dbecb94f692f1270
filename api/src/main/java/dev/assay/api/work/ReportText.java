package dev.assay.api.work;

import dev.assay.core.fact.Values;
import dev.assay.core.work.Consequence;
import dev.assay.core.work.Finding;
import dev.assay.core.work.Mark;
import dev.assay.core.work.VisitReport;
import dev.assay.store.fact.FactJson;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report as a device sends it and the store keeps it: JSON. */
public final class ReportText {

    private ReportText() {}

    /**
     * Writes a report.
     *
     * @param report the report
     * @return JSON
     */
    public static String write(VisitReport report) {
        return FactJson.write(Values.of(Map.of(
                "day",
                report.day().toString(),
                "checklist",
                report.checklist(),
                "version",
                report.version(),
                "consequence",
                report.consequence().name(),
                "remark",
                report.remark(),
                "findings",
                report.findings().stream()
                        .map(finding -> Values.of(Map.of(
                                "item", finding.item(), "mark", finding.mark().name(), "note", finding.note())))
                        .toList())));
    }

    /**
     * Reads a report.
     *
     * @param json JSON
     * @return it
     * @throws IllegalArgumentException with all that is wrong with its form
     */
    public static VisitReport read(String json) {
        Values sent;
        try {
            sent = FactJson.read(json);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "What was sent is no report: it is not whole JSON.%nMaybe load the page again; what was entered is kept."
                            .formatted(),
                    malformed);
        }
        List<String> faults = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Values told : sent.getItems("findings")) {
            String item = told.findText("item").orElse("?");
            Optional<Mark> mark = constant(Mark.values(), told.findText("mark").orElse(""));
            if (mark.isEmpty()) {
                faults.add("The item (%s) has no known mark.%nMaybe mark it again.".formatted(item));
            } else {
                findings.add(new Finding(item, mark.get(), told.findText("note").orElse("")));
            }
        }
        Optional<Consequence> consequence =
                constant(Consequence.values(), sent.findText("consequence").orElse(""));
        if (consequence.isEmpty()) {
            faults.add("It is not said what follows.%nMaybe choose one of the list.".formatted());
        }
        if (day(sent).isEmpty()) {
            faults.add("The day of the visit is missing, or is no day.%nMaybe write it as 2026-11-23.".formatted());
        }
        String remark = sent.findText("remark").orElse("");
        if (remark.strip().length() > VisitReport.LONGEST_REMARK) {
            faults.add("The remark has more than %d characters.%nMaybe add a paper."
                    .formatted(VisitReport.LONGEST_REMARK));
        }
        if (!faults.isEmpty()) {
            throw new FaultyReportException(faults);
        }
        return new VisitReport(
                day(sent).orElseThrow(),
                sent.findText("checklist").orElse(""),
                sent.findText("version").orElse(""),
                findings,
                consequence.orElseThrow(),
                remark);
    }

    /** A text that is no day is as good as none. */
    private static Optional<LocalDate> day(Values sent) {
        try {
            return sent.findDay("day");
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }
}
