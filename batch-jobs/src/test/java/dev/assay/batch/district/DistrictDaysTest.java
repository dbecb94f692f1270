package dev.assay.batch.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistrictDaysTest {

    private static final LocalDate LAST = LocalDate.of(2027, 11, 23);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path folder;

    private List<String> lines(String of, String feed) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(of).resolve(feed))) {
            return files.flatMap(file -> {
                        try {
                            return Files.readAllLines(file).stream().skip(1);
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }
    }

    @Test
    void what_is_known_grows_from_day_to_day_and_is_the_whole_on_the_last() throws IOException {
        DistrictGenerator.write(200, 3, LAST, folder.resolve("all"));
        DistrictDays.write(folder.resolve("all"), DAY, folder.resolve("one"));
        DistrictDays.write(folder.resolve("all"), DAY.plusDays(7), folder.resolve("other"));
        DistrictDays.write(folder.resolve("all"), LAST, folder.resolve("last"));
        for (String feed : List.of(InspectionFeed.ID, PenaltyFeed.ID, ProfileFeed.ID)) {
            List<String> one = lines("one", feed);
            assertThat(lines("other", feed)).as(feed).containsAll(one);
            assertThat(lines("last", feed)).as(feed).isEqualTo(lines("all", feed));
        }
        List<String> week = lines("other", InspectionFeed.ID);
        assertThat(week.size() - lines("one", InspectionFeed.ID).size()).isBetween(1, week.size() / 20);
        assertThat(lines("last", LicenceFeed.ID)).isEqualTo(lines("all", LicenceFeed.ID));
        assertThat(lines("one", TakenFeed.ID))
                .hasSizeLessThan(lines("all", TakenFeed.ID).size());
    }

    @Test
    void a_licence_that_is_renewed_later_still_holds_and_a_sample_taken_lately_has_no_result() throws IOException {
        DistrictGenerator.write(200, 3, LAST, folder.resolve("all"));
        DistrictDays.write(folder.resolve("all"), DAY, folder.resolve("one"));
        DistrictDays.write(folder.resolve("all"), LAST, folder.resolve("last"));
        int status = LicenceFeed.HEADER.indexOf("XK_ZT");
        int number = LicenceFeed.HEADER.indexOf("XK_XKBH");
        List<String[]> all = cells("all", LicenceFeed.ID);
        List<String> later = all.stream()
                .filter(row -> row[LicenceFeed.HEADER.indexOf("XK_JDRQ")].compareTo(DAY.toString()) > 0)
                .map(row -> row[number])
                .toList();
        assertThat(cells("one", LicenceFeed.ID).stream().filter(row -> later.contains(row[number])))
                .isNotEmpty()
                .allMatch(row -> row[status].equals("1"));
        int decided = CaseFeed.HEADER.indexOf("处理决定日期");
        int closed = CaseFeed.HEADER.indexOf("结案日期");
        assertThat(cells("last", CaseFeed.ID)).hasSameSizeAs(cells("all", CaseFeed.ID));
        assertThat(cells("one", CaseFeed.ID))
                .isNotEmpty()
                .allMatch(row ->
                        row[decided].compareTo(DAY.toString()) <= 0 && row[closed].compareTo(DAY.toString()) <= 0)
                .anyMatch(row -> row[decided].isEmpty());
        int day = TakenFeed.HEADER.indexOf("抽样日期");
        assertThat(cells("one", TakenFeed.ID).stream()
                        .filter(row -> row[day].compareTo(DAY.minusDays(20).toString()) > 0))
                .isNotEmpty()
                .allMatch(row -> row[TakenFeed.HEADER.indexOf("结论")].isEmpty());
    }

    /** Cells without quotes: none of the columns looked at has one. */
    private List<String[]> cells(String of, String feed) throws IOException {
        return lines(of, feed).stream().map(line -> line.split(",", -1)).toList();
    }
}
