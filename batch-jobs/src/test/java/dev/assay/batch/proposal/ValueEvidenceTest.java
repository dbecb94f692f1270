package dev.assay.batch.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueEvidenceTest {

    private static final List<String> DAYS = List.of("2021-03-05", "2021/3/6", "2021年3月7日", "/");
    private static final List<String> PROVINCES = List.of("江苏", "浙江省", "广西壮族自治区", "北京市");
    private static final List<String> COMPANIES = List.of("甲食品有限公司", "乙酒厂", "丙超市");

    @Test
    void cellsThatSuitTheHeaderMakeItSurer() {
        double alone = Sheets.propose("生产日期").confidence();
        assertThat(Sheets.propose("生产日期", DAYS).confidence()).isGreaterThan(alone);
    }

    @Test
    void cellsThatContradictTheHeaderCastDoubtOnIt() {
        double alone = Sheets.propose("生产日期").confidence();
        assertThat(Sheets.propose("生产日期", PROVINCES).confidence()).isLessThan(alone);
    }

    @Test
    void anUnsureHeaderThatItsCellsContradictIsUnknown() {
        assertThat(Sheets.propose("单位名称").field()).isEqualTo("sampled_location_name");
        assertThat(Sheets.propose("单位名称", DAYS).field()).isNull();
    }

    @Test
    void cellsSpeakForThemselvesWhereOnlyOneFieldHasSuch() {
        assertThat(Sheets.propose("栏目三", PROVINCES).field()).isEqualTo("sampled_location_province");
        assertThat(Sheets.propose("栏目三", List.of("合格", "不合格", "合格")).field()).isEqualTo("inspection_results");
    }

    @Test
    void aHeaderThatSaysTwoThingsIsDecidedByItsCells() {
        assertThat(Sheets.propose("检测结果").field()).isNull();
        assertThat(Sheets.propose("检测结果", List.of("0.5g/kg", "12 mg/kg", "未检出")).field())
                .isEqualTo("test_outcome");
        assertThat(Sheets.propose("检测结果", List.of("合格", "不合格", "合格")).field()).isEqualTo("inspection_results");
    }

    @Test
    void aResultThatIsSaidToBeMeasuredIsAVerdictWhereItsCellsAreVerdicts() {
        assertThat(Sheets.propose("检验结果").field()).isEqualTo("test_outcome");
        assertThat(Sheets.propose("检验结果", List.of("合格", "不合格", "合格")).field()).isEqualTo("inspection_results");
    }

    @Test
    void linksAreTheSourceOfTheDataAndNoShopOnTheWeb() {
        List<String> links = List.of("http://a.example/1", "http://a.example/2", "https://b.example/");
        assertThat(Sheets.propose("网站", links).field()).isNull();
        assertThat(Sheets.propose("栏目三", links).field()).isEqualTo("data_source_detailed");
    }

    @Test
    void cellsThatSeveralFieldsCouldHaveSayNothingWithoutAHeader() {
        assertThat(Sheets.propose("栏目三", DAYS).field()).isNull();
        assertThat(Sheets.propose("栏目三", COMPANIES).field()).isNull();
    }

    @Test
    void twoCellsAreTooFewToSayAnything() {
        ProposedColumn headerAlone = Sheets.propose("生产日期");
        assertThat(Sheets.propose("生产日期", List.of("江苏", "浙江", "/"))).isEqualTo(headerAlone);
    }
}
