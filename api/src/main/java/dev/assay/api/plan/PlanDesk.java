package dev.assay.api.plan;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.GivenText;
import dev.assay.api.problem.NotThere;
import dev.assay.batch.plan.PlanWork;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.audit.Acting;
import dev.assay.store.plan.Plans;
import dev.assay.store.plan.StoredPlan;
import dev.assay.store.plan.StoredPlan.State;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries what persons do with plans into the store, each within the divisions for which they act. */
@Component
public class PlanDesk {

    /** Planning takes all of a processor: one plan is made at a time. */
    private final Semaphore planning = new Semaphore(1);

    private final PlanWork work;
    private final Plans plans;
    private final ConfigFiles config;
    private final AuthorityClock clock;

    PlanDesk(PlanWork work, Plans plans, ConfigFiles config, AuthorityClock clock) {
        this.work = work;
        this.plans = plans;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The rules by which can be planned.
     *
     * @return their ids
     */
    public List<String> rules() {
        return config.ids("plans");
    }

    /**
     * The plans of the divisions for which the viewer acts.
     *
     * @param viewer someone of the authority
     * @return them, newest first
     */
    public List<StoredPlan> all(Viewer viewer) {
        return plans.all().stream()
                .filter(plan -> viewer.mayActFor(plan.basis().division()))
                .toList();
    }

    /**
     * A plan of the viewer's divisions.
     *
     * @param id its number
     * @param viewer someone of the authority
     * @return it
     * @throws NotThere if there is none
     */
    public StoredPlan get(int id, Viewer viewer) {
        return plans.find(id)
                .filter(plan -> viewer.mayActFor(plan.basis().division()))
                .orElseThrow(() ->
                        new NotThere("There is no plan (%d).%nMaybe look for it on the page of plans.".formatted(id)));
    }

    /**
     * A plan as somebody saw it.
     *
     * @param id its number
     * @param revision its revision then
     * @param viewer someone of the authority
     * @return it
     * @throws NotThere if there is none
     * @throws IllegalArgumentException if it was moved since
     */
    public StoredPlan seen(int id, int revision, Viewer viewer) {
        StoredPlan plan = get(id, viewer);
        if (plan.revision() != revision) {
            throw new IllegalArgumentException(
                    "Somebody else has moved the plan in the meantime.%nMaybe look at it again.".formatted());
        }
        return plan;
    }

    /**
     * Plans a year anew, and keeps the plan as a draft.
     *
     * @param rules id of the rules
     * @param year the year
     * @param division beginning of the codes of the divisions; blank for all
     * @param viewer who plans
     * @return the plan's number
     * @throws IllegalArgumentException if it cannot be planned
     */
    public int make(String rules, int year, String division, Viewer viewer) {
        String code = division.strip();
        if (!code.matches("\\d{0,12}") || !viewer.mayActFor(code)) {
            throw new IllegalArgumentException(
                    "You do not act for the divisions (%s).%nMaybe write the code of your own."
                            .formatted(code.isEmpty() ? "all" : code));
        }
        return plan(
                new PlanWork.Wish(rules, year, clock.today(), code.isEmpty() ? null : code, clock.now(), null), viewer);
    }

    /**
     * Plans again from tomorrow, after the plan that counts for the same division and year: the one in force, else the one that is approved, else this one.
     *
     * @param seen the plan at whose page the viewer is
     * @param viewer who plans
     * @return the new plan's number
     * @throws IllegalArgumentException if it cannot be planned
     */
    public int again(StoredPlan seen, Viewer viewer) {
        StoredPlan counts = find(seen, State.IN_FORCE);
        if (counts == null) {
            counts = find(seen, State.APPROVED);
        }
        return plan(work.after(counts == null ? seen.id() : counts.id(), clock.today(), clock.now()), viewer);
    }

    private @Nullable StoredPlan find(StoredPlan like, State state) {
        return plans.all().stream()
                .filter(one -> one.state() == state
                        && one.basis().year() == like.basis().year()
                        && one.basis().division().equals(like.basis().division()))
                .findFirst()
                .orElse(null);
    }

    private int plan(PlanWork.Wish wish, Viewer viewer) {
        if (!planning.tryAcquire()) {
            throw new IllegalArgumentException(
                    "Another plan is being made just now.%nMaybe try again in a minute.".formatted());
        }
        try {
            return work.keep(work.plan(wish), acting(viewer));
        } finally {
            planning.release();
        }
    }

    private Acting acting(Viewer viewer) {
        return new Acting(viewer.name(), clock.now());
    }

    /**
     * Approves a draft.
     *
     * @param seen the plan as it was seen
     * @param viewer who approves, not who made it
     * @throws IllegalArgumentException if that may not be, or somebody was first
     */
    public void approve(StoredPlan seen, Viewer viewer) {
        plans.approve(seen, acting(viewer));
    }

    /**
     * Puts an approved plan in force.
     *
     * @param seen the plan as it was seen
     * @param viewer who
     * @throws IllegalArgumentException if that may not be, or somebody was first
     */
    public void putInForce(StoredPlan seen, Viewer viewer) {
        plans.putInForce(seen, acting(viewer));
    }

    /**
     * Gives a plan up.
     *
     * @param seen the plan as it was seen
     * @param reason why, not blank
     * @param viewer who
     * @throws IllegalArgumentException if no reason is given, or it is too long, or the plan is at its end
     */
    public void withdraw(StoredPlan seen, String reason, Viewer viewer) {
        plans.withdraw(seen, GivenText.reason(reason, "say it in a sentence"), acting(viewer));
    }
}
