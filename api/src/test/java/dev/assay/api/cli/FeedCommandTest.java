package dev.assay.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FeedCommandTest {

    private static final Path FEEDS = Path.of("../config/feeds");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    /** What a command printed and how it ended. */
    private record Outcome(int status, String out, String err) {}

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = AssayCommand.commandLine();
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int status = command.execute(arguments);
        return new Outcome(status, out.toString(), err.toString());
    }

    @Test
    void everyPackagedFeedIsWithoutFault() throws IOException {
        try (Stream<Path> feeds = Files.list(FEEDS)) {
            String[] files = feeds.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .sorted()
                    .toArray(String[]::new);
            String[] arguments = Stream.concat(Stream.of("feed", "check", "--lang", "en"), Stream.of(files))
                    .toArray(String[]::new);
            Outcome outcome = run(arguments);
            assertThat(outcome.status()).isZero();
            assertThat(outcome.out().lines()).hasSize(files.length).allMatch(line -> line.endsWith(": 0 faults"));
        }
    }

    @Test
    void allTheFaultsOfAFileAreToldAtOnceWithLinePathAndRemedy() throws IOException {
        String feed = Files.readString(FEEDS.resolve("fhrs.yaml"))
                .replace("encoding: utf-8", "encoding: utf-9")
                .replace("check:", "chekc:")
                .replace("  - kind: inspection", "  - kind: inspektion")
                .replace("hygiene: hygiene", "hygiene: hygene");
        Path file = Files.writeString(directory.resolve("fhrs.yaml"), feed);
        Outcome outcome = run("feed", "check", "--lang", "en", file.toString());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(
                        file + ":4: format.encoding: The value (utf-9) is not one of",
                        "Did you mean (utf-8)?",
                        "The value (inspektion) is not one of",
                        "Did you mean (inspection)?",
                        "The column (hygene) is not listed under columns.",
                        "Did you mean (hygiene)?")
                .doesNotContain("0 faults");
    }

    @Test
    void aFileThatIsNotThereIsUnusable() {
        Outcome outcome = run("feed", "check", directory.resolve("none.yaml").toString());
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("none.yaml) cannot be read.").contains("Maybe check the path");
        assertThat(run("feed").status()).isEqualTo(2);
    }
}
