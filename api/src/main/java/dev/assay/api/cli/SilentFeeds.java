package dev.assay.api.cli;

import dev.assay.store.feed.SilentFeed;
import java.util.List;

/** The lines that warn of feeds that were silent. */
final class SilentFeeds {

    private SilentFeeds() {}

    static void print(Console console, List<SilentFeed> silent) {
        for (SilentFeed feed : silent) {
            console.say(
                    "  ! 数据源 %s 逾期未送：最近一期截至 %s，应每 %d 天一期；可能缺少较新的记录",
                    "  ! The feed %s is silent: its newest file tells of %s, one was due every %d days; newer records may be missing",
                    feed.feed(),
                    feed.lastAsAt(),
                    feed.expectedEvery());
        }
    }
}
