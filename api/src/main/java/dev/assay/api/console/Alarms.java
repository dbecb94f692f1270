package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.prediction.PredictionDesk;
import dev.assay.api.warning.WarningDesk;
import dev.assay.store.fact.Cut;
import dev.assay.store.feed.FeedRuns;
import dev.assay.store.rating.HeldRuns;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What a regulator has to look at before anything else: grades that are held, feeds that are silent, predictions that have moved, trends that rise.
 *
 * @param feeds the feeds
 * @param held the runs of grades that wait
 * @param predictions the predictions
 * @param warnings the trends that rise
 */
@Component
record Alarms(FeedRuns feeds, HeldRuns held, PredictionDesk predictions, WarningDesk warnings) {

    void show(Model page, AuthorityClock clock, Viewer viewer) {
        page.addAttribute("held", held.all());
        page.addAttribute("silent", feeds.silent(new Cut(clock.today(), clock.now())));
        page.addAttribute("drifting", predictions.alarming());
        page.addAttribute("warnings", warnings.open(viewer));
    }
}
