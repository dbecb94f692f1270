package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.prediction.PredictionDesk;
import dev.assay.store.fact.Cut;
import dev.assay.store.feed.FeedRuns;
import dev.assay.store.rating.HeldRuns;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What a regulator has to look at before anything else: grades that are held, feeds that are silent, predictions that have moved.
 *
 * @param feeds the feeds
 * @param held the runs of grades that wait
 * @param predictions the predictions
 */
@Component
record Alarms(FeedRuns feeds, HeldRuns held, PredictionDesk predictions) {

    void show(Model page, AuthorityClock clock) {
        page.addAttribute("held", held.all());
        page.addAttribute("silent", feeds.silent(new Cut(clock.today(), clock.now())));
        page.addAttribute("drifting", predictions.alarming());
    }
}
