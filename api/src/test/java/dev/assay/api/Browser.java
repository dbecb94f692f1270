package dev.assay.api;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Somebody at a real browser before the sample server's pages. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final SampleServer server;
    private final ChromeDriver driver;
    private int kept;

    private Browser(SampleServer server, ChromeDriver driver) {
        this.server = server;
        this.driver = driver;
    }

    /** Skips the test, with a message, where there is no browser. */
    static void require() {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "Chromium and its driver are not there, so the console is not tried in a browser.");
    }

    /** A browser that keeps its profile in a folder of the test. */
    static Browser open(SampleServer server, Path profile) {
        require();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en-US",
                "--window-size=1280,1400",
                "--user-data-dir=" + profile);
        return new Browser(
                server,
                new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(DRIVER.toFile())
                                .build(),
                        options));
    }

    ChromeDriver driver() {
        return driver;
    }

    void go(String path) {
        driver.get(server.address(path));
        keep();
    }

    /** Keeps a picture of the whole page for people to look at, where the property {@code assay.screenshots} names a folder. */
    private void keep() {
        String folder = System.getProperty("assay.screenshots");
        if (folder != null) {
            String path = String.valueOf(driver.getCurrentUrl()).replaceAll("^https?://[^/]*", "");
            Path file = Path.of(folder).resolve("%03d%s.png".formatted(++kept, path.replaceAll("[^A-Za-z0-9]+", "-")));
            Object height = driver.executeScript("return document.documentElement.scrollHeight");
            driver.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", 1280, "height", height, "deviceScaleFactor", 1, "mobile", false));
            try {
                Files.write(
                        Files.createDirectories(Objects.requireNonNull(file.getParent()))
                                .resolve(file.getFileName()),
                        driver.getScreenshotAs(OutputType.BYTES));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    /** Logs in afresh, in English. */
    Browser as(String account) {
        leave();
        go("/login?lang=en");
        write("[name=username]", account);
        write("[name=password]", SampleServer.PASSWORD);
        press("main form button");
        until(account + " is in", () -> !String.valueOf(driver.getCurrentUrl()).contains("/login"));
        return this;
    }

    /** Is nobody from now on. */
    void leave() {
        driver.manage().deleteAllCookies();
    }

    WebElement element(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> elements(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    boolean has(String selector) {
        return !elements(selector).isEmpty();
    }

    String text(String selector) {
        return element(selector).getText();
    }

    String attribute(String selector, String name) {
        return String.valueOf(element(selector).getAttribute(name));
    }

    void write(String selector, String text) {
        WebElement box = element(selector);
        box.clear();
        box.sendKeys(text);
    }

    /** A day is written by the browser's own widget, each browser its own way. */
    void set(String selector, String value) {
        driver.executeScript("document.querySelector(arguments[0]).value = arguments[1]", selector, value);
    }

    /** Presses a button that leads to another page, or to the same page made anew, and waits until that is there. */
    void press(String selector) {
        driver.executeScript("document.documentElement.dataset.before = 'yes'");
        element(selector).click();
        until(
                "the page behind " + selector,
                () -> !has("[data-before]") && "complete".equals(driver.executeScript("return document.readyState")));
        keep();
    }

    /** While a page gives way to the next one, the driver may fail on a node of the old page in more than one way: that is "not yet". */
    void until(String what, BooleanSupplier condition) {
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .withMessage(what)
                .ignoring(WebDriverException.class)
                .until(_ -> condition.getAsBoolean());
    }

    @Override
    public void close() {
        driver.quit();
    }
}
