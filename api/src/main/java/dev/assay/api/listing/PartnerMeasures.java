package dev.assay.api.listing;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.BadParameter;
import dev.assay.store.listing.MeasureReports;
import dev.assay.store.listing.MeasureReports.Report;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Takes down what partners did because of an entry. */
@Component
class PartnerMeasures {

    private static final int LONGEST_NOTE = 1_000;

    private final MeasureReports reports;
    private final AuthorityClock clock;

    PartnerMeasures(MeasureReports reports, AuthorityClock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    MeasureReportListView report(ListEntryView entry, MeasureReportEntry written, Viewer viewer) {
        String measure = written.measure();
        LocalDate applied = written.appliedOn();
        LocalDate lifted = written.liftedOn();
        if (measure == null
                || entry.measures().stream().noneMatch(one -> one.id().equals(measure))) {
            throw new BadParameter(
                    "measure",
                    "The measure (%s) does not follow from this entry under a catalogue in force.%nMaybe take one of the entry's own."
                            .formatted(measure));
        }
        if (applied == null || applied.isBefore(entry.publishedOn()) || applied.isAfter(clock.today())) {
            throw new BadParameter(
                    "appliedOn",
                    "The first day (%s) is not between the publication (%s) and today.%nMaybe correct it."
                            .formatted(applied, entry.publishedOn()));
        }
        if (lifted != null && (lifted.isBefore(applied) || lifted.isAfter(clock.today()))) {
            throw new BadParameter(
                    "liftedOn",
                    "The last day (%s) is not between the first (%s) and today.%nMaybe correct it."
                            .formatted(lifted, applied));
        }
        String note = written.note() == null ? "" : written.note().strip();
        if (note.length() > LONGEST_NOTE) {
            throw new BadParameter(
                    "note", "The note has %d characters.%nMaybe use at most 1000.".formatted(note.length()));
        }
        reports.put(new Report(entry.id(), measure, viewer.name(), applied, lifted, note), clock.now());
        return new MeasureReportListView(reports.of(entry.id()).stream()
                .filter(report -> report.partner().equals(viewer.name()))
                .map(MeasureReportView::of)
                .toList());
    }
}
