package dev.assay.batch.district;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the feeds of a made-up district into a directory: {@code DIR/<feed-id>/<feed-id>-<day>.csv}. The same number, seed and last
 * day give the same bytes, and a larger district begins with the businesses of a smaller one. Memory does not depend on the number.
 */
public final class DistrictGenerator {

    private static final String NOTICE = """
            本目录的全部数据均为程序虚构，不涉及任何真实的企业、个人、机关或者检验机构。
            Everything in this directory was made up by a program. No row speaks of a real business, person, authority or laboratory.
            """;

    private DistrictGenerator() {}

    /** How a feed's writer begins. */
    private interface Opening {
        FeedWriter open(Setting setting, Path folder) throws IOException;
    }

    /**
     * Writes a district. Files of the same names are replaced, once all new ones are whole: a run that fails before leaves the old ones.
     *
     * @param businesses how many, from 1 to 500,000
     * @param seed any number
     * @param lastDay the last day of its history
     * @param out the directory; made if it is not there
     * @return every file with its counts
     * @throws IllegalArgumentException if the number is out of range, or a feed's folder holds CSV files of another district
     * @throws UncheckedIOException if a file cannot be written
     */
    public static GeneratedDistrict write(int businesses, long seed, LocalDate lastDay, Path out) {
        if (businesses < 1 || businesses > Codes.MOST_BUSINESSES) {
            throw new IllegalArgumentException(
                    "The number of businesses (%d) is not from 1 to %d.%nMaybe make several districts with different seeds."
                            .formatted(businesses, Codes.MOST_BUSINESSES));
        }
        List<FeedWriter> feeds = new ArrayList<>();
        try {
            try {
                openAll(feeds, new Setting(seed, lastDay), out);
                for (FeedWriter feed : feeds) {
                    refuseStrangers(feed);
                }
                writeAll(feeds, new BusinessMaker(new Setting(seed, lastDay)), businesses);
                return publish(feeds, businesses, out);
            } finally {
                discard(feeds);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The district cannot be written into (%s): %s.%nMaybe check that the directory is writable and the disk has room."
                            .formatted(out, e.getMessage()),
                    e);
        }
    }

    private static void openAll(List<FeedWriter> feeds, Setting setting, Path out) throws IOException {
        feeds.add(open(CaseFeed.ID, CaseFeed::new, setting, out));
        feeds.add(open(InspectionFeed.ID, InspectionFeed::new, setting, out));
        feeds.add(open(LicenceFeed.ID, LicenceFeed::new, setting, out));
        feeds.add(open(PenaltyFeed.ID, PenaltyFeed::new, setting, out));
        feeds.add(open(ProfileFeed.ID, ProfileFeed::new, setting, out));
        feeds.add(open(SamplingFeed.ID, SamplingFeed::new, setting, out));
        feeds.add(open(TakenFeed.ID, TakenFeed::new, setting, out));
    }

    private static FeedWriter open(String feed, Opening opening, Setting setting, Path out) throws IOException {
        return opening.open(setting, Files.createDirectories(out.resolve(feed)));
    }

    /** A file left from another district would be imported together with this one. */
    private static void refuseStrangers(FeedWriter feed) throws IOException {
        Set<Path> own = feed.sheets().stream().map(CsvSheet::path).collect(Collectors.toSet());
        Path folder = feed.sheets().getFirst().path().toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file ->
                            own.stream().noneMatch(path -> path.getFileName().equals(file.getFileName())))
                    .findFirst()
                    .ifPresent(file -> {
                        throw new IllegalArgumentException(
                                "The file (%s) is of another district.%nMaybe name an empty directory."
                                        .formatted(file));
                    });
        }
    }

    /** Each feed is written by a thread of its own, which makes the businesses anew: that is cheaper than handing them over. */
    private static void writeAll(List<FeedWriter> feeds, BusinessMaker maker, int businesses) throws IOException {
        List<Callable<FeedWriter>> tasks = feeds.stream()
                .map(feed -> (Callable<FeedWriter>) () -> written(feed, maker, businesses))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(feeds.size())) {
            for (Future<FeedWriter> task : threads.invokeAll(tasks)) {
                task.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("A feed of the made-up district could not be written.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static FeedWriter written(FeedWriter feed, BusinessMaker maker, int businesses) throws IOException {
        for (int index = 0; index < businesses && !Thread.currentThread().isInterrupted(); index++) {
            feed.write(maker.make(index));
        }
        return feed;
    }

    private static GeneratedDistrict publish(List<FeedWriter> feeds, int businesses, Path out) throws IOException {
        List<CsvSheet> sheets =
                feeds.stream().flatMap(feed -> feed.sheets().stream()).toList();
        for (CsvSheet sheet : sheets) {
            sheet.close();
        }
        Files.writeString(out.resolve("README.txt"), NOTICE, StandardCharsets.UTF_8);
        List<GeneratedFile> files = new ArrayList<>();
        for (CsvSheet sheet : sheets) {
            files.add(sheet.publish());
        }
        return new GeneratedDistrict(businesses, files);
    }

    private static void discard(List<FeedWriter> feeds) throws IOException {
        for (FeedWriter feed : feeds) {
            for (CsvSheet sheet : feed.sheets()) {
                sheet.discard();
            }
        }
    }
}
