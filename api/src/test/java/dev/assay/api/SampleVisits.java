package dev.assay.api;

import dev.assay.core.identity.Identity;
import dev.assay.core.work.VisitWay;
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
                .handOut(List.of(visit(business(number), draw)), new Assignments.Acting("lin", Instant.now()))
                .getFirst();
        return assignments().find(id).orElseThrow();
    }
}
