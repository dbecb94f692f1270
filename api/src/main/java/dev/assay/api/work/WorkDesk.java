package dev.assay.api.work;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.GivenText;
import dev.assay.api.problem.NotThere;
import dev.assay.core.work.WorkState;
import dev.assay.store.audit.Acting;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.AssignmentMovedException;
import dev.assay.store.work.AssignmentQuery;
import dev.assay.store.work.Assignments;
import dev.assay.store.work.InspectorLogins;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The visits that a viewer sees, and the moves that need no report. */
@Component
public class WorkDesk {

    /** All inspectors, where a login is one's own. */
    public static final String EVERYONE = "*";

    private static final int WEEK = 6;

    private final Assignments assignments;
    private final InspectorLogins logins;
    private final AuthorityClock clock;

    WorkDesk(Assignments assignments, InspectorLogins logins, AuthorityClock clock) {
        this.assignments = assignments;
        this.logins = logins;
        this.clock = clock;
    }

    /**
     * What is looked for.
     *
     * @param week a week such as 2026-W47; empty for any
     * @param inspector an inspector's number; empty for one's own where the login is an inspector's, else for all; {@value #EVERYONE} for all
     * @param state a state; {@code OPEN} or empty for what is to be done or to be published, {@code ALL} for all
     */
    public record Filter(String week, String inspector, String state) {}

    /**
     * The inspector of the viewer's login.
     *
     * @param viewer who looks
     * @return the number; null where the login is no inspector's
     */
    public @Nullable String ownNumber(Viewer viewer) {
        return logins.inspectorOf(viewer.name()).orElse(null);
    }

    /**
     * The visits that are looked for, of the divisions for which the viewer acts.
     *
     * @param filter what is looked for
     * @param viewer someone of the authority
     * @return the overdue ones first, then by the day by which they are to be made
     * @throws IllegalArgumentException if the week or the state is none
     */
    public List<Assignment> find(Filter filter, Viewer viewer) {
        LocalDate monday = filter.week().isBlank() ? null : monday(filter.week().strip());
        LocalDate today = clock.today();
        return assignments.find(query(monday, monday == null ? null : monday.plusDays(WEEK), filter, viewer)).stream()
                .sorted(Comparator.comparing((Assignment one) -> !one.isOverdue(today)))
                .toList();
    }

    /** What is looked for as the store reads it: of the filter its inspector and its state, within these days. */
    AssignmentQuery query(@Nullable LocalDate from, @Nullable LocalDate to, Filter filter, Viewer viewer) {
        String inspector = filter.inspector().isBlank() ? ownNumber(viewer) : filter.inspector();
        boolean open = filter.state().isBlank() || filter.state().equals("OPEN");
        Set<WorkState> states = open
                ? Set.of(WorkState.ASSIGNED, WorkState.UNDER_WAY, WorkState.DONE)
                : filter.state().equals("ALL") ? Set.of() : Set.of(state(filter.state()));
        return new AssignmentQuery(
                from,
                to,
                EVERYONE.equals(inspector) ? null : inspector,
                states,
                open,
                viewer.scope().beginnings());
    }

    private static LocalDate monday(String week) {
        try {
            return LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException(
                    "The week (%s) is none.%nMaybe write it as 2026-W47.".formatted(week), none);
        }
    }

    private static WorkState state(String name) {
        for (WorkState state : WorkState.values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        throw new IllegalArgumentException("The state (%s) is none.%nMaybe take one of OPEN, ALL, %s."
                .formatted(
                        name,
                        Arrays.stream(WorkState.values()).map(WorkState::name).collect(Collectors.joining(", "))));
    }

    /**
     * An assignment.
     *
     * @param id its number
     * @return it
     * @throws NotThere if there is none
     */
    public Assignment get(long id) {
        return assignments.find(id).orElseThrow(() -> NotThere.visit(id));
    }

    /**
     * An assignment as the viewer saw it.
     *
     * @param id its number
     * @param revision the revision that was seen
     * @return it
     * @throws AssignmentMovedException if it was moved since
     */
    public Assignment seen(long id, int revision) {
        Assignment now = get(id);
        if (now.revision() != revision) {
            throw new AssignmentMovedException(now, "moved by what you saw");
        }
        return now;
    }

    private Acting acting(Viewer viewer) {
        return new Acting(viewer.name(), clock.now());
    }

    /**
     * Begins a visit.
     *
     * @param seen the assignment as it was seen
     * @param viewer who begins
     */
    public void begin(Assignment seen, Viewer viewer) {
        assignments.begin(seen, acting(viewer));
    }

    /**
     * Takes a visit back.
     *
     * @param seen the assignment as it was seen
     * @param reason why, not blank
     * @param viewer who decides
     * @throws IllegalArgumentException if no reason is given, or it is too long
     */
    public void withdraw(Assignment seen, String reason, Viewer viewer) {
        assignments.withdraw(seen, GivenText.reason(reason, "say why it is taken back"), acting(viewer));
    }

    /**
     * Notes that the result was made public.
     *
     * @param seen the assignment as it was seen
     * @param day on which day
     * @param viewer who says so
     * @throws IllegalArgumentException if the day is not between the visit and today
     */
    public void published(Assignment seen, LocalDate day, Viewer viewer) {
        LocalDate visit = seen.end().day();
        if (day.isAfter(clock.today()) || (visit != null && day.isBefore(visit))) {
            throw new IllegalArgumentException(
                    "The day (%s) is not between the visit and today.%nMaybe look at the year.".formatted(day));
        }
        assignments.published(seen, day, acting(viewer));
    }
}
