package dev.assay.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedProposeCommandTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = AssayCommand.commandLine();
        return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }

    private String sheet(String content) throws IOException {
        return Files.writeString(directory.resolve("sheet.csv"), content).toString();
    }

    @Test
    void jsonHasForEachColumnItsHeaderItsFieldOrNullAndAConfidence() throws IOException {
        assertThat(run("feed", "propose", sheet("序号,食品名称\n"), "--format", "json"))
                .isZero();
        JsonNode json = JsonMapper.builder().build().readTree(out.toString());
        assertThat(json.propertyNames()).containsExactly("columns");
        JsonNode unknown = json.get("columns").get(0);
        JsonNode known = json.get("columns").get(1);
        assertThat(unknown.propertyNames()).containsExactlyInAnyOrder("header", "field", "confidence");
        assertThat(unknown.get("field").isNull()).isTrue();
        assertThat(unknown.get("confidence").doubleValue()).isZero();
        assertThat(known.get("header").stringValue()).isEqualTo("食品名称");
        assertThat(known.get("field").stringValue()).isEqualTo("food_name");
        assertThat(known.get("confidence").doubleValue()).isBetween(0.5, 1.0);
    }

    @Test
    void textShowsEachColumnAndAFeedDefinitionToComplete() throws IOException {
        assertThat(run("feed", "propose", sheet("序号,食品名称\n"), "--lang", "en")).isZero();
        assertThat(out.toString())
                .contains("food_name", "食品名称", "Of 2 columns 1 have a proposal", "columns: [食品名称]", "product: 食品名称");
    }

    @Test
    void aFileThatIsNotThereIsAnUnusableArgument() {
        assertThat(run("feed", "propose", directory.resolve("none.csv").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("is not there", "Maybe");
    }
}
