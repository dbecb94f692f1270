package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.rating.ReadableRatings;
import dev.assay.core.division.Divisions;
import dev.assay.core.listing.ListingState;
import dev.assay.store.feed.FeedRuns;
import dev.assay.store.listing.ListAudience;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.listing.ListingCases.Which;
import dev.assay.store.rating.GradeCount;
import dev.assay.store.rating.RatingCounts;
import dev.assay.store.rating.RatingModel;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The regulator's first page: where are my risks today? */
@Controller
class OverviewPage {

    private static final int MOST_OVERDUE = 1_000;

    private final ReadableRatings readable;
    private final RatingCounts counts;
    private final FeedRuns feeds;
    private final ListingCases cases;
    private final AuthorityClock clock;
    private final Divisions divisions;
    private final Alarms alarms;

    OverviewPage(
            ReadableRatings readable,
            RatingCounts counts,
            FeedRuns feeds,
            ListingCases cases,
            AuthorityClock clock,
            Divisions divisions,
            Alarms alarms) {
        this.readable = readable;
        this.counts = counts;
        this.feeds = feeds;
        this.cases = cases;
        this.clock = clock;
        this.divisions = divisions;
        this.alarms = alarms;
    }

    @GetMapping("/overview")
    String overview(@RequestParam(required = false) @Nullable String model, Viewer viewer, Model page) {
        List<RatingModel> models = readable.models(viewer);
        page.addAttribute("models", models);
        page.addAttribute("feeds", feeds.lastOfEachFeed());
        alarms.show(page, clock, viewer);
        page.addAttribute(
                "proposals",
                cases.countByState(new Which(null, List.of(), viewer.scope().beginnings()))
                        .getOrDefault(ListingState.Proposed.CODE, 0));
        page.addAttribute(
                "overdueCases",
                cases.overdue(clock.today(), viewer.scope().beginnings(), MOST_OVERDUE)
                        .size());
        page.addAttribute(
                "listed",
                cases.countStanding(
                        clock.today(),
                        new ListAudience(
                                List.of(),
                                List.of("public", "partners", "internal"),
                                viewer.scope().beginnings())));
        if (!models.isEmpty()) {
            RatingModel shown = model == null ? models.getFirst() : readable.getModel(model, viewer);
            describe(shown, viewer, page);
        }
        return "overview";
    }

    private void describe(RatingModel model, Viewer viewer, Model page) {
        LocalDate today = clock.today();
        List<GradeCount> all = viewer.scope().within(counts.byDivisionAndSector(model.model()), GradeCount::division);
        page.addAttribute("model", model);
        page.addAttribute("bySector", GradeTable.of(all, GradeCount::sector));
        page.addAttribute("byDivision", GradeTable.of(all, count -> divisions.newest(count.division())));
        page.addAttribute("today", today);
        page.addAttribute(
                "overdue", counts.overdue(model.model(), today, viewer.scope().beginnings()));
        page.addAttribute("lastRun", counts.findLastRun(model.model()).orElse(null));
    }
}
