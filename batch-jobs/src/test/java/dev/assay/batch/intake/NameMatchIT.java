package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.batch.JobFailedException;
import dev.assay.store.review.NameCandidate;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Records that name their business by name, through the real job. */
class NameMatchIT {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @OnEachServer
    void aLicenceGoesBeforeANameAndANameIsTakenLeftToAPersonOrRefused(TestDatabases server) throws IOException {
        try (Names names = Names.on(server, directory)) {
            ImportReport report = names.papers(
                    "papers",
                    "2021-02-01",
                    "P1,南通市江海渔家餐饮有限公司,南通市崇川区人民中路8号,,,鱼",
                    "P2,南通江海漁家餐饮,崇川区人民中路8号,320602,,虾",
                    "P3,南通市江海渔家餐饮有限公司,,,JY00000000000003,米",
                    "P4,便民超市,,,,油",
                    "P5,拉萨雪域藏餐吧,,,,盐",
                    "P6,瑞丰里海鲜馆,,,,蟹",
                    "P7,,,,JY00000000000009,茶");
            assertThat(Intake.account(report)).isEqualTo("read 7 = taken 3 + unchanged 0 + superseded 0 + refused 4");
            assertThat(names.samples())
                    .containsExactly(
                            "P1 sample S1 鱼 papers 2021-02-01.csv 2",
                            "P2 sample S1 虾 papers 2021-02-01.csv 3",
                            "P3 sample S3 米 papers 2021-02-01.csv 4");
            assertThat(names.quarantine())
                    .containsExactly(
                            "papers 2021-02-01.csv 5 business-review",
                            "papers 2021-02-01.csv 6 business-unknown",
                            "papers 2021-02-01.csv 7 business-review",
                            "papers 2021-02-01.csv 8 business-unknown");
            assertThat(names.question("便民超市").candidates())
                    .extracting(NameCandidate::identity)
                    .containsExactly("sample:S2", "sample:S3");
            NameCandidate only = names.question("瑞丰里海鲜馆").candidates().getFirst();
            assertThat(only.identity()).isEqualTo("sample:S5");
            assertThat(only.parts()).extracting(NameCandidate.Part::kind).contains("TRADE_NAME", "BRANCH");
            assertThat(names.questions().countByFeed(true)).containsOnlyKeys("papers");
        }
    }

    @OnEachServer
    void theSameFileAgainAsksTheSameQuestionsOnce(TestDatabases server) throws IOException {
        try (Names names = Names.on(server, directory)) {
            String[] rows = {"P1,便民超市,,,,油", "P2,便民 超市,,,,盐", "P3,便民超市,如皋市中山路77号,320682,,米"};
            names.papers("papers", "2021-02-01", rows);
            ImportReport again = names.papers("papers", "2021-02-01", rows);
            assertThat(Intake.account(again)).isEqualTo("read 3 = taken 0 + unchanged 1 + superseded 0 + refused 2");
            assertThat(names.questions().in(true, null, 0, 10))
                    .singleElement()
                    .satisfies(question -> assertThat(question.records()).isEqualTo(2));
            assertThat(names.quarantine()).hasSize(2);
        }
    }

    @OnEachServer
    void belowTheThresholdAFeedMayAddBusinessesAndTheSameNameIsOneBusiness(TestDatabases server) throws IOException {
        try (Names names = Names.on(server, directory)) {
            ImportReport report = names.papers(
                    "openers",
                    "2021-02-01",
                    "P1,拉萨雪域藏餐吧,拉萨市城关区八廓街1号,540102,,茶",
                    "P2,拉萨雪域藏餐吧,拉萨市城关区八廓街 1号,540102,,饼",
                    "P3,某新店,某新路9号,,JY00000000000009,糖");
            assertThat(Intake.account(report)).isEqualTo("read 3 = taken 3 + unchanged 0 + superseded 0 + refused 0");
            assertThat(names.intake().texts("""
                            SELECT CONCAT_WS(' ', name, address, division) FROM business WHERE scheme IN ('local', 'food-licence') ORDER BY 1
                            """)).containsExactly("拉萨雪域藏餐吧 拉萨市城关区八廓街1号 540102", "某新店 某新路9号");
            names.papers("papers", "2021-03-01", "P9,雪域藏餐吧,拉萨市城关区八廓街1号,540102,,面");
            assertThat(names.samples()).contains("P9 local 拉萨雪域藏餐吧 面 papers 2021-03-01.csv 2");
        }
    }

    @OnEachServer
    void aRecordWithAnotherCodeThanItsNamesakeIsForAPerson(TestDatabases server) throws IOException {
        try (Names names = Names.on(server, directory)) {
            names.papers("openers", "2021-02-01", "P1,某新店,某新路9号,,JY00000000000009,糖");
            ImportReport report = names.papers("openers", "2021-02-02", "P2,某新店,某新路9号,,JY00000000000008,糖");
            assertThat(Intake.account(report)).isEqualTo("read 1 = taken 0 + unchanged 0 + superseded 0 + refused 1");
            assertThat(names.question("某新店").doubt()).isEqualTo("IDENTITIES_DISAGREE");
        }
    }

    @OnEachServer
    void aRestartAfterAFailureInTheMiddleEqualsNoFailure(TestDatabases server) throws IOException {
        String[] rows = new String[6_000];
        List<String> asked = List.of("南通市江海渔家餐饮有限公司", "便民超市", "拉萨雪域藏餐吧", "启东鼎丰园食品厂");
        Arrays.setAll(rows, i -> "P" + i + "," + asked.get(i % 4) + ",,,,油");
        try (Names broken = Names.on(server, directory.resolve("a"));
                Names whole = Names.on(server, directory.resolve("b"))) {
            broken.intake().breakLoadingAt(5_500);
            assertThatThrownBy(() -> broken.papers("papers", "2021-02-01", rows))
                    .isInstanceOf(JobFailedException.class);
            assertThat(broken.questions().in(true, null, 0, 10)).isEmpty();
            broken.intake().mend();
            ImportReport restarted = broken.papers("papers", "2021-02-01", rows);
            ImportReport once = whole.papers("papers", "2021-02-01", rows);
            assertThat(Intake.account(once))
                    .isEqualTo("read 6000 = taken 3000 + unchanged 0 + superseded 0 + refused 3000")
                    .isEqualTo(Intake.account(restarted));
            assertThat(broken.samples()).isEqualTo(whole.samples());
            assertThat(broken.quarantine()).isEqualTo(whole.quarantine());
            assertThat(broken.question("便民超市").records()).isEqualTo(1_500);
            assertThat(broken.intake().texts("SELECT line FROM staged_name")).isEmpty();
        }
    }
}
