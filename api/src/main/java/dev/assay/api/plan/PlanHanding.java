package dev.assay.api.plan;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.business.CreditFiles;
import dev.assay.core.creditfile.Life;
import dev.assay.core.identity.Identity;
import dev.assay.core.planning.Visit.Kept;
import dev.assay.core.work.VisitWay;
import dev.assay.store.audit.Acting;
import dev.assay.store.plan.PlanHandOut;
import dev.assay.store.plan.PlanQuery;
import dev.assay.store.plan.PlanRow;
import dev.assay.store.plan.PlanRows;
import dev.assay.store.plan.PlanVisit;
import dev.assay.store.plan.StoredPlan;
import dev.assay.store.plan.StoredPlan.State;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.Assignment.Goer;
import dev.assay.store.work.Assignment.Source;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Hands visits of the plan in force out: those of a week, a month, or any other days. */
@Component
public class PlanHanding {

    private static final int MOST = 5000;

    private final PlanHandOut handOut;
    private final PlanRows rows;
    private final BusinessRegister register;
    private final CreditFiles files;
    private final AuthorityClock clock;

    PlanHanding(
            PlanHandOut handOut, PlanRows rows, BusinessRegister register, CreditFiles files, AuthorityClock clock) {
        this.handOut = handOut;
        this.rows = rows;
        this.register = register;
        this.files = files;
        this.clock = clock;
    }

    /**
     * What was handed out.
     *
     * @param visits how many
     * @param closed identities of businesses that are closed, or not in the register any more: nothing was handed out for them
     */
    public record Handed(int visits, List<String> closed) {

        /** Copies the list. */
        public Handed {
            closed = List.copyOf(closed);
        }
    }

    /**
     * Hands out what is planned between two days and is not handed out yet. A visit may be made from its day to the end of that week.
     *
     * @param plan the plan as it was seen, in force
     * @param from the first day
     * @param to the last day
     * @param way in which way the visits are made
     * @param viewer who hands out
     * @return how many, and who was left
     * @throws IllegalArgumentException if the plan is not in force, the days are none or hold too many visits, nothing is left, or somebody else was
     *     first
     */
    public Handed handOut(StoredPlan plan, LocalDate from, LocalDate to, VisitWay way, Viewer viewer) {
        if (plan.state() != State.IN_FORCE) {
            throw new IllegalArgumentException(
                    "The plan (%d) is %s, and nothing is handed out from it.%nMaybe put it in force first."
                            .formatted(plan.id(), plan.state()));
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The last day (%s) comes before the first (%s).%nMaybe they are swapped.".formatted(to, from));
        }
        if (endOfWeek(to).isBefore(clock.today())) {
            throw new IllegalArgumentException(
                    "The last day (%s) has passed.%nMaybe plan again: what was not made then gets a new day."
                            .formatted(to));
        }
        List<PlanVisit> planned = rows.find(plan.id(), PlanQuery.between(from, to), 0, MOST + 1);
        if (planned.size() > MOST) {
            throw new IllegalArgumentException(
                    "From %s to %s more than %,d visits are planned.%nMaybe hand out fewer days at a time."
                            .formatted(from, to, MOST));
        }
        List<PlanVisit> free = planned.stream()
                .filter(PlanVisit::isFree)
                .filter(visit -> !endOfWeek(
                                Objects.requireNonNull(visit.row().slot()).day())
                        .isBefore(clock.today()))
                .toList();
        Map<String, String> names = rows.parts(plan.id()).inspectors();
        Map<Integer, Assignment.Visit> visits = new HashMap<>();
        List<String> closed = new ArrayList<>();
        for (PlanVisit one : free) {
            Identity identity = Identity.parse(one.row().what().business());
            Optional<RegisteredBusiness> business = register.find(identity);
            if (business.isEmpty() || Life.of(files.now(business.get())).closed() != null) {
                closed.add(identity.toString());
            } else {
                visits.put(one.row().no(), visit(plan, one.row(), business.get(), names, way));
            }
        }
        if (visits.isEmpty()) {
            throw new IllegalArgumentException(
                    "Between %s and %s there is nothing left to hand out.%nMaybe look at the calendar of the plan."
                            .formatted(from, to));
        }
        handOut.handOut(plan, visits, new Acting(viewer.name(), clock.now()));
        return new Handed(visits.size(), closed);
    }

    private static LocalDate endOfWeek(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    private static Assignment.Visit visit(
            StoredPlan plan, PlanRow row, RegisteredBusiness business, Map<String, String> names, VisitWay way) {
        Kept slot = Objects.requireNonNull(row.slot());
        return new Assignment.Visit(
                business.key(),
                Identity.parse(row.what().business()),
                row.what().sector(),
                slot.day(),
                endOfWeek(slot.day()),
                // What asks for the skill of system inspections is one.
                "system".equals(row.skill()) ? VisitWay.SYSTEM : way,
                List.of(row.reason().name()),
                Source.plan(plan.id(), row.no()),
                Stream.of(slot.pair().first(), slot.pair().second())
                        .map(number -> new Goer(number, names.getOrDefault(number, number)))
                        .toList());
    }
}
