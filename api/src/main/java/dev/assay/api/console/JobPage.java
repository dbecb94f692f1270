package dev.assay.api.console;

import dev.assay.store.feed.FeedRuns;
import dev.assay.store.job.JobRuns;
import dev.assay.store.rating.RatingCounts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Did the night run? Executions of the jobs, and what imports and ratings came to. */
@Controller
class JobPage {

    private static final int ROWS = 50;

    private final JobRuns jobs;
    private final RatingCounts ratings;
    private final FeedRuns feeds;

    JobPage(JobRuns jobs, RatingCounts ratings, FeedRuns feeds) {
        this.jobs = jobs;
        this.ratings = ratings;
        this.feeds = feeds;
    }

    @GetMapping("/jobs")
    String jobs(Model page) {
        page.addAttribute("jobs", jobs.newest(ROWS));
        page.addAttribute("ratingRuns", ratings.runs(ROWS));
        page.addAttribute("imports", feeds.newest(null, ROWS));
        return "jobs";
    }
}
