package dev.assay.api;

import dev.assay.api.work.ReportText;
import dev.assay.core.identity.Identity;
import dev.assay.core.planning.Refusals.LeftOut;
import dev.assay.core.planning.Refusals.Moved;
import dev.assay.core.planning.Visit.Kept;
import dev.assay.core.planning.Visit.Pair;
import dev.assay.core.planning.Visit.Reason;
import dev.assay.core.work.Checklist;
import dev.assay.core.work.Consequence;
import dev.assay.core.work.Finding;
import dev.assay.core.work.Mark;
import dev.assay.core.work.VisitReport;
import dev.assay.core.work.VisitWay;
import dev.assay.model.checklist.ChecklistFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.audit.Acting;
import dev.assay.store.plan.PlanParts;
import dev.assay.store.plan.PlanRow;
import dev.assay.store.plan.Plans;
import dev.assay.store.plan.StoredPlan;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import dev.assay.store.testing.SampleRegister;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.Assignment.Goer;
import dev.assay.store.work.Assignment.Source;
import dev.assay.store.work.Assignment.Visit;
import dev.assay.store.work.Assignments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Visits that are handed out on the sample server, and the steps on their pages. */
final class SampleVisits {

    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

    private final SampleServer server;
    private final LocalDate today = new AuthorityClock(Instant::now).today();

    SampleVisits(SampleServer server) {
        this.server = server;
    }

    private Assignments assignments() {
        return server.bean(Assignments.class);
    }

    /** Takes a step with the revision that the page shows, unless another one is given. */
    static String step(Visitor visitor, String page, String action, Map<String, String> fields) {
        Matcher revision = REVISION.matcher(visitor.get(page).body());
        Map<String, String> all = new HashMap<>(fields);
        if (revision.find()) {
            all.putIfAbsent("revision", revision.group(1));
        }
        return visitor.submit(page, page + "/" + action, all).body();
    }

    RegisteredBusiness business(int number) {
        return server.bean(BusinessRegister.class)
                .find(new Identity("sample", SampleRegister.identity(number)))
                .orElseThrow();
    }

    Visit visit(RegisteredBusiness business, int draw) {
        return new Visit(
                business.key(),
                business.identity(),
                "catering",
                today,
                today.plusDays(3),
                VisitWay.ROUTINE,
                List.of("DRAWN"),
                Source.draw(draw, business.identity()),
                List.of(new Goer("JC2", "检查员JC2"), new Goer("JC3", "检查员JC3")));
    }

    Assignment handedOut(int number, int draw) {
        long id = assignments()
                .handOut(List.of(visit(business(number), draw)), new Acting("lin", Instant.now()))
                .getFirst();
        return assignments().find(id).orElseThrow();
    }

    /** What a restaurant's whole checklist says, with one mark throughout. */
    String report(Mark mark, Consequence consequence) {
        Checklist checklist =
                ChecklistFile.find(ConfigFiles.packaged(), "catering").orElseThrow();
        return ReportText.write(new VisitReport(
                today,
                checklist.id(),
                checklist.version(),
                checklist.items().stream()
                        .map(item -> new Finding(item.id(), mark, mark == Mark.FAILS ? "seen" : ""))
                        .toList(),
                consequence,
                "made up"));
    }

    /** A plan in force with a visit that is planned, moved and handed out, and one that is left out; its number. */
    int plan() {
        Plans plans = server.bean(Plans.class);
        LocalDate day = LocalDate.of(today.getYear(), 12, 1);
        Kept slot = new Kept(day, new Pair("JC2", "JC3"));
        int id = plans.keep(
                new StoredPlan.Basis(
                        "sample-year",
                        "0".repeat(64),
                        "",
                        today.getYear(),
                        today,
                        today,
                        1,
                        plans.standing("", today.getYear())),
                new StoredPlan.Counts(2, 1, 0, 0, 0, 0),
                List.of(
                        new PlanRow(
                                0,
                                whom(8),
                                Reason.ROUTINE,
                                2,
                                null,
                                day,
                                null,
                                slot,
                                null,
                                false,
                                new Kept(day, new Pair("JC1", "JC2")),
                                Moved.AWAY,
                                null),
                        new PlanRow(
                                1,
                                whom(9),
                                Reason.FLOOR,
                                2,
                                "system",
                                day,
                                day,
                                null,
                                LeftOut.NO_SKILL,
                                false,
                                null,
                                null,
                                null)),
                new PlanParts(
                        List.of(new PlanParts.Grade("3", 2, 2, 1, 1)),
                        List.of(new PlanParts.Measure("late-days", false, 3, 6L, 4, 8L)),
                        Map.of("JC2", "检查员JC2", "JC3", "检查员JC3")),
                new Acting("regulator", Instant.now()));
        plans.approve(plans.find(id).orElseThrow(), new Acting("approver", Instant.now()));
        plans.putInForce(plans.find(id).orElseThrow(), new Acting("approver", Instant.now()));
        return id;
    }

    private PlanRow.Whom whom(int number) {
        RegisteredBusiness business = business(number);
        String identity = business.identity().toString();
        return new PlanRow.Whom(identity, identity, List.of(), "示例商户", "320612 老街", "320612", "catering", "3");
    }
}
