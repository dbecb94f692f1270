package dev.assay.api.work;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.business.CreditFiles;
import dev.assay.api.draw.DrawDesk;
import dev.assay.core.creditfile.Life;
import dev.assay.core.identity.Identity;
import dev.assay.core.inspector.Inspector;
import dev.assay.core.work.VisitWay;
import dev.assay.store.audit.Acting;
import dev.assay.store.draw.StoredDraw;
import dev.assay.store.inspector.Inspectors;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import dev.assay.store.work.Assignment.Goer;
import dev.assay.store.work.Assignment.Origin;
import dev.assay.store.work.Assignment.Source;
import dev.assay.store.work.Assignment.Visit;
import dev.assay.store.work.Assignments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands visits out: those of a draw, and those on a lead. */
@Component
public class HandingOut {

    /** Order 49 article 23. */
    private static final int TOGETHER = 2;

    private static final int LONGEST_LEAD = 4000;

    private final Assignments assignments;
    private final DrawDesk draws;
    private final Inspectors inspectors;
    private final BusinessRegister register;
    private final CreditFiles files;
    private final AuthorityClock clock;

    HandingOut(
            Assignments assignments,
            DrawDesk draws,
            Inspectors inspectors,
            BusinessRegister register,
            CreditFiles files,
            AuthorityClock clock) {
        this.assignments = assignments;
        this.draws = draws;
        this.inspectors = inspectors;
        this.register = register;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Someone who was drawn, as it stands today.
     *
     * @param visit what the file says
     * @param goers who goes, with names
     * @param assignment number of the assignment; null while it is not handed out
     * @param warning why it is not handed out without a word: {@code closed} or {@code unknown}; null where nothing speaks against it
     * @param closedSince since when it is closed; null where it is not, or the day is not known
     */
    public record Line(
            DrawnVisit visit,
            List<Goer> goers,
            @Nullable Long assignment,
            @Nullable String warning,
            @Nullable LocalDate closedSince) {

        /** Copies the list. */
        public Line {
            goers = List.copyOf(goers);
        }
    }

    /**
     * The businesses of a draw.
     *
     * @param draw the draw
     * @return a line each, in the order of the draw
     * @throws IllegalArgumentException if it is not drawn, or was withdrawn
     */
    public List<Line> of(StoredDraw draw) {
        if (draw.state() != StoredDraw.State.DRAWN && draw.state() != StoredDraw.State.PUBLISHED) {
            throw new IllegalArgumentException("The draw (%d) is %s: there is nothing to hand out.%nMaybe draw first."
                    .formatted(draw.id(), draw.state()));
        }
        Map<String, Long> handedOut = assignments.handedOut(Origin.DRAW, draw.id());
        Map<String, String> names = names();
        return DrawnVisit.read(draws.file(draw)).stream()
                .map(visit -> line(draw, visit, handedOut, names))
                .toList();
    }

    private Map<String, String> names() {
        return inspectors.all().stream().collect(Collectors.toMap(Inspector::number, Inspector::name));
    }

    private Line line(StoredDraw draw, DrawnVisit visit, Map<String, Long> handedOut, Map<String, String> names) {
        Identity identity = Identity.parse(visit.business());
        List<Goer> goers = visit.inspectors().stream()
                .map(number -> new Goer(number, names.getOrDefault(number, number)))
                .toList();
        Long assignment = handedOut.get(Source.draw(draw.id(), identity).key());
        Optional<RegisteredBusiness> business = register.find(identity);
        if (business.isEmpty()) {
            return new Line(visit, goers, assignment, "unknown", null);
        }
        Life.Closed closed = Life.of(files.now(business.get())).closed();
        return closed == null
                ? new Line(visit, goers, assignment, null, null)
                : new Line(visit, goers, assignment, "closed", closed.since());
    }

    /**
     * When and how visits are to be made.
     *
     * @param fromDay the first day
     * @param toDay the last
     * @param way in which way
     */
    public record Terms(LocalDate fromDay, LocalDate toDay, VisitWay way) {}

    /**
     * Hands visits of a draw out, all that were picked or none.
     *
     * @param draw the draw
     * @param picked identities of the businesses
     * @param terms when and how
     * @param evenClosed whether the viewer has said that closed ones too are meant
     * @param viewer who hands out
     * @return how many
     * @throws IllegalArgumentException if something speaks against it
     */
    public int handOut(StoredDraw draw, Set<String> picked, Terms terms, boolean evenClosed, Viewer viewer) {
        checkSpan(terms);
        List<Line> lines = of(draw).stream()
                .filter(line -> picked.contains(line.visit().business()))
                .toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("Nobody was picked.%nMaybe tick the businesses.".formatted());
        }
        List<String> closed = lines.stream()
                .filter(line -> "closed".equals(line.warning()))
                .map(line -> line.visit().business())
                .toList();
        if (!closed.isEmpty() && !evenClosed) {
            throw new IllegalArgumentException(
                    "Closed since the draw: %s. Nothing was handed out.%nMaybe leave them out, or tick that they are meant all the same."
                            .formatted(String.join(", ", closed)));
        }
        List<Visit> visits = new ArrayList<>();
        for (Line line : lines) {
            Identity identity = Identity.parse(line.visit().business());
            RegisteredBusiness business = register.find(identity)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The business (%s) is not in the register any more.%nMaybe leave it out."
                                    .formatted(identity)));
            visits.add(new Visit(
                    business.key(),
                    identity,
                    line.visit().sector(),
                    terms.fromDay(),
                    terms.toDay(),
                    terms.way(),
                    List.of("DRAWN"),
                    Source.draw(draw.id(), identity),
                    line.goers()));
        }
        return assignments
                .handOut(visits, new Acting(viewer.name(), clock.now()))
                .size();
    }

    private void checkSpan(Terms terms) {
        if (terms.toDay().isBefore(terms.fromDay())) {
            throw new IllegalArgumentException("The last day (%s) comes before the first (%s).%nMaybe they are swapped."
                    .formatted(terms.toDay(), terms.fromDay()));
        }
        if (terms.toDay().isBefore(clock.today())) {
            throw new IllegalArgumentException(
                    "The last day (%s) has passed.%nMaybe take a later one.".formatted(terms.toDay()));
        }
    }

    /**
     * Hands one visit out on a lead.
     *
     * @param identity the business
     * @param numbers numbers of the inspectors
     * @param terms when and how
     * @param lead the lead, in words
     * @param viewer who hands out
     * @return number of the assignment
     * @throws IllegalArgumentException if something speaks against it
     */
    public long handOut(String identity, List<String> numbers, Terms terms, String lead, Viewer viewer) {
        RegisteredBusiness business = register.find(Identity.parse(identity))
                .filter(found -> viewer.mayActFor(found.division()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no business (%s).%nMaybe copy its code from its page.".formatted(identity)));
        checkSpan(terms);
        if (lead.isBlank() || lead.strip().length() > LONGEST_LEAD) {
            throw new IllegalArgumentException(
                    "The lead is blank or has more than %d characters.%nMaybe say in short what is to be looked at, and why."
                            .formatted(LONGEST_LEAD));
        }
        List<Goer> goers = goers(business, numbers, terms);
        Visit visit = new Visit(
                business.key(),
                business.identity(),
                business.sector() == null ? "" : business.sector(),
                terms.fromDay(),
                terms.toDay(),
                terms.way(),
                List.of("LEAD"),
                Source.lead(lead.strip()),
                goers);
        return assignments
                .handOut(List.of(visit), new Acting(viewer.name(), clock.now()))
                .getFirst();
    }

    private List<Goer> goers(RegisteredBusiness business, List<String> numbers, Terms terms) {
        Map<String, Inspector> known = new HashMap<>();
        inspectors.all().forEach(inspector -> known.put(inspector.number(), inspector));
        Set<String> names = register.identitiesOf(business.key()).stream()
                .map(Identity::toString)
                .collect(Collectors.toSet());
        List<Goer> goers = new ArrayList<>();
        for (String number : numbers.stream().distinct().toList()) {
            Inspector inspector = known.get(number);
            if (inspector == null) {
                throw new IllegalArgumentException(
                        "There is no inspector (%s).%nMaybe the list was replaced: look at it.".formatted(number));
            }
            if (inspector.conflicts().stream().anyMatch(names::contains)) {
                throw new IllegalArgumentException(
                        "%s (%s) has declared a relation to this business and does not go there.%nMaybe send another inspector."
                                .formatted(inspector.name(), number));
            }
            if (terms.fromDay().datesUntil(terms.toDay().plusDays(1)).allMatch(inspector::isAway)) {
                throw new IllegalArgumentException(
                        "%s (%s) is away on all these days.%nMaybe send another inspector, or take other days."
                                .formatted(inspector.name(), number));
            }
            goers.add(new Goer(number, inspector.name()));
        }
        if (goers.size() < TOGETHER) {
            throw new IllegalArgumentException(
                    "%d inspectors were chosen; %d go together at least (总局令第49号 第二十三条).%nMaybe choose another one."
                            .formatted(goers.size(), TOGETHER));
        }
        return goers;
    }
}
