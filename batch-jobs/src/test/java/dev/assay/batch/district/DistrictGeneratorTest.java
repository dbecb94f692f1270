package dev.assay.batch.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.identity.FoodLicenceNumber;
import dev.assay.core.identity.MatchingKey;
import dev.assay.core.identity.Uscc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistrictGeneratorTest {

    private static final int BUSINESSES = 3_000;
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

    @TempDir
    static Path folder;

    private static GeneratedDistrict district = new GeneratedDistrict(0, List.of());

    @BeforeAll
    static void generate() {
        district = DistrictGenerator.write(BUSINESSES, 7, LAST_DAY, folder.resolve("district"));
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers(@TempDir Path other) throws IOException {
        DistrictGenerator.write(300, 7, LAST_DAY, other.resolve("once"));
        DistrictGenerator.write(300, 7, LAST_DAY, other.resolve("again"));
        DistrictGenerator.write(300, 8, LAST_DAY, other.resolve("differently"));

        assertThat(contents(other.resolve("again"))).isEqualTo(contents(other.resolve("once")));
        assertThat(contents(other.resolve("differently"))).isNotEqualTo(contents(other.resolve("once")));
    }

    @Test
    void aLargerDistrictBeginsWithTheRowsOfASmallerOne(@TempDir Path other) {
        GeneratedDistrict small = DistrictGenerator.write(300, 7, LAST_DAY, other.resolve("small"));

        for (GeneratedFile file : small.files()) {
            GeneratedFile same = district.files().stream()
                    .filter(candidate -> candidate.path().endsWith(file.path().getFileName()))
                    .findFirst()
                    .orElseThrow();
            List<List<String>> rows = Feeds.withHeader(file);
            assertThat(Feeds.withHeader(same).subList(0, rows.size())).isEqualTo(rows);
        }
    }

    @Test
    void everyFileHasTheHeaderOfItsPublishedFormatAndTheCountedRows() {
        Map<String, List<String>> headers = Map.of(
                LicenceFeed.ID, LicenceFeed.HEADER,
                PenaltyFeed.ID, PenaltyFeed.HEADER,
                SamplingFeed.ID, SamplingFeed.HEADER,
                InspectionFeed.ID, InspectionFeed.HEADER,
                ProfileFeed.ID, ProfileFeed.HEADER,
                TakenFeed.ID, TakenFeed.HEADER,
                CaseFeed.ID, CaseFeed.HEADER);

        assertThat(district.files()).hasSize(6 + 8);
        for (GeneratedFile file : district.files()) {
            List<List<String>> rows = Feeds.withHeader(file);
            assertThat(rows.getFirst()).isEqualTo(headers.get(file.feed()));
            assertThat(file.rows()).isEqualTo(rows.size() - 1L);
        }
        assertThat(List.of(LicenceFeed.HEADER.size(), PenaltyFeed.HEADER.size(), SamplingFeed.HEADER.size()))
                .containsExactly(28, 30, 14);
    }

    @Test
    void everyBusinessHasAValidCodeOfItsOwnAndOnlyThePlantedCodesFail() {
        List<String> codes = column(LicenceFeed.ID, LicenceFeed.HEADER, "XK_XDR_SHXYM");
        Map<Boolean, List<String>> byValidity =
                codes.stream().collect(Collectors.partitioningBy(code -> Uscc.check(code) == Uscc.Finding.VALID));

        assertThat(new HashSet<>(byValidity.getOrDefault(true, List.of()))).hasSize(BUSINESSES);
        assertThat((long) byValidity.getOrDefault(false, List.of()).size())
                .isEqualTo(faults(LicenceFeed.ID, PlantedFault.WRONG_CHECK_CHARACTER));
    }

    @Test
    void everyLicenceNumberHasAValidCheckDigitAndBelongsToOneBusiness() {
        int number = LicenceFeed.HEADER.indexOf("XK_XKBH");
        int name = LicenceFeed.HEADER.indexOf("XK_XDR_MC");
        Map<String, Set<String>> holders = Feeds.rows(district, LicenceFeed.ID).stream()
                .filter(row -> !row.get(name).isEmpty())
                .collect(Collectors.groupingBy(
                        row -> row.get(number), Collectors.mapping(row -> row.get(name), Collectors.toSet())));

        assertThat(holders.keySet())
                .allMatch(FoodLicenceNumber::isWellFormed)
                .allMatch(FoodLicenceNumber::hasValidCheckDigit);
        assertThat(holders.values()).allMatch(names -> names.size() == 1);
        assertThat(holders.keySet().stream().map(licence -> licence.substring(0, 2)))
                .contains("SC", "JY");
        assertThat(holders.keySet()).hasSizeGreaterThan(BUSINESSES);
    }

    @Test
    void everyPenaltyInspectionAndProfileSpeaksOfALicensedBusiness() {
        Set<String> licensed = new HashSet<>(column(LicenceFeed.ID, LicenceFeed.HEADER, "XK_XDR_SHXYM"));

        assertUnlicensed(licensed, PenaltyFeed.ID, PenaltyFeed.HEADER, "CF_XDR_SHXYM");
        assertUnlicensed(licensed, InspectionFeed.ID, InspectionFeed.HEADER, "统一社会信用代码");
        assertUnlicensed(licensed, ProfileFeed.ID, ProfileFeed.HEADER, "统一社会信用代码");
    }

    /** Whoever is not licensed has a planted wrong check character. */
    private static void assertUnlicensed(Set<String> licensed, String feed, List<String> header, String column) {
        List<String> codes = column(feed, header, column);
        assertThat(codes).isNotEmpty();
        assertThat(codes.stream().filter(code -> !licensed.contains(code)))
                .hasSize((int) faults(feed, PlantedFault.WRONG_CHECK_CHARACTER))
                .allMatch(code -> Uscc.check(code) == Uscc.Finding.CHECK_FAILS);
    }

    @Test
    void theRowsOfAnInspectionStandTogether() {
        List<String> numbers = column(InspectionFeed.ID, InspectionFeed.HEADER, "检查编号").stream()
                .filter(number -> !number.isEmpty())
                .toList();
        Set<String> ended = new HashSet<>();
        String current = numbers.getFirst();
        for (String number : numbers) {
            if (!number.equals(current)) {
                assertThat(ended.add(current)).as(current).isTrue();
                current = number;
            }
        }
        assertThat(ended).doesNotContain(current).hasSizeGreaterThan(BUSINESSES);
    }

    @Test
    void aSampledUnitIsFoundByItsFoldedNameAndAddressUnlessPlanted() {
        int name = LicenceFeed.HEADER.indexOf("XK_XDR_MC");
        int content = LicenceFeed.HEADER.indexOf("XK_NR");
        Set<String> premises = Feeds.rows(district, LicenceFeed.ID).stream()
                .map(row -> MatchingKey.of(row.get(name)) + "@"
                        + MatchingKey.of(row.get(content).split("[：；]", 3)[1]))
                .collect(Collectors.toSet());
        int unit = SamplingFeed.HEADER.indexOf("被抽样单位名称");
        List<List<String>> samples = Feeds.rows(district, SamplingFeed.ID);
        long lost = samples.stream()
                .filter(row ->
                        !premises.contains(MatchingKey.of(row.get(unit)) + "@" + MatchingKey.of(row.get(unit + 1))))
                .count();

        assertThat(samples).hasSizeGreaterThan(20);
        assertThat(lost)
                .isEqualTo(faults(SamplingFeed.ID, PlantedFault.UNKNOWN_BUSINESS)
                        + faults(SamplingFeed.ID, PlantedFault.MISSING_FIELD));
    }

    @Test
    void everySampleThatFailedInTheRegisterIsAmongThoseTaken() {
        List<List<String>> taken = Feeds.rows(district, TakenFeed.ID);
        int result = TakenFeed.HEADER.indexOf("结论");
        List<String> failed = taken.stream()
                .filter(row -> row.get(result).equals("不合格"))
                .map(row -> row.get(TakenFeed.HEADER.indexOf("食品名称")))
                .sorted()
                .toList();
        long passed = taken.stream().filter(row -> row.get(result).equals("合格")).count();
        int unit = SamplingFeed.HEADER.indexOf("被抽样单位名称");

        assertThat(failed)
                .isEqualTo(Feeds.rows(district, SamplingFeed.ID).stream()
                        .filter(row -> !row.get(unit).isEmpty()
                                && Stream.of("新店", "（已更名）", "二分店").noneMatch(row.get(unit)::endsWith))
                        .map(row -> row.get(SamplingFeed.HEADER.indexOf("食品名称")))
                        .sorted()
                        .toList());
        assertThat(passed).isGreaterThan(10L * failed.size());
        assertThat(taken).extracting(List::getFirst).doesNotHaveDuplicates();
    }

    @Test
    void everyPenaltyHasItsCaseFiledBeforeItAndClosedAfterIt() {
        List<List<String>> cases = Feeds.rows(district, CaseFeed.ID);
        int decided = CaseFeed.HEADER.indexOf("处理决定日期");
        int closed = CaseFeed.HEADER.indexOf("结案日期");
        int number = PenaltyFeed.HEADER.indexOf("CF_WSH");

        assertThat(cases.stream().map(row -> row.get(CaseFeed.HEADER.indexOf("处罚决定书文号"))))
                .containsExactlyInAnyOrderElementsOf(Feeds.rows(district, PenaltyFeed.ID).stream()
                        .map(row -> row.get(number))
                        .filter(written -> !written.isEmpty())
                        .distinct()
                        .toList());
        assertThat(cases)
                .allMatch(row -> row.get(CaseFeed.HEADER.indexOf("立案日期")).compareTo(row.get(decided)) < 0)
                .allMatch(row -> row.get(closed).isEmpty() || row.get(closed).compareTo(row.get(decided)) > 0)
                .anyMatch(row -> row.get(closed).isEmpty())
                .anyMatch(row -> !row.get(closed).isEmpty());
    }

    @Test
    void betweenOneAndThreeRowsInAThousandOfTheLicenceSheetAreFaulty() {
        List<GeneratedFile> licences = filesOf(LicenceFeed.ID);
        long faulty = licences.stream().mapToLong(GeneratedFile::faultyRows).sum();
        long rows = licences.stream().mapToLong(GeneratedFile::rows).sum();

        assertThat(faulty * 1000).isBetween(rows, 3 * rows);
    }

    @Test
    void finesAreExactInTheUnitOfTenThousandYuan() {
        assertThat(Sanction.inTenThousands(2_000)).isEqualTo("0.2");
        assertThat(Sanction.inTenThousands(100_000)).isEqualTo("10");
        assertThat(Sanction.inTenThousands(12_345)).isEqualTo("1.2345");
        assertThat(Sanction.inTenThousands(0)).isEmpty();
    }

    @Test
    void everyDirectorySaysThatItIsMadeUpAndHoldsNoPart() throws IOException {
        assertThat(folder.resolve("district/README.txt"))
                .content()
                .contains("made up")
                .contains("虚构");
        assertThat(contents(folder.resolve("district")).keySet()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void theFilesOfAnotherDistrictAreNotMixedWithThisOne(@TempDir Path other) throws IOException {
        DistrictGenerator.write(5, 7, LAST_DAY, other);
        Map<String, String> before = contents(other);

        assertThatThrownBy(() -> DistrictGenerator.write(5, 7, LAST_DAY.plusDays(1), other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe name an empty directory.");
        assertThat(contents(other).keySet()).isEqualTo(before.keySet());
    }

    @Test
    void aRunThatFailsLeavesNoFileOfItsOwn(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("district-sampling/district-sampling-" + LAST_DAY + ".csv.part"));

        assertThatThrownBy(() -> DistrictGenerator.write(5, 7, LAST_DAY, other))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Maybe check");
        assertThat(contents(other)).isEmpty();
    }

    @Test
    void aNumberOutOfRangeAndAFileInPlaceOfTheDirectoryAreRefused(@TempDir Path other) throws IOException {
        Path file = Files.writeString(other.resolve("file"), "");

        assertThatThrownBy(() -> DistrictGenerator.write(0, 7, LAST_DAY, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(0)");
        assertThatThrownBy(() -> DistrictGenerator.write(500_001, 7, LAST_DAY, other))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DistrictGenerator.write(1, 7, LAST_DAY, file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Maybe check");
    }

    private static List<GeneratedFile> filesOf(String feed) {
        return district.files().stream()
                .filter(file -> file.feed().equals(feed))
                .toList();
    }

    private static long faults(String feed, PlantedFault fault) {
        return filesOf(feed).stream()
                .mapToLong(file -> file.faults().getOrDefault(fault, 0L))
                .sum();
    }

    private static List<String> column(String feed, List<String> header, String column) {
        int index = header.indexOf(column);
        return Feeds.rows(district, feed).stream().map(row -> row.get(index)).toList();
    }

    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(directory.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
