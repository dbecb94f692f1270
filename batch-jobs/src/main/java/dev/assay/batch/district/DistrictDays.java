package dev.assay.batch.district;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A made-up district day by day: of one whose history goes far ahead the rows that have happened by a day. So a sandbox goes on from one night to the
 * next as a real district does: most rows are those of the day before, a few are new.
 */
public final class DistrictDays {

    /** The column that says when a row of a feed happened. The notices of failed samples bear it in their names. */
    private static final Map<String, String> DAY = Map.of(
            LicenceFeed.ID, "XK_JDRQ",
            PenaltyFeed.ID, "CF_JDRQ",
            InspectionFeed.ID, "检查日期",
            ProfileFeed.ID, "测评日期",
            TakenFeed.ID, "抽样日期",
            CaseFeed.ID, "立案日期");

    private static final int LENGTH_OF_A_DAY = 10;
    private static final String IN_FORCE = "1";

    private DistrictDays() {}

    /**
     * Writes what is known of a district on a day.
     *
     * @param district a directory that {@link DistrictGenerator} wrote
     * @param day the day
     * @param out where to, with a folder for each feed
     * @throws UncheckedIOException if a file cannot be read or written
     */
    public static void write(Path district, LocalDate day, Path out) {
        try {
            for (Map.Entry<String, String> feed : DAY.entrySet()) {
                for (Path file : files(district, feed.getKey())) {
                    copy(
                            file,
                            feed.getKey(),
                            feed.getValue(),
                            day,
                            Files.createDirectories(out.resolve(feed.getKey())));
                }
            }
            for (Path notice : files(district, SamplingFeed.ID)) {
                String name = notice.getFileName().toString().replace(".csv", "");
                if (name.substring(name.length() - LENGTH_OF_A_DAY).compareTo(day.toString()) <= 0) {
                    Files.copy(
                            notice,
                            Files.createDirectories(out.resolve(SamplingFeed.ID))
                                    .resolve(notice.getFileName()));
                }
            }
        } catch (IOException | CsvValidationException e) {
            throw new UncheckedIOException(
                    "The made-up district (%s) cannot be gone on with: %s%nMaybe make it anew in an empty directory."
                            .formatted(district, e.getMessage()),
                    e instanceof IOException io ? io : new IOException(e));
        }
    }

    private static List<Path> files(Path district, String feed) throws IOException {
        try (Stream<Path> files = Files.list(district.resolve(feed))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path file, String feed, String column, LocalDate day, Path folder)
            throws IOException, CsvValidationException {
        Set<String> renewed = feed.equals(LicenceFeed.ID) ? renewedAfter(file, day) : Set.of();
        try (CSVReader rows = reader(file)) {
            List<String> header = List.of(rows.readNext());
            int at = header.indexOf(column);
            CsvSheet sheet = new CsvSheet(feed, folder.resolve(feed + "-" + day + ".csv"), header);
            try {
                for (String[] row = rows.readNext(); row != null; row = rows.readNext()) {
                    if (row[at].compareTo(day.toString()) <= 0) {
                        sheet.write(asOf(row, header, renewed, day));
                    }
                }
                sheet.publish();
            } finally {
                sheet.discard();
            }
        }
    }

    /** As the row stood: a document that is replaced later still held, and the laboratory was still at it. */
    private static String[] asOf(String[] row, List<String> header, Set<String> renewed, LocalDate day) {
        String[] known = Arrays.copyOf(row, row.length);
        int licence = header.indexOf("XK_XKBH");
        if (licence >= 0 && renewed.contains(row[licence])) {
            known[header.indexOf("XK_ZT")] = IN_FORCE;
        }
        int result = header.indexOf("结论");
        if (result >= 0
                && row[header.indexOf("抽样日期")].compareTo(
                                day.minusDays(TakenFeed.DAYS_TO_A_RESULT).toString())
                        > 0) {
            known[result] = "";
        }
        if (header.equals(CaseFeed.HEADER)) {
            caseAsOf(known, day.toString());
        }
        return known;
    }

    /** What was decided and closed later was not known, nor that the term would be too short. */
    private static void caseAsOf(String[] known, String day) {
        List<String> header = CaseFeed.HEADER;
        if (known[header.indexOf("处理决定日期")].compareTo(day) > 0) {
            for (String later : List.of("处理决定日期", "处理结果", "处罚决定书文号")) {
                known[header.indexOf(later)] = "";
            }
            known[header.indexOf("办案期限延长至")] = prolonged(known, day);
        }
        if (known[header.indexOf("结案日期")].compareTo(day) > 0) {
            known[header.indexOf("结案日期")] = "";
        }
        known[header.indexOf("统计日期")] = day;
    }

    private static String prolonged(String[] known, String day) {
        LocalDate filed = LocalDate.parse(known[CaseFeed.HEADER.indexOf("立案日期")]);
        return filed.plusDays(CaseFeed.USUAL_TERM).toString().compareTo(day) <= 0
                ? known[CaseFeed.HEADER.indexOf("办案期限延长至")]
                : "";
    }

    private static Set<String> renewedAfter(Path file, LocalDate day) throws IOException, CsvValidationException {
        Set<String> renewed = new HashSet<>();
        try (CSVReader rows = reader(file)) {
            List<String> header = List.of(rows.readNext());
            int decided = header.indexOf("XK_JDRQ");
            int licence = header.indexOf("XK_XKBH");
            for (String[] row = rows.readNext(); row != null; row = rows.readNext()) {
                if (row[decided].compareTo(day.toString()) > 0) {
                    renewed.add(row[licence]);
                }
            }
        }
        return renewed;
    }

    private static CSVReader reader(Path path) throws IOException {
        return new CSVReaderBuilder(Files.newBufferedReader(path))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .build();
    }
}
