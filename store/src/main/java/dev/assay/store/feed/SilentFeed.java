package dev.assay.store.feed;

import dev.assay.core.creditfile.CreditFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A feed of which a file was due and did not come.
 *
 * @param feed the feed's id
 * @param lastAsAt the newest day whose state it told
 * @param expectedEvery after how many days a newer one was due, at least 1
 */
public record SilentFeed(String feed, LocalDate lastAsAt, int expectedEvery) {

    /**
     * The silent feeds of a credit file.
     *
     * @param file the file
     * @param silent the feeds that were silent on its day, as known at its instant
     * @return those of which it has a fact
     */
    public static List<SilentFeed> in(CreditFile file, List<SilentFeed> silent) {
        Set<String> own =
                file.facts().stream().map(fact -> fact.source().feed()).collect(Collectors.toSet());
        return silent.stream().filter(feed -> own.contains(feed.feed())).toList();
    }
}
