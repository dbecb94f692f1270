package dev.assay.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.database.Database;
import dev.assay.store.database.DatabaseSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bad input, as a user gives it: one clear sentence, what to do, and the exit status of the contract. */
class BadInputIT {

    private static final String HEADER =
            "fhrsid,businessname,businesstype,ratingvalue,ratingdate,localauthoritycode,schemetype,hygiene,structural,confidenceinmanagement";
    private static final String ROW = "1,Café,Takeaway/sandwich shop,5,2014-01-02,022,FHRS,5,5,5";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path data;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Database keepsTheServerRunning;

    @BeforeAll
    static void open() {
        keepsTheServerRunning = Database.open(DatabaseSettings.embedded(data));
    }

    @AfterAll
    static void close() throws InterruptedException {
        keepsTheServerRunning.close();
        DataDirectory.awaitUnused(data);
    }

    private static Arguments file(String name, byte[] content, String sentence) {
        return Arguments.of(name, content, sentence);
    }

    private static byte[] bytes(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] halfOf(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    }

    static Stream<Arguments> filesThatAreRefusedAsAWhole() throws IOException {
        return Stream.of(
                file("a truncated gzip", halfOf(bytes(HEADER, ROW)), "ends too early or is damaged"),
                file("an empty file", new byte[0], "is empty"),
                file(
                        "a header in another encoding",
                        (HEADER + ",中文\n" + ROW + ",x\n").getBytes(Charset.forName("GB18030")),
                        "is not UTF-8"),
                file("a header that lacks a column", bytes(HEADER.replace("hygiene,", ""), ROW), "(hygiene)"),
                file("a header with a column twice", bytes(HEADER + ",hygiene", ROW + ",5"), "(hygiene)"),
                file("a header that stands again", bytes(HEADER, ROW, HEADER), "line 3"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesThatAreRefusedAsAWhole")
    void a_file_that_cannot_be_used_is_refused_in_a_sentence_with_status_2(String name, byte[] content, String sentence)
            throws IOException {
        Path file = Files.write(folder.resolve("bad.csv"), content);

        CommandResult result = imported("fhrs", file);

        assertThat(result.status()).as(name).isEqualTo(2);
        assertOneSentence(result, sentence);
        assertThat(result.errors().getFirst()).contains(file.toString());
    }

    @Test
    void a_missing_file_is_told_with_status_2() {
        CommandResult result = imported("fhrs", folder.resolve("none.csv"));
        assertThat(result.status()).isEqualTo(2);
        assertOneSentence(result, "none.csv) is not there");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_bad_row_goes_to_quarantine_and_the_others_are_taken(String reason, byte[] row) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(bytes(HEADER));
        content.writeBytes(row);
        content.writeBytes(bytes("", ROW.replace("1,Café", "77,Other")));
        Path file = Files.write(folder.resolve(reason + ".csv"), content.toByteArray());

        CommandResult result = imported("fhrs", file);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("read 2 = taken ", " + refused 1;");
        Path quarantine = folder.resolve("quarantine.csv");
        assertThat(run("export", "quarantine", "--out", quarantine.toString()).status())
                .isZero();
        assertThat(Files.readString(quarantine)).contains("fhrs," + file.getFileName() + ",2,", "," + reason + ",");
    }

    static Stream<Arguments> a_bad_row_goes_to_quarantine_and_the_others_are_taken() {
        return Stream.of(
                Arguments.of("column-count", bytes("1,too,few")),
                Arguments.of("column-count", bytes(ROW + ",too,many")),
                Arguments.of("unclosed-quote", bytes(ROW.replace("Café", "\"Café"))),
                Arguments.of("bad-date", bytes(ROW.replace("2014-01-02", "2014-02-30"))),
                Arguments.of("bad-number", bytes(ROW.replace(",5,5,5", ",five,5,5"))),
                Arguments.of("bad-code", bytes(ROW.replace(",5,2014", ",6,2014"))),
                Arguments.of("encoding", (ROW + "\n").getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void an_unknown_feed_or_model_is_told_with_the_one_that_was_meant() throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), bytes(HEADER, ROW));
        assertRefused("Did you mean (fhrs)", "import", "--feed", "fhsr", file.toString());
        assertRefused("Did you mean (uk-fhrs)", "rate", "--model", "uk-fhr");
        assertRefused("--feed", "import", file.toString());
        assertRefused("2026-13-01", "rate", "--model", "uk-fhrs", "--as-of", "2026-13-01");
    }

    @Test
    void a_model_with_three_faults_tells_all_three_with_line_and_path() throws IOException {
        String good = Files.readString(Path.of("../config/models/uk-fhrs.yaml"));
        Path model = Files.writeString(
                folder.resolve("m.yaml"),
                good.replaceFirst("visibility: public", "visibility: publik")
                        .replaceFirst("scope: business", "scope: shop")
                        .replaceFirst("\nversion:", "\nverzion:"));

        CommandResult result = CommandResult.of("model", "check", model.toString(), "--lang", "en");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("visibility", "scope", "verzion");
        assertThat(result.out().lines().filter(line -> line.matches(".*m\\.yaml:\\d+.*")))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void a_database_that_does_not_answer_is_told_with_status_2() {
        CommandResult result = CommandResult.of(
                "rate",
                "--model",
                "uk-fhrs",
                "--lang",
                "en",
                "--data",
                data.toString(),
                "--database",
                "jdbc:mysql://127.0.0.1:1/assay");
        assertThat(result.status()).isEqualTo(2);
        assertOneSentence(result, "127.0.0.1:1");
    }

    @Test
    void a_port_in_use_is_told_with_status_2() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertRefused("(" + taken.getLocalPort() + ") is in use", "serve", "--port", "" + taken.getLocalPort());
        }
    }

    private static void assertRefused(String sentence, String... arguments) {
        CommandResult result = run(arguments);
        assertThat(result.status()).isEqualTo(2);
        assertOneSentence(result, sentence);
    }

    /** One line, then what to do; nothing of how the program is made. */
    private static void assertOneSentence(CommandResult result, String sentence) {
        List<String> errors = result.errors();
        assertThat(String.join("\n", errors)).contains(sentence).doesNotContain("Exception", "\tat ", "dev.assay.");
        assertThat(errors).hasSize(2);
        assertThat(errors.get(1)).matches("(Maybe|Did you mean|Possible solutions).*");
    }

    private static CommandResult imported(String feed, Path file) {
        return run("import", "--feed", feed, file.toString());
    }

    private static CommandResult run(String... arguments) {
        return CommandResult.of(
                Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString(), "--lang", "en"))
                        .toArray(String[]::new));
    }
}
