package dev.assay.batch.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that no sheet of the known ones has, made up from the language of the trade. */
class HeaderVariantsTest {

    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("标称生产企业名称", "manufacturer_name"),
            Map.entry("标称生产企业地址", "manufacturer_address"),
            Map.entry("被抽样单位名称", "sampled_location_name"),
            Map.entry("被抽样单位地址", "sampled_location_address"),
            Map.entry("被抽样单位所在省份", "sampled_location_province"),
            Map.entry("食品名称", "food_name"),
            Map.entry("食品分类", "product_classification"),
            Map.entry("规格型号", "specifications_model"),
            Map.entry("生产日期/批号", "production_date"),
            Map.entry("抽样日期", "sampled_date"),
            Map.entry("公告日期", "announcement_date"),
            Map.entry("公告号", "notice_number"),
            Map.entry("检验机构", "testing_agency"),
            Map.entry("检验项目", "adulterant"),
            Map.entry("检验值", "test_outcome"),
            Map.entry("标准限量值", "legal_limit"),
            Map.entry("检验结论", "inspection_results"),
            Map.entry("任务来源", "task_source_or_project_name"),
            Map.entry("不合格项目║检验结果║标准值", "failing_results"));

    private static final List<String> BLANKS = List.of(" ", "\u00a0", "\u3000", "\n", "\r\n", "\t");
    private static final List<String> BEFORE = List.of("", "3.", "（3）", "三、", " ", "12、", "\ufeff");
    private static final List<String> BEHIND = List.of("", "*", "（必填）", "【填写】", ".1", "(隐藏栏）", "[如有]", " ", "：");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void blanksLineBreaksNumberingAndRemarksInBracketsDoNotChangeTheMeaning(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        PLAIN.forEach((header, field) -> {
            for (int i = 0; i < 50; i++) {
                String variant = one(BEFORE, random) + blanked(header, random) + one(BEHIND, random);
                assertThat(Sheets.propose(variant).field()).as(variant).isEqualTo(field);
            }
        });
    }

    private static String blanked(String header, RandomGenerator random) {
        StringBuilder blanked = new StringBuilder();
        header.chars().forEach(letter -> {
            blanked.append((char) letter);
            if (random.nextInt(4) == 0) {
                blanked.append(one(BLANKS, random));
            }
        });
        return blanked.toString();
    }

    private static String one(List<String> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }

    @ParameterizedTest
    @CsvSource({
        // traditional characters
        "標稱生產企業名稱, manufacturer_name",
        "檢驗機構, testing_agency",
        "抽樣日期, sampled_date",
        // brackets of other kinds, and brackets that do not close
        "〔标称〕生产企业名称, manufacturer_name",
        "食品分类（食品大, product_classification",
        // additional words
        "产品标签上标称的生产企业名称, manufacturer_name",
        "被抽检餐饮服务单位详细地址, sampled_location_address",
        "承检机构全称, testing_agency",
        "主要不合格检验项目, adulterant",
        "样品包装规格型号, specifications_model",
        "抽样检验结论, inspection_results",
        // Chinese and English side by side
        "产品名称 Product Name, food_name",
        "检测机构/Laboratory, testing_agency",
        // what a test looks for, with unit, standard or way of counting
        "恩诺沙星（μg/kg）, test_outcome",
        "丙溴磷 GB 23200.113-2018, test_outcome",
        "'苯甲酸及其钠盐（以苯甲酸计），g/kg', test_outcome",
        "单核细胞增生李斯特氏菌, test_outcome",
        "吡唑醚菌酯, test_outcome",
        // lists of them are what was looked for, and not a value
        "铅、镉、总汞、总砷, adulterant"
    })
    void otherWaysToSayItAreUnderstood(String header, String field) {
        assertThat(Sheets.propose(header).field()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "序号",
                "商标",
                "联系电话",
                "统一社会信用代码",
                "保质期",
                "被抽样单位名称及地址", // two things in one cell
                "供样单位", // the producer or the sampled unit
                "日期", // of what?
                "检验依据",
                "天气",
                "ZZ_17",
                ""
            })
    void whatIsNotClearIsUnknownAndNotGuessed(String header) {
        ProposedColumn column = Sheets.propose(header);
        assertThat(column.field()).isNull();
        assertThat(column.confidence()).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noHeaderAndNoCellHowEverOddStopsAProposal(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> pieces = List.of(
                "(", "）", "生产", "以", "计", "省", "路", "检验", "a", "9", "\ud83d", "\u0000", "/", " ", "酸", ".1", "…");
        for (int i = 0; i < 500; i++) {
            String odd = odd(pieces, random);
            ProposedColumn column = Sheets.propose(odd, List.of(odd, odd + odd, odd(pieces, random)));
            assertThat(column.header()).isEqualTo(odd);
            assertThat(column.field() == null).as(odd).isEqualTo(column.confidence() == 0);
        }
    }

    private static String odd(List<String> pieces, RandomGenerator random) {
        StringBuilder odd = new StringBuilder();
        // Some are far longer than any header, where a careless pattern would take minutes.
        int length = random.nextInt(10) == 0 ? 20_000 : random.nextInt(30);
        for (int i = 0; i < length; i++) {
            odd.append(one(pieces, random));
        }
        return odd.toString();
    }

    @Test
    void aHeaderThatIsUnderstoodInPartIsLessSureThanOneThatIsUnderstoodWhole() {
        assertThat(Sheets.propose("某某被抽样单位名称").confidence())
                .isLessThan(Sheets.propose("被抽样单位名称").confidence());
    }
}
