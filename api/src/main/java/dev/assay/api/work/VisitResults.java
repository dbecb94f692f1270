package dev.assay.api.work;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.GivenText;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import dev.assay.core.listing.Decision;
import dev.assay.core.time.Deadline;
import dev.assay.core.time.WorkingDays;
import dev.assay.core.work.Checklist;
import dev.assay.core.work.InspectionFacts;
import dev.assay.core.work.Obstacle;
import dev.assay.core.work.VisitReport;
import dev.assay.core.work.WorkState;
import dev.assay.model.calendar.CalendarFile;
import dev.assay.model.checklist.ChecklistFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.audit.Acting;
import dev.assay.store.database.SameTransaction;
import dev.assay.store.intake.HandEntries;
import dev.assay.store.intake.HandEntries.Result;
import dev.assay.store.intake.HandFact;
import dev.assay.store.intake.HandGrounds;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.AssignmentMovedException;
import dev.assay.store.work.Assignments;
import dev.assay.store.work.VisitReports;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes the results of visits: the fact, the end of the assignment and the report stand together or not at all. */
@Component
public class VisitResults {

    private static final String KEY = "[A-Za-z0-9-]{8,64}";

    private final Assignments assignments;
    private final VisitReports reports;
    private final HandEntries entries;
    private final BusinessRegister register;
    private final ConfigFiles config;
    private final AuthorityClock clock;

    VisitResults(
            Assignments assignments,
            VisitReports reports,
            HandEntries entries,
            BusinessRegister register,
            ConfigFiles config,
            AuthorityClock clock) {
        this.assignments = assignments;
        this.reports = reports;
        this.entries = entries;
        this.register = register;
        this.config = config;
        this.clock = clock;
    }

    /** What became of what was sent. */
    public enum Outcome {
        /** It is the result, and a fact. */
        DONE,
        /** The very same was sent before. */
        ALREADY,
        /** Another result stands; this one is kept beside it. */
        BESIDE,
        /** Files are being taken in; it is to be sent again. */
        BUSY
    }

    /**
     * The checklist of an assignment.
     *
     * @param assignment the assignment
     * @return it, or empty if its sector has none
     */
    public Optional<Checklist> checklistOf(Assignment assignment) {
        return ChecklistFile.find(config, assignment.what().sector());
    }

    /**
     * Whether a report can be known by a key.
     *
     * @param sendKey what its sender calls it
     * @return true for 8 to 64 letters, digits and hyphens
     */
    static boolean isKey(String sendKey) {
        return sendKey.matches(KEY);
    }

    /**
     * Takes a report.
     *
     * @param seen the assignment as it is now
     * @param sendKey what the device calls this report
     * @param json the report
     * @param viewer who sends it
     * @return what became of it
     * @throws FaultyReportException if it cannot be a result
     */
    public Outcome take(Assignment seen, String sendKey, String json, Viewer viewer) {
        if (!isKey(sendKey)) {
            throw new FaultyReportException(
                    List.of("The report has no key of its own.%nMaybe load the page again.".formatted()));
        }
        if (reports.find(seen.id(), sendKey).isPresent()) {
            return Outcome.ALREADY;
        }
        Checklist checklist = checklistOf(seen)
                .orElseThrow(() -> new FaultyReportException(List.of(
                        "There is no checklist for the sector (%s).%nMaybe write one: config/checklists, docs/work.md."
                                .formatted(seen.what().sector()))));
        VisitReport report = ReportText.read(json);
        List<String> faults = faults(seen, checklist, report);
        if (!faults.isEmpty()) {
            throw new FaultyReportException(faults);
        }
        String content = ReportText.write(report);
        Acting acting = new Acting(viewer.name(), clock.now());
        if (!seen.state().isOpen()) {
            reports.keepBeside(seen.id(), sendKey, content, acting);
            return Outcome.BESIDE;
        }
        try {
            return enter(seen, sendKey, content, report, checklist, acting);
        } catch (AssignmentMovedException overtaken) {
            // Somebody else's result came in between: theirs stands, and this one is not lost.
            return assignments
                    .find(seen.id())
                    .filter(now -> now.revision() != seen.revision())
                    .map(now -> take(now, sendKey, json, viewer))
                    .orElseThrow(() -> overtaken);
        }
    }

    private List<String> faults(Assignment seen, Checklist checklist, VisitReport report) {
        List<String> faults = new ArrayList<>();
        if (!report.checklist().equals(checklist.id()) || !report.version().equals(checklist.version())) {
            faults.add(
                    "The checklist is now %s %s, not %s %s.%nMaybe load the page again: what was entered is kept where the items are the same."
                            .formatted(checklist.id(), checklist.version(), report.checklist(), report.version()));
            return faults;
        }
        LocalDate handed = LocalDate.ofInstant(seen.handedAt(), AuthorityClock.ZONE);
        if (report.day().isAfter(clock.today()) || report.day().isBefore(handed)) {
            faults.add(
                    "The day of the visit (%s) is not between the day on which it was handed out (%s) and today (%s).%nMaybe look at the year."
                            .formatted(report.day(), handed, clock.today()));
        }
        faults.addAll(checklist.faults(report.findings(), seen.what().way()));
        if (!report.isConsistent(checklist.count(report.findings()))) {
            faults.add(
                    "What follows (%s) does not fit what was found.%nMaybe choose what was done about the items that fail."
                            .formatted(report.consequence()));
        }
        return faults;
    }

    private Outcome enter(
            Assignment seen, String sendKey, String content, VisitReport report, Checklist checklist, Acting acting) {
        Values fact = InspectionFacts.of(number(seen), planOf(seen), seen.what().way(), checklist, report);
        Deadline publishBy = checklist.publication().after(report.day(), calendar());
        return enter(
                seen,
                new HandFact(FactKinds.INSPECTION.name(), null, report.day(), fact),
                "检查结果 %s %s".formatted(checklist.id(), checklist.version()),
                tx -> {
                    Assignments.made(tx, seen, report.day(), publishBy, acting);
                    VisitReports.keep(tx, seen.id(), sendKey, content, acting);
                },
                acting);
    }

    private Outcome enter(Assignment seen, HandFact fact, String reason, SameTransaction also, Acting acting) {
        long business = register.find(seen.what().business())
                .orElseGet(() -> register.get(seen.what().businessKey()))
                .key();
        HandGrounds grounds =
                new HandGrounds(new Decision(acting.by(), acting.at(), clock.today(), reason), "检查任务 " + seen.id());
        Result result = entries.enter(business, fact, grounds, also);
        return switch (result.outcome()) {
            case DONE, ALREADY -> {
                assignments.noteFact(seen.id(), result.fact());
                yield Outcome.DONE;
            }
            case BUSY -> Outcome.BUSY;
            case SAME, OVERTAKEN, NO_SUCH_FACT ->
                throw new IllegalStateException("A new fact cannot be " + result.outcome());
        };
    }

    /**
     * Notes that a visit could not be made. What lies with the business goes into its file, as the spot-check results of other systems do.
     *
     * @param seen the assignment as it was seen
     * @param obstacle why
     * @param reason the same in words, not blank
     * @param viewer who says so
     * @return DONE or BUSY
     * @throws IllegalArgumentException if no reason is given, or somebody else moved it
     */
    public Outcome notMade(Assignment seen, Obstacle obstacle, String reason, Viewer viewer) {
        String words = GivenText.reason(reason, "say what was met at the door");
        if (!seen.state().next().contains(WorkState.NOT_DONE)) {
            throw new AssignmentMovedException(seen, WorkState.NOT_DONE.name());
        }
        Acting acting = new Acting(viewer.name(), clock.now());
        if (obstacle.finding().isEmpty()) {
            assignments.notMade(seen, obstacle, words, acting);
            return Outcome.DONE;
        }
        Values values = InspectionFacts.notMade(
                number(seen),
                planOf(seen),
                seen.what().way(),
                obstacle.finding().get());
        return enter(
                seen,
                new HandFact(FactKinds.INSPECTION.name(), null, clock.today(), values),
                words,
                tx -> Assignments.notMade(tx, seen, obstacle, words, acting),
                acting);
    }

    private WorkingDays calendar() {
        return CalendarFile.load(config);
    }

    private static String number(Assignment seen) {
        return "visit-" + seen.id();
    }

    private static String planOf(Assignment seen) {
        Integer number = seen.what().source().number();
        return number == null ? "" : seen.what().source().origin().name().toLowerCase(Locale.ROOT) + "-" + number;
    }
}
