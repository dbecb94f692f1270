package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.core.inspector.Inspector;
import dev.assay.store.inspector.Inspectors;
import dev.assay.store.testing.SampleRegister;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draw in a browser, from its fixing by a regulator to somebody outside who loads the file down and repeats it with the independent checker. */
@WithSampleServer
class DrawBrowserIT {

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private final SampleServer server;

    @TempDir
    private Path folder = Path.of("");

    DrawBrowserIT(SampleServer server) {
        this.server = server;
    }

    @Test
    void a_draw_is_made_and_published_and_whoever_loads_it_down_can_repeat_it() throws Exception {
        Browser.require();
        assumeTrue(Files.isExecutable(PYTHON), "python3 is not there, so the independent checker is not tried.");
        server.bean(Inspectors.class)
                .replace(
                        List.of(
                                inspector("JC1", Set.of("sample:" + SampleRegister.identity(7))),
                                inspector("JC2", Set.of()),
                                inspector("JC3", Set.of())),
                        "regulator",
                        Instant.parse("2026-11-20T18:00:00Z"));
        try (Browser browser = Browser.open(server, folder.resolve("profile"))) {
            String number = draw(browser);
            browser.leave();
            browser.go("/public/draws");
            browser.press("main a[href='/public/draws/" + number + "']");
            String command = browser.text("p.code.breaks");
            Path downloads = Files.createDirectories(folder.resolve("downloads"));
            Path file = download(browser, downloads, "draw-" + number + ".txt");

            assertThat(check(command, downloads)).contains("as published: ").doesNotContain("WRONG");

            byte[] bytes = Files.readAllBytes(file);
            for (String place : List.of("\npublic\t", "\nseed\t", "\ndrawn\t1\t", "\nas-of\t")) {
                byte[] changed = bytes.clone();
                int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(place) + place.length();
                changed[at] = (byte) (changed[at] == '1' ? '2' : '1');
                Files.write(file, changed);
                assertThat(check(command, downloads))
                        .as("a byte behind %s", place)
                        .contains("WRONG");
            }
        }
    }

    private static Inspector inspector(String number, Set<String> conflicts) {
        return new Inspector(number, "检查员" + number, "market", "3206", Set.of(), Set.of(), List.of(), conflicts);
    }

    /** Two persons: who draws does not publish. */
    private static String draw(Browser browser) {
        browser.as("regulator").go("/draws");
        browser.driver().executeScript("document.querySelector('[name=plan]').value = 'sample-public'");
        browser.press("#fix");
        String page = String.valueOf(browser.driver().getCurrentUrl()).replaceAll("^https?://[^/]*", "");
        String seed = browser.attribute("[name=seed]", "value");
        browser.press("#commit");
        assertThat(browser.text("#kept")).isEqualTo(seed);
        browser.write("[name=seed]", seed);
        browser.write("[name=publicValue]", "507");
        browser.press("#draw");
        assertThat(browser.has("#publish")).isFalse();
        browser.as("approver").go(page);
        browser.press("#publish");
        assertThat(browser.text(".lead")).contains("anyone can repeat it");
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private Path download(Browser browser, Path downloads, String name) throws IOException {
        browser.driver()
                .executeCdpCommand(
                        "Browser.setDownloadBehavior",
                        Map.of("behavior", "allow", "downloadPath", downloads.toString()));
        browser.element("#file").click();
        Path file = downloads.resolve(name);
        browser.until("the file is there", () -> Files.exists(file));
        // A browser asks its user before it keeps a program; here the link alone is followed.
        String checker = browser.attribute("a[download]", "href");
        Files.writeString(
                downloads.resolve(browser.attribute("a[download]", "download")),
                new Visitor(server)
                        .get(checker.replaceAll("^https?://[^/]*", ""))
                        .body());
        return file;
    }

    /** Runs the command that the page names, in the folder of the downloads. */
    private static String check(String command, Path downloads) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command.strip().split("\\s+", -1))
                .directory(downloads.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(said.contains("WRONG") ? 1 : 0);
        return said;
    }
}
