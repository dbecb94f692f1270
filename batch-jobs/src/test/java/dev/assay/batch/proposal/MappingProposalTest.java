package dev.assay.batch.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.FeedParser;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.batch.reading.SheetSample;
import dev.assay.batch.reading.SourceFile;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.FaultyConfigException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingProposalTest {

    private static final List<String> SHEET =
            List.of("序号", "标称生产企业名称", "被抽样单位\n名称", "被抽样单位地址", "食品名称", "不合格项目║检验结果║标准值", "备注");

    @TempDir
    private Path directory;

    @Test
    void theSkeletonIsAFeedOnceItsPlaceholdersAreFilledIn() {
        String completed = Sheets.propose(SHEET, List.of())
                .skeleton()
                .replace("<id>", "county-sampling")
                .replace("<名称>", "县抽检")
                .replace("<title>", "County samples")
                .replace("<unknown>", "not used");
        assertThat(completed).doesNotContain("<");
        FeedDefinition feed = FeedParser.parse(new ConfigFile("feeds/county-sampling.yaml", completed));
        assertThat(feed.facts()).hasSize(1);
        assertThat(feed.facts().getFirst().kind().name()).isEqualTo("sampling-result");
        assertThat(feed.columns()).hasSize(SHEET.size());
    }

    @Test
    void eachColumnOfTheSheetHasOneProposalInItsOrder() {
        List<ProposedColumn> columns = Sheets.propose(SHEET, List.of()).columns();
        assertThat(columns).extracting(ProposedColumn::header).isEqualTo(SHEET);
        assertThat(columns)
                .extracting(ProposedColumn::field)
                .containsExactly(
                        null,
                        "manufacturer_name",
                        "sampled_location_name",
                        "sampled_location_address",
                        "food_name",
                        "failing_results",
                        null);
    }

    @Test
    void anAddressOfWhichNothingIsSaidIsThatOfTheUnitOnItsLeft() {
        List<String> header = List.of("标称生产企业", "地址", "被抽样单位", "联系电话", "地址", "食品名称", "地址");
        assertThat(Sheets.propose(header, List.of()).columns())
                .extracting(ProposedColumn::field)
                .containsExactly(
                        "manufacturer_name",
                        "manufacturer_address",
                        "sampled_location_name",
                        null,
                        "sampled_location_address",
                        "food_name",
                        null);
        assertThat(Sheets.propose("地址").field()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "名称（被抽样单位）, sampled_location_name",
        "单位名称（标称生产）, manufacturer_name",
        "地址（生产企业）, manufacturer_address",
        // The words before the brackets say whose name it is.
        "生产企业名称（被抽样单位）, manufacturer_name"
    })
    void bracketsSayWhoseNameItIsWhereNothingElseDoes(String header, String field) {
        assertThat(Sheets.propose(header).field()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"噁霜灵氧化物", "氟吡呋喃酮", "某某甲酰胺盐", "羰基化合"})
    void aNameThatNobodyKnowsIsASubstanceWhereItIsSpelledLikeOne(String header) {
        assertThat(Sheets.propose(header).field()).isEqualTo("test_outcome");
    }

    @ParameterizedTest
    @CsvSource({
        "Name of the sample, food_name",
        "Manufacturer's address, manufacturer_address",
        "date_of_sampling, sampled_date",
        "ProductionDate, production_date",
        "yangpin mingcheng, food_name",
        "shengchanqiye, manufacturer_name",
        "bcydwdz, sampled_location_address",
        "scrq, production_date",
        "jyjl, inspection_results"
    })
    void sheetsFromProgramsHaveEnglishHeadersOrPinyin(String header, String field) {
        assertThat(Sheets.propose(header).field()).isEqualTo(field);
    }

    @Test
    void englishHeadersAreReadWithTheirOwnVocabulary() {
        List<String> header = List.of(
                "DBA_Name",
                "Street Address",
                "ZipCode",
                "inspectionDate",
                "Score",
                "Grade",
                "Violations",
                "Updated Date",
                "Ward");
        assertThat(Sheets.propose(header, List.of()).columns())
                .extracting(ProposedColumn::field)
                .containsExactly(
                        "business_name",
                        "business_address",
                        "business_postcode",
                        "inspection_date",
                        "score",
                        "grade",
                        "violation",
                        null,
                        null);
    }

    @Test
    void aTitleAboveTheHeaderIsPassedOver() throws IOException {
        Path file =
                Files.writeString(directory.resolve("sheet.csv"), "某市食品抽检信息,,\n食品名称,\"生产\n日期\",省份\n米,2021-03-05,江苏\n");
        SheetSample sheet = SheetSample.of(SourceFile.inspect(file), 10);
        assertThat(sheet.header()).containsExactly("食品名称", "生产\n日期", "省份");
        assertThat(sheet.column(2)).containsExactly("江苏");
    }

    @Test
    void aSheetOfOneColumnWithoutRowsHasAHeader() throws IOException {
        Path file = Files.writeString(directory.resolve("sheet.csv"), "食品名称\n");
        assertThat(SheetSample.of(SourceFile.inspect(file), 10).header()).containsExactly("食品名称");
    }

    @Test
    void aSheetInTheEncodingAndWithTheDelimiterOfAnotherOfficeIsRead() throws IOException {
        Path file = Files.write(
                directory.resolve("sheet.txt"),
                "食品名称\t生产日期\t被抽样单位名称\n大米\t2021-03-05\t某某食品经营部\n".getBytes(Charset.forName("GB18030")));
        SheetSample sheet = SheetSample.of(SourceFile.inspect(file), 10);
        assertThat(sheet.header()).containsExactly("食品名称", "生产日期", "被抽样单位名称");
        assertThat(sheet.column(2)).containsExactly("某某食品经营部");
    }

    @Test
    void aWorkbookIsReadBelowItsTitles() throws IOException {
        Path file = directory.resolve("sheet.xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(file), "assay", "1.0");
                Worksheet worksheet = workbook.newWorksheet("数据")) {
            worksheet.value(0, 0, "某市食品抽检信息");
            worksheet.value(2, 0, "食品名称");
            worksheet.value(2, 1, "规格型号");
            worksheet.value(3, 0, "大米");
            worksheet.value(3, 1, "5kg/袋");
        }
        SheetSample sheet = SheetSample.of(SourceFile.inspect(file), 10);
        assertThat(sheet.header()).containsExactly("食品名称", "规格型号");
        assertThat(sheet.column(1)).containsExactly("5kg/袋");
    }

    @Test
    void aFileThatIsNoTextIsRefusedAsAWhole() throws IOException {
        Path file = Files.write(directory.resolve("sheet.csv"), new byte[] {1, 0, 2, 0, 3, 0, 0, 0});
        SourceFile source = SourceFile.inspect(file);
        assertThatThrownBy(() -> SheetSample.of(source, 10)).isInstanceOf(FileRefusedException.class);
    }

    @Test
    void allFaultsOfAVocabularyAreToldAtOnceWithTheNearestWord() {
        ConfigFile file = new ConfigFile("headers/mine.yaml", """
                headers: mine
                title: {zh: 表头, en: Headers}
                kind: sampling-result
                fields:
                  food: {zh: 食品, en: Food, fact: produkt}
                least_confidence: 1.5
                words: {product: [食品]}
                rules:
                  - {field: foot, all: [prodact], confidence: 0.9}
                """);
        assertThatThrownBy(() -> HeaderVocabularyParser.parse(file))
                .isInstanceOfSatisfying(
                        FaultyConfigException.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(fault -> fault.line() + " " + fault.path())
                                .containsExactlyInAnyOrder(
                                        "5 fields.food.fact",
                                        "6 least_confidence",
                                        "9 rules[0].field",
                                        "9 rules[0].all"));
    }
}
