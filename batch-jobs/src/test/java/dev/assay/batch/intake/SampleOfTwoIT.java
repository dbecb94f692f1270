package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.config.ConfigFiles;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A failed sample concerns whoever sold the food and whoever made it: one sheet, taken in for the files of both. */
class SampleOfTwoIT {

    private static final String FEED_FIRMS = """
            feed: firms
            title: {zh: 试, en: Trial}
            format: {type: csv, encoding: utf-8}
            state: delta
            as_at: {day: 2021-01-01}
            columns: [code, name, address]
            business:
              - {scheme: sample, column: code, creates: true}
            facts:
              - kind: business
                key: [code]
                fields: {name: name, address: address}
            """;

    private static final String HEADER =
            "序号,标称生产企业名称,标称生产企业地址,被抽样单位名称,被抽样单位地址,食品名称,规格型号,商标,生产日期/批号,不合格项目║检验结果║标准值,分类,任务来源,检验机构,备注\n";
    private static final String SHOP = "永兴百货商店,崇川区样本路1号";
    private static final String MAKER = "委托方：某商贸公司；受托方：丰乐糕点厂,通州区练习路9号";
    private static final String ELSEWHERE = "云岭乳业股份有限公司,昆明市演示大道100号";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private Intake intake(TestDatabases server) throws IOException {
        Files.writeString(
                Files.createDirectories(directory.resolve("config/feeds")).resolve("firms.yaml"), FEED_FIRMS);
        Intake intake = Intake.on(server, ConfigFiles.in(directory.resolve("config")));
        intake.run(
                "firms",
                Files.writeString(
                        directory.resolve("firms.csv"),
                        "code,name,address\nSHOP," + SHOP + "\nMAKER,丰乐糕点厂,通州区练习路9号\n"));
        return intake;
    }

    private static String row(String producer, String product, String item) {
        return "1," + producer + "," + SHOP + "," + product + ",/,/,2021-02-01," + item
                + "║1g/kg║不得检出,糕点,国家监督抽检,某检验院,\n";
    }

    private static List<String> take(Intake intake, Path sheet) {
        Imports imports = intake.context().getBean(Imports.class);
        return imports.feedsOf("cn-sampling", sheet).stream()
                .map(feed -> feed + ": " + Intake.account(intake.run(feed, sheet)))
                .toList();
    }

    @OnEachServer
    void oneSheetGoesIntoTheFilesOfAllWhoAnswerForIt(TestDatabases server) throws IOException {
        try (Intake intake = intake(server)) {
            Path sheet = Files.writeString(
                    directory.resolve("2021-03-05.csv"),
                    HEADER
                            + row(MAKER, "蛋糕", "脱氢乙酸")
                            + row(MAKER, "面包", "菌落总数")
                            + row(MAKER, "馒头", "阴离子合成洗涤剂")
                            + row(ELSEWHERE, "奶片", "山梨酸")
                            + row("/,/", "韭菜", "腐霉利"));
            assertThat(take(intake, sheet))
                    .containsExactly(
                            "cn-sampling: read 5 = taken 5 + unchanged 0 + superseded 0 + refused 0",
                            "cn-sampling-producer: read 5 = taken 2 + unchanged 3 + superseded 0 + refused 0");
            assertThat(intake.texts("""
                            SELECT CONCAT_WS(' ', b.identity, JSON_VALUE(f.content, '$.product'), JSON_VALUE(f.content, '$.liable'),
                              JSON_VALUE(f.content, '$.liability_rule'), IF(f.content LIKE '%"not_liable":true%', 'not here', 'here')) AS line
                            FROM fact f JOIN business b USING (business_key)
                            WHERE f.kind = 'sampling-result' AND f.superseded_at IS NULL ORDER BY b.identity, f.fact_id
                            """))
                    .containsExactly(
                            "MAKER 蛋糕 producer cn-sampling: additives here",
                            "MAKER 面包 both cn-sampling: micro-organisms here",
                            "SHOP 蛋糕 producer cn-sampling: additives not here",
                            "SHOP 面包 both cn-sampling: micro-organisms here",
                            "SHOP 馒头 sampled-unit cn-sampling: tableware here",
                            "SHOP 奶片 producer cn-sampling: additives not here",
                            "SHOP 韭菜 sampled-unit cn-sampling: alone here");
            assertThat(take(intake, sheet))
                    .containsExactly(
                            "cn-sampling: read 5 = taken 0 + unchanged 5 + superseded 0 + refused 0",
                            "cn-sampling-producer: read 5 = taken 0 + unchanged 5 + superseded 0 + refused 0");
            assertThat(intake.texts("SELECT reason FROM quarantine")).isEmpty();
        }
    }

    @OnEachServer
    void aSheetOfCorrectedRowsIsOneFeedsAlone(TestDatabases server) throws IOException {
        try (Intake intake = intake(server)) {
            Path sheet = Files.writeString(
                    directory.resolve("corrected.csv"),
                    "assay_run,assay_line,assay_message,assay_text," + HEADER + "1,2,,," + row(MAKER, "蛋糕", "脱氢乙酸"));
            Imports imports = intake.context().getBean(Imports.class);
            assertThat(imports.feedsOf("cn-sampling", sheet)).containsExactly("cn-sampling");
            assertThat(imports.feedsOf("firms", sheet)).containsExactly("firms");
        }
    }
}
