package dev.assay.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.database.Database;
import dev.assay.store.database.DatabaseSettings;
import dev.assay.store.testing.SampleRegister;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on a made-up register in a real database. */
class MatchCommandIT {

    /** The build's embedded server, in the schema that a command opens. */
    private static final Path DATA = TestDatabases.buildDirectory();

    private static final Database DATABASE = Database.open(DatabaseSettings.embedded(DATA));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void fillTheRegister() {
        new SampleRegister(DATABASE.dsl()).fill(14);
    }

    @AfterAll
    static void drop() {
        DATABASE.dsl().execute("DROP DATABASE " + DatabaseSettings.DEFAULT_SCHEMA);
        DATABASE.close();
    }

    private int match(Path in, Path answer) {
        return AssayCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(
                        "match",
                        "--in",
                        in.toString(),
                        "--out",
                        answer.toString(),
                        "--lang",
                        "en",
                        "--data",
                        DATA.toString());
    }

    @Test
    void everyRowIsAnsweredAndEveryColumnIsKept() throws IOException {
        Path in = list(
                "no,name,division,address,note",
                "1,通州惠民超市(第1店),,,=1+1",
                "2,通州惠民超市（第77店）,,,",
                "3,拉萨雪域藏餐吧,540100,拉萨市北京中路1号,\"a, b\"",
                "4,,,,");
        Path answer = folder.resolve("answer.csv");
        assertThat(match(in, answer)).as(err::toString).isZero();
        assertThat(Files.readAllLines(answer))
                .containsExactly(
                        "no,name,division,address,note,identity_scheme,identity,matched_name,score,decision",
                        "1,通州惠民超市(第1店),,,=1+1,sample,S00000001,通州惠民超市（第1店）,1.0000,match",
                        // The shop of another number: never by itself.
                        reviewOfTheNearest(answer),
                        "3,拉萨雪域藏餐吧,540100,拉萨市北京中路1号,\"a, b\",,,,,none",
                        "4,,,,,,,,,none");
        assertThat(out.toString()).contains("read 4, match 1, review 1, none 2, refused 0");
    }

    private static String reviewOfTheNearest(Path answer) throws IOException {
        String row = Files.readAllLines(answer).get(2);
        assertThat(row).startsWith("2,通州惠民超市（第77店）,,,,sample,").endsWith(",review");
        return row;
    }

    @Test
    void aRowThatCannotBeReadIsToldAndMakesTheStatusOne() throws IOException {
        Path answer = folder.resolve("answer.csv");
        assertThat(match(list("name,division", "通州惠民超市（第1店）", "通州惠民超市（第1店）,"), answer))
                .isEqualTo(1);
        assertThat(err.toString()).contains("Line 2: ");
        assertThat(Files.readAllLines(answer)).hasSize(2);
    }

    @Test
    void aListWithoutNamesOrWithAnswersIsRefused() throws IOException {
        Path answer = folder.resolve("answer.csv");
        assertThat(match(list("nam,address", "x,y"), answer)).isEqualTo(2);
        assertThat(err.toString()).contains("lacks (name)").contains("Did you mean");
        assertThat(match(list("name,score", "x,1"), answer)).isEqualTo(2);
        assertThat(err.toString()).contains("has a column (score) already");
        assertThat(match(folder.resolve("missing.csv"), answer)).isEqualTo(2);
        assertThat(answer).doesNotExist();
    }

    private Path list(String... lines) throws IOException {
        return Files.write(folder.resolve("names.csv"), List.of(lines));
    }
}
