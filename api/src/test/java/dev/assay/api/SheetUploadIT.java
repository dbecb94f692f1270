package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.batch.JobsConfiguration;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.batch.intake.ImportConfiguration;
import dev.assay.batch.intake.Imports;
import dev.assay.store.database.Database;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Corrected rows brought back by upload, in a real browser, as an operator does. */
class SheetUploadIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String ROWS = """
            处罚决定书文号,处罚机关代码,统一社会信用代码,单位名称,情况,日期
            某市监处罚〔2025〕1号,11320600014220000X,91320600000000019U,某食品有限公司,撤消,2026-02-01
            某市监处罚〔2025〕2号,,92320613MA0000015A,某饭店,信用修复,2026-02-03
            """;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static SampleServer server;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void start() {
        server = SampleServer.start(TestDatabases.EMBEDDED, 40);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private void takeIn(String feed, Path file) {
        try (AnnotationConfigApplicationContext jobs = new AnnotationConfigApplicationContext()) {
            Database database = server.bean("database", Database.class);
            jobs.registerBean(Database.class, () -> database, bean -> bean.setDestroyMethodName(""));
            jobs.registerBean(FeedDefinitions.class, () -> server.bean("feedDefinitions", FeedDefinitions.class));
            jobs.registerBean(InstantSource.class, InstantSource::system);
            jobs.register(JobsConfiguration.class, ImportConfiguration.class);
            jobs.refresh();
            jobs.getBean(Imports.class).run(feed, file, Optional.empty());
        }
    }

    private static long runOf(String feed) {
        return new Caller(server, "operator")
                .json("/v1/imports")
                .get("imports")
                .valueStream()
                .filter(one -> one.get("feed").asString().equals(feed))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asLong();
    }

    @Test
    void aCorrectedSheetIsTakenInAndItsAccountShown() throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER), "Chromium or its driver is not there.");
        takeIn("cn-penalty-step", Files.writeString(folder.resolve("steps.csv"), ROWS));
        long run = runOf("cn-penalty-step");
        String given =
                new Caller(server, "operator").get("/quarantine/sheets/" + run).body();
        assertThat(given).contains("撤消").doesNotContain("信用修复");
        Path corrected = Files.writeString(folder.resolve("更正 1.csv"), given.replace("撤消", "撤销"));
        Path another = Files.writeString(folder.resolve("another.csv"), ROWS);
        Path large = Files.write(folder.resolve("large.csv"), new byte[(8 << 20) + 1]);

        ChromeDriver browser = browser();
        try {
            browser.get(server.address("/login?lang=en"));
            browser.findElement(By.name("username")).sendKeys("operator");
            browser.findElement(By.name("password")).sendKeys(SampleServer.PASSWORD, Keys.ENTER);
            until(browser, () -> !browser.getCurrentUrl().contains("/login"));

            upload(browser, another, "sheet-refused");
            assertThat(browser.findElement(By.id("sheet-refused")).getText()).contains("no correction sheet");
            screenshot(browser, "quarantine-upload.png");
            upload(browser, large, "sheet-refused");
            assertThat(browser.findElement(By.id("sheet-refused")).getText()).contains("larger than 8 MB");

            upload(browser, corrected, "sheet-taken");
            assertThat(browser.getCurrentUrl()).contains("/imports/");
            assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("更正 1.csv");
            screenshot(browser, "sheet-taken.png");
            long taken = runOf("cn-penalty-step");
            var manifest = new Caller(server, "operator").json("/v1/imports/" + taken);
            assertThat(manifest.get("read").asInt()).isEqualTo(1);
            assertThat(manifest.get("taken").asInt()).isEqualTo(1);
            assertThat(manifest.get("refused").asInt()).isZero();
            browser.get(server.address("/quarantine?feed=cn-penalty-step"));
            assertThat(browser.findElements(By.cssSelector("table.ledger tbody td.code")))
                    .isEmpty();
        } finally {
            browser.quit();
        }
    }

    @Test
    void withoutTheFormsTokenNothingIsTakenAndPartnersMayNot() {
        String boundary = "xxBOUNDARYxx";
        String body = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"sheet\"; filename=\"a.csv\"\r\n\r\nassay_run,assay_line\r\n--"
                + boundary
                + "--\r\n";
        for (String account : new String[] {"operator", "partner"}) {
            assertThat(new Caller(server, account)
                            .send(
                                    "POST",
                                    "/quarantine/sheets",
                                    HttpRequest.BodyPublishers.ofString(body),
                                    "Content-Type",
                                    "multipart/form-data; boundary=" + boundary)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private static void upload(ChromeDriver browser, Path file, String outcome) {
        browser.get(server.address("/quarantine"));
        browser.findElement(By.name("sheet")).sendKeys(file.toAbsolutePath().toString());
        browser.findElement(By.id("take-in")).click();
        until(browser, () -> !browser.findElements(By.id(outcome)).isEmpty());
    }

    private static void until(ChromeDriver browser, java.util.function.BooleanSupplier condition) {
        new WebDriverWait(browser, Duration.ofSeconds(30)).until(_ -> condition.getAsBoolean());
    }

    /** For whoever wants to see the page. */
    private static void screenshot(ChromeDriver browser, String name) throws IOException {
        Path pages = Files.createDirectories(Path.of("target/pages"));
        Files.write(pages.resolve(name), browser.getScreenshotAs(OutputType.BYTES));
    }

    private ChromeDriver browser() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--window-size=1280,1000",
                "--user-data-dir=" + folder.resolve("profile"));
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
    }
}
