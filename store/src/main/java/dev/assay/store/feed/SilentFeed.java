package dev.assay.store.feed;

import java.time.LocalDate;

/**
 * A feed of which a file was due and did not come.
 *
 * @param feed the feed's id
 * @param lastAsAt the newest day whose state it told
 * @param expectedEvery after how many days a newer one was due, at least 1
 */
public record SilentFeed(String feed, LocalDate lastAsAt, int expectedEvery) {}
