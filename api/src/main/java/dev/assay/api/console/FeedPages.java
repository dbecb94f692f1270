package dev.assay.api.console;

import dev.assay.store.feed.FeedRuns;
import dev.assay.store.feed.Quarantine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Did everything come in? Each feed with its last file and where each row went; the refused rows with their reasons. */
@Controller
class FeedPages {

    private static final int ROWS = 100;

    private final FeedRuns runs;
    private final Quarantine quarantine;

    FeedPages(FeedRuns runs, Quarantine quarantine) {
        this.runs = runs;
        this.quarantine = quarantine;
    }

    @GetMapping("/feeds")
    String feeds(Model page) {
        page.addAttribute("feeds", runs.lastOfEachFeed());
        page.addAttribute("refusals", quarantine.counts());
        return "feeds";
    }

    @GetMapping("/feeds/{feed}")
    String feed(@PathVariable String feed, Model page) {
        page.addAttribute("feed", feed);
        page.addAttribute("runs", runs.newest(feed, ROWS));
        return "feed";
    }

    @GetMapping("/quarantine")
    String quarantine(
            @RequestParam(required = false) @Nullable String feed,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable Long run,
            @RequestParam(name = "page", defaultValue = "1") int asked,
            Model page) {
        int number = Math.max(1, asked);
        int total = quarantine.count(feed, reason, run);
        page.addAttribute("feed", feed);
        page.addAttribute("reason", reason);
        page.addAttribute("run", run);
        page.addAttribute("rows", quarantine.rows(feed, reason, run, (number - 1) * ROWS, ROWS));
        page.addAttribute("total", total);
        page.addAttribute("number", number);
        page.addAttribute("pages", Math.ceilDiv(total, ROWS));
        return "quarantine";
    }
}
