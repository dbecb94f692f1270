package dev.assay.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModelDiffCommandTest {

    private static final Path MODEL = Path.of("../config/models/cn-food-risk-2016.yaml");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private Path changed() throws IOException {
        String text = Files.readString(MODEL)
                .replace("{grade: B, above: 30, at_most: 45", "{grade: B, above: 30, at_most: 40")
                .replace("{grade: C, above: 45", "{grade: C, above: 40");
        return Files.writeString(directory.resolve("draft.yaml"), text);
    }

    @Test
    void a_model_of_the_configuration_and_a_draft_are_compared_in_either_language() throws IOException {
        Path draft = changed();

        CommandResult english =
                CommandResult.of("model", "diff", "--lang", "en", "cn-food-risk-2016", draft.toString());
        CommandResult chinese =
                CommandResult.of("model", "diff", "--lang", "zh", "cn-food-risk-2016", draft.toString());

        assertThat(english.status()).isZero();
        assertThat(english.out().lines())
                .endsWith(
                        "  Grade B now ends at 40 instead of at 45",
                        "  Grade C now begins above 40 instead of above 45");
        assertThat(chinese.out().lines()).endsWith("  等级 B：终点由 45（含） 改为 40（含）", "  等级 C：起点由 45（不含） 改为 40（不含）");
    }

    @Test
    void as_json_each_change_has_its_place_and_both_languages() throws IOException {
        CommandResult outcome = CommandResult.of(
                "model",
                "diff",
                "--format",
                "json",
                "cn-food-risk-2016",
                changed().toString());

        JsonNode document = JsonMapper.shared().readTree(outcome.out());
        assertThat(outcome.status()).isZero();
        assertThat(document.get("same").asBoolean()).isFalse();
        assertThat(document.at("/changes/1/part").asString()).isEqualTo("bands");
        assertThat(document.at("/changes/1/path").asString()).isEqualTo("bands.C.begins");
        assertThat(document.at("/changes/1/text/en").asString())
                .isEqualTo("Grade C now begins above 40 instead of above 45");
        assertThat(document.at("/changes/1/text/zh").asString()).startsWith("等级 C：");
    }

    @Test
    void a_model_is_the_same_as_itself_and_that_is_no_failure() {
        CommandResult outcome = CommandResult.of("model", "diff", "--lang", "en", "uk-fhrs", "uk-fhrs");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().strip()).endsWith(": 0 changes");
    }

    @Test
    void what_is_neither_a_file_nor_a_model_is_refused_with_the_models_there_are() {
        CommandResult outcome = CommandResult.of("model", "diff", "uk-fhsr", "uk-fhrs");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("uk-fhsr")
                .contains("Known models: chicago-risk, cn-")
                .contains(" cn-food-risk-2016, ");
    }
}
