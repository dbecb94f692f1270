package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.problem.NotThere;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.batch.feed.RefusalReason;
import dev.assay.batch.quality.QualityReport;
import dev.assay.core.fact.Vocabulary;
import dev.assay.store.fact.Cut;
import dev.assay.store.feed.FeedRun;
import dev.assay.store.feed.FeedRuns;
import dev.assay.store.feed.Quarantine;
import dev.assay.store.intake.HandEntries;
import dev.assay.store.quality.DataQuality;
import java.util.Locale;
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
    private final DataQuality quality;
    private final FeedDefinitions feeds;
    private final HandEntries hands;
    private final Vocabulary vocabulary;
    private final AuthorityClock clock;

    FeedPages(
            FeedRuns runs,
            Quarantine quarantine,
            DataQuality quality,
            FeedDefinitions feeds,
            HandEntries hands,
            Vocabulary vocabulary,
            AuthorityClock clock) {
        this.runs = runs;
        this.quarantine = quarantine;
        this.quality = quality;
        this.feeds = feeds;
        this.hands = hands;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping("/feeds")
    String feeds(Model page) {
        page.addAttribute("feeds", runs.lastOfEachFeed());
        page.addAttribute("silent", runs.silent(new Cut(clock.today(), clock.now())));
        page.addAttribute("refusals", quarantine.counts());
        return "feeds";
    }

    @GetMapping("/quality")
    String quality(@RequestParam(required = false) @Nullable String feed, Model page) {
        QualityReport report = QualityReport.of(quality, feeds);
        page.addAttribute("feed", feed);
        page.addAttribute("rows", feed == null ? report.byMonth() : report.byDivision(feed));
        page.addAttribute("measuredAt", quality.measuredAt().orElse(null));
        return "quality";
    }

    @GetMapping("/imports/{id}")
    String manifest(@PathVariable long id, Locale locale, Model page) {
        FeedRun run = runs.find(id)
                .orElseThrow(() -> new NotThere(
                        "There is no import (%d).%nMaybe see the files of its feed under /feeds.".formatted(id)));
        page.addAttribute("run", run);
        page.addAttribute("reasons", quarantine.reasonsOf(id));
        hands.find(id).ifPresent(entry -> {
            page.addAttribute("hand", entry);
            page.addAttribute(
                    "handKind",
                    FactEntry.title(entry.kind(), ConsoleSetup.supported(locale).getLanguage(), vocabulary));
        });
        page.addAttribute("titles", RefusalReason.byCode());
        return "manifest";
    }

    @GetMapping("/feeds/{feed}")
    String feed(@PathVariable String feed, Model page) {
        page.addAttribute("feed", feed);
        page.addAttribute("runs", runs.newest(feed, ROWS));
        return "feed";
    }
}
