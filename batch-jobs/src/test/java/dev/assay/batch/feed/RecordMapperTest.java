package dev.assay.batch.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordMapperTest {

    private static final String USCC = "91350100M000100Y43";

    private static Map<String, String> with(Map<String, String> cells, String... changes) {
        Map<String, String> changed = new HashMap<>(cells);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put(changes[i], changes[i + 1]);
        }
        return changed;
    }

    private static final Map<String, String> PENALTY = Map.of(
            "CF_XDR_SHXYM", USCC,
            "CF_WSH", "市场【2019】1号",
            "CF_WFXW", "经营过期食品",
            "CF_CFLB", "罚款；没收违法所得、警告",
            "CF_NR_FK", "0.2",
            "CF_JDRQ", "2019-10-10",
            "CF_CFJG", "某市市场监督管理局",
            "CF_CFJGDM", "11320600014220000X");

    @Test
    void a_fine_in_ten_thousand_yuan_becomes_yuan_exactly() {
        // 0.2 × 10,000 yuan = 2,000 yuan
        MappedRecord record = PackagedFeeds.map(PackagedFeeds.feed("district-penalty"), PENALTY);
        assertThat(record.refusals()).isEmpty();
        assertThat(record.facts().getFirst().values().findDecimal("fine")).contains(new BigDecimal("2000"));
        assertThat(record.facts().getFirst().recordKey()).isEqualTo("11320600014220000X|市场【2019】1号");
    }

    @Test
    void several_kinds_of_penalty_in_one_cell_are_split_by_any_of_the_separators() {
        MappedRecord record = PackagedFeeds.map(PackagedFeeds.feed("district-penalty"), PENALTY);
        assertThat(record.facts().getFirst().values().getTexts("kinds")).containsExactly("罚款", "没收违法所得", "警告");
    }

    @ParameterizedTest(name = "{0} in {1} is refused as {2}")
    @CsvSource({
        "91350100M000100Y44, CF_XDR_SHXYM, IDENTITY_CHECK",
        "91350100M000100Y4,  CF_XDR_SHXYM, IDENTITY_LENGTH",
        "91350100m000100y43, CF_XDR_SHXYM, IDENTITY_CHARACTER",
        "无,                 CF_XDR_SHXYM, MISSING_VALUE",
        "2019-02-30,         CF_JDRQ,      BAD_DATE",
        "'',                 CF_JDRQ,      MISSING_VALUE",
        "两千,               CF_NR_FK,     BAD_NUMBER",
        "1e3,                CF_NR_FK,     BAD_NUMBER",
    })
    void a_bad_value_refuses_the_row_and_is_named(String value, String column, RefusalReason reason) {
        MappedRecord record = PackagedFeeds.map(PackagedFeeds.feed("district-penalty"), with(PENALTY, column, value));
        assertThat(record.facts()).isEmpty();
        assertThat(record.refusals())
                .extracting(Refusal::line, Refusal::column, Refusal::reason)
                .containsExactly(tuple(2L, column, reason));
    }

    @Test
    void all_the_faults_of_a_row_are_told() {
        MappedRecord record = PackagedFeeds.map(
                PackagedFeeds.feed("district-penalty"), with(PENALTY, "CF_NR_FK", "x", "CF_JDRQ", "y"));
        assertThat(record.refusals()).extracting(Refusal::column).containsExactlyInAnyOrder("CF_NR_FK", "CF_JDRQ");
    }

    private static final Map<String, String> LICENCE = Map.ofEntries(
            Map.entry("XK_XDR_MC", "某餐馆"),
            Map.entry("XK_XDR_LB", "个体工商户"),
            Map.entry("XK_XDR_SHXYM", USCC),
            Map.entry("XK_WSH", "许2021-1"),
            Map.entry("XK_XKBH", "JY23206130000017"),
            Map.entry("XK_NR", "经营场所：崇川区人民路1号；经营项目：热食类食品制售"),
            Map.entry("XK_JDRQ", "2021-01-04"),
            Map.entry("XK_YXQZ", "2021-01-04"),
            Map.entry("XK_YXQZI", "2026-01-03"),
            Map.entry("XK_XKJGDM", "11320613014220000X"),
            Map.entry("XK_ZT", "1"));

    @Test
    void a_licence_row_describes_the_business_and_its_licence() {
        MappedRecord record = PackagedFeeds.map(PackagedFeeds.feed("district-licence"), LICENCE);
        MappedFact business = record.facts().getFirst();
        MappedFact licence = record.facts().getLast();
        assertThat(business.values().findText("address")).contains("崇川区人民路1号");
        assertThat(business.values().findText("division")).contains("320613");
        assertThat(licence.values().findText("sector")).contains("catering");
        assertThat(licence.values().findText("status")).contains("valid");
        assertThat(licence.alias()).isEqualTo("JY23206130000017");
        assertThat(record.latest()).isEqualTo(LocalDate.of(2021, 1, 4));
    }

    @Test
    void a_wrong_check_digit_of_a_licence_is_a_warning_only() {
        MappedRecord record =
                PackagedFeeds.map(PackagedFeeds.feed("district-licence"), with(LICENCE, "XK_XKBH", "JY23206130000018"));
        assertThat(record.refusals()).isEmpty();
        assertThat(record.warnings()).containsExactly(DataWarning.LICENCE_CHECK_DIGIT);
    }

    @Test
    void an_unknown_licence_status_is_refused() {
        MappedRecord record = PackagedFeeds.map(PackagedFeeds.feed("district-licence"), with(LICENCE, "XK_ZT", "77"));
        assertThat(record.refusals()).extracting(Refusal::reason).containsExactly(RefusalReason.BAD_CODE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"║", "‖", "||", "|", "丨", "｜"})
    void a_failing_item_is_split_by_every_separator_that_was_met(String separator) {
        MappedRecord record = PackagedFeeds.map(
                PackagedFeeds.feed("district-sampling"),
                Map.of(
                        "被抽样单位名称",
                        "某超市",
                        "被抽样单位地址",
                        "人民路1号",
                        "食品名称",
                        "花生",
                        "不合格项目║检验结果║标准值",
                        "黄曲霉毒素B₁" + separator + "25μg/kg" + separator + "≤20μg/kg；酸价" + separator + "＜10" + separator
                                + "5"));
        assertThat(record.refusals()).isEmpty();
        assertThat(record.facts().getFirst().values().getItems("failures"))
                .extracting(item -> item.findText("item").orElse("")
                        + " / " + item.findText("result").orElse("")
                        + " / " + item.findText("standard").orElse(""))
                .containsExactly("黄曲霉毒素B₁ / 25μg/kg / ≤20μg/kg", "酸价 / ＜10 / 5");
        assertThat(record.facts().getFirst().recordKey()).endsWith("|2021-03-05");
    }

    @Test
    void the_two_spellings_of_a_waiting_state_are_one_and_another_word_is_refused() {
        FeedDefinition feed = PackagedFeeds.feed("fhrs");
        Map<String, String> row = Map.of("fhrsid", "1", "businessname", "A", "ratingvalue", "Awaiting Inspection");
        assertThat(status(feed, row)).isEqualTo("awaiting-inspection");
        assertThat(status(feed, with(row, "ratingvalue", "AwaitingInspection"))).isEqualTo("awaiting-inspection");
        assertThat(PackagedFeeds.map(feed, with(row, "ratingvalue", "6")).refusals())
                .extracting(Refusal::reason)
                .containsExactly(RefusalReason.BAD_CODE);
    }

    private static String status(FeedDefinition feed, Map<String, String> row) {
        return PackagedFeeds.map(feed, row)
                .facts()
                .getFirst()
                .values()
                .findText("rating_status")
                .orElse("");
    }

    @Test
    void an_inspection_is_made_only_where_a_score_is_given() {
        FeedDefinition feed = PackagedFeeds.feed("fhrs");
        Map<String, String> row = Map.of("fhrsid", "1", "businessname", "A", "ratingvalue", "5");
        assertThat(PackagedFeeds.map(feed, row).facts()).hasSize(1);
        assertThat(PackagedFeeds.map(feed, with(row, "hygiene", "0")).facts()).hasSize(2);
    }

    @Test
    void different_parts_never_give_the_same_key_and_a_long_key_fits_the_index() {
        assertThat(RecordKey.of(List.of("a|b", "c"))).isNotEqualTo(RecordKey.of(List.of("a", "b|c")));
        String long1 = "长".repeat(300);
        assertThat(RecordKey.of(List.of(long1, "1"))).hasSize(190).isNotEqualTo(RecordKey.of(List.of(long1, "2")));
    }

    /** Two records that differ in it alone would have one key in the store, and no content would read back as it was. */
    @Test
    void half_a_character_refuses_the_row_because_no_encoding_can_hold_it() {
        MappedRecord record = PackagedFeeds.map(
                PackagedFeeds.feed("district-penalty"),
                with(PENALTY, "CF_WSH", "市场【2019】\ud83d号", "CF_WFXW", "\ude00"));
        assertThat(record.facts()).isEmpty();
        assertThat(record.refusals())
                .extracting(Refusal::column, Refusal::reason)
                .containsExactly(tuple("CF_WSH", RefusalReason.ENCODING), tuple("CF_WFXW", RefusalReason.ENCODING));
        assertThat(PackagedFeeds.map(PackagedFeeds.feed("district-penalty"), with(PENALTY, "CF_WFXW", "卖😀"))
                        .isRefused())
                .isFalse();
    }

    @Test
    void a_part_by_place_never_cuts_a_character_in_two() {
        MappedRecord record = PackagedFeeds.map(
                PackagedFeeds.feed("district-licence"), with(LICENCE, "XK_XKJGDM", "11320😀614220000X"));
        assertThat(record.facts().getFirst().values().findText("division")).contains("320😀61");
    }

    /** One sign of Arabic stands for four words; the store's index holds the words. */
    @Test
    void a_name_whose_matching_key_does_not_fit_is_too_long() {
        MappedRecord record = PackagedFeeds.map(
                PackagedFeeds.feed("district-licence"), with(LICENCE, "XK_XDR_MC", "\ufdfa".repeat(20)));
        assertThat(record.refusals())
                .extracting(Refusal::column, Refusal::reason)
                .containsExactly(tuple("XK_XDR_MC", RefusalReason.TOO_LONG));
    }

    @Test
    void a_name_and_an_address_to_find_a_business_by_fit_with_their_matching_keys() {
        MappedRecord record = PackagedFeeds.map(
                PackagedFeeds.feed("district-sampling"),
                Map.of("被抽样单位名称", "某超市", "被抽样单位地址", "\ufdfa".repeat(100), "食品名称", "花生", "不合格项目║检验结果║标准值", "酸价║9║5"));
        assertThat(record.refusals())
                .extracting(Refusal::column, Refusal::reason)
                .containsExactly(tuple("被抽样单位地址", RefusalReason.TOO_LONG));
    }
}
