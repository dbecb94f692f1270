package dev.assay.api.escalation;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.area.AreaDesk;
import dev.assay.api.area.AreaDesk.Asked;
import dev.assay.api.problem.GivenText;
import dev.assay.api.problem.NotThere;
import dev.assay.api.warning.WarningDesk;
import dev.assay.batch.area.AreaWish;
import dev.assay.core.area.Figure;
import dev.assay.core.area.Figure.Target;
import dev.assay.core.area.FigureValue;
import dev.assay.core.area.FigureValue.Standing;
import dev.assay.core.area.Period;
import dev.assay.core.escalation.EscalationKind;
import dev.assay.core.grading.Fraction;
import dev.assay.core.listing.Decision;
import dev.assay.core.text.Bilingual;
import dev.assay.core.warning.Against;
import dev.assay.store.audit.Acting;
import dev.assay.store.escalation.Escalations;
import dev.assay.store.escalation.StoredEscalation;
import dev.assay.store.escalation.StoredEscalation.Paper;
import dev.assay.store.warning.StoredAlarm;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Drafts papers on an open alarm or on a figure that misses its target, and has another person issue them. */
@Component
public class EscalationDesk {

    private static final int LONGEST_NAME = 190;

    private final Escalations papers;
    private final WarningDesk warnings;
    private final AreaDesk areas;
    private final AuthorityClock clock;

    EscalationDesk(Escalations papers, WarningDesk warnings, AreaDesk areas, AuthorityClock clock) {
        this.papers = papers;
        this.warnings = warnings;
        this.areas = areas;
        this.clock = clock;
    }

    /**
     * On what a paper rests.
     *
     * @param text what was found, with its counts as they stand now
     * @param link the page where it can be looked at
     * @param division the beginning of the codes that it is about; empty for all
     */
    public record Ground(Bilingual text, String link, String division) {}

    /**
     * An alarm as a ground.
     *
     * @param id its number
     * @param viewer who drafts
     * @return the ground
     * @throws IllegalArgumentException if it is closed
     */
    public Ground ofAlarm(long id, Viewer viewer) {
        StoredAlarm alarm = warnings.get(id, viewer);
        if (!alarm.state().isOpen()) {
            throw new IllegalArgumentException("The alarm (%d) is closed.%nMaybe take one that is open.".formatted(id));
        }
        Against against = alarm.trend().against();
        String text = "趋势预警第%d号：“%s”自%s至%s有%d件抽检不合格，自%s起%s共%d件。"
                .formatted(
                        id,
                        alarm.trend().series(),
                        alarm.days().from(),
                        alarm.days().to(),
                        alarm.trend().newest(),
                        alarm.days().pastFrom(),
                        against.years() == 0 ? "此前各期" : "过去%d年同一季节".formatted(against.years()),
                        alarm.trend().past());
        String english =
                "Early warning no. %d: %d samples of “%s” failed from %s to %s; %d in all of the %s, from %s on."
                        .formatted(
                                id,
                                alarm.trend().newest(),
                                alarm.trend().series(),
                                alarm.days().from(),
                                alarm.days().to(),
                                alarm.trend().past(),
                                against.years() == 0
                                        ? "periods before"
                                        : "same season of %d past year(s)".formatted(against.years()),
                                alarm.days().pastFrom());
        return new Ground(
                Bilingual.of(text, english), "/warnings/" + id, Objects.requireNonNullElse(alarm.division(), ""));
    }

    /**
     * A figure as a ground, counted anew.
     *
     * @param id the figure's id
     * @param asked the area and its days
     * @param viewer who drafts
     * @return the ground
     * @throws IllegalArgumentException if it does not miss its target
     */
    public Ground ofFigure(String id, Asked asked, Viewer viewer) {
        AreaWish wish = areas.wish(asked, viewer);
        Figure figure = areas.figures().figure(id);
        FigureValue value = areas.figures()
                .report(wish)
                .find(id, "")
                .filter(found -> found.standing() == Standing.MISSED)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The figure (%s) does not miss its target.%nMaybe take another period or division."
                                .formatted(id)));
        Target target = Objects.requireNonNull(figure.target());
        Period period = wish.period();
        String area = wish.area().isEmpty() ? AreaDesk.ALL : wish.area();
        String text = "%s（区划%s，%s至%s，统计日%s）为%s（%d/%d），低于目标%s%s。"
                .formatted(
                        figure.title().zh(),
                        area,
                        period.from(),
                        period.to(),
                        period.asOf(),
                        figure.shown(value.value().orElseThrow()),
                        value.count(),
                        Objects.requireNonNull(value.base()),
                        figure.shown(Fraction.of(target.atLeast())),
                        target.basis().provisional() ? "（目标暂定）" : "");
        String english = "%s (division %s, %s to %s, as of %s): %s (%d of %d), below the target of %s%s."
                .formatted(
                        figure.title().en(),
                        area,
                        period.from(),
                        period.to(),
                        period.asOf(),
                        figure.shown(value.value().orElseThrow()),
                        value.count(),
                        value.base(),
                        figure.shown(Fraction.of(target.atLeast())),
                        target.basis().provisional() ? " (a provisional target)" : "");
        String link = "/area/rows?figure=%s&division=%s&from=%s&to=%s&asOf=%s"
                .formatted(id, area, period.from(), period.to(), period.asOf());
        return new Ground(Bilingual.of(text, english), link, wish.area());
    }

    /**
     * What the drafter writes.
     *
     * @param kind which of the four papers
     * @param addressee the government or the department
     * @param demand what is asked for
     * @param due by when
     */
    public record Written(EscalationKind kind, String addressee, String demand, LocalDate due) {}

    /**
     * Keeps a draft.
     *
     * @param ground on what it rests
     * @param written what is written
     * @param viewer who drafts
     * @return its place among all papers
     * @throws IllegalArgumentException if something lacks, the day has passed, or the addressee is a business
     */
    public long draft(Ground ground, Written written, Viewer viewer) {
        LocalDate today = clock.today();
        if (written.due().isBefore(today)) {
            throw new IllegalArgumentException(
                    "The day (%s) has passed.%nMaybe give a day from today on.".formatted(written.due()));
        }
        Paper paper = new Paper(
                written.kind(),
                GivenText.of(written.addressee(), LONGEST_NAME, "addressee", "name the government or the department"),
                ground.division(),
                ground.text().zh(),
                ground.text().en(),
                ground.link(),
                GivenText.of(written.demand(), Decision.LONGEST_REASON, "demand", "say what is asked for"),
                written.due());
        return papers.draft(paper, today.getYear(), acting(viewer));
    }

    private Acting acting(Viewer viewer) {
        return new Acting(viewer.name(), clock.now());
    }

    /**
     * The papers that a viewer sees: those about all divisions, and about the own ones.
     *
     * @param viewer who looks
     * @return them, the newest first
     */
    public List<StoredEscalation> all(Viewer viewer) {
        return papers.all().stream().filter(paper -> isFor(paper, viewer)).toList();
    }

    private static boolean isFor(StoredEscalation stored, Viewer viewer) {
        String division = stored.paper().division();
        return division.isEmpty() || viewer.mayActFor(division);
    }

    /**
     * A paper.
     *
     * @param id its place among all papers
     * @param viewer who looks
     * @return it
     * @throws NotThere if there is none, or it is about another's division
     */
    public StoredEscalation get(long id, Viewer viewer) {
        return papers.find(id)
                .filter(paper -> isFor(paper, viewer))
                .orElseThrow(() ->
                        new NotThere("There is no paper with the number (%d).%nMaybe look for it on the page of papers."
                                .formatted(id)));
    }

    private StoredEscalation seen(long id, int revision, Viewer viewer) {
        StoredEscalation paper = get(id, viewer);
        if (paper.revision() != revision) {
            throw new IllegalArgumentException(
                    "Somebody else has moved the paper (%s) in the meantime.%nMaybe look at it again."
                            .formatted(paper.number()));
        }
        return paper;
    }

    /**
     * Issues a draft.
     *
     * @param id its place
     * @param revision as it was seen
     * @param viewer another person than who drafted it
     * @throws IllegalArgumentException if that cannot be
     */
    public void issue(long id, int revision, Viewer viewer) {
        papers.issue(seen(id, revision, viewer), acting(viewer));
    }

    /**
     * Gives a draft up.
     *
     * @param id its place
     * @param revision as it was seen
     * @param viewer who does
     * @throws IllegalArgumentException if that cannot be
     */
    public void drop(long id, int revision, Viewer viewer) {
        papers.drop(seen(id, revision, viewer), acting(viewer));
    }
}
