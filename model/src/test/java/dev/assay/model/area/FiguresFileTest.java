package dev.assay.model.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.core.area.Figure;
import dev.assay.core.area.Figure.Measure;
import dev.assay.core.area.RowSet;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.FaultyConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures and inhabitants as files: what parsers and schemas take, and what they say of faults. */
class FiguresFileTest {

    private static final String TEXT = """
            id: test
            order: 1
            title: {zh: 率, en: Rate}
            rows: inspected
            among: businesses
            numerator: {zh: 上, en: Above}
            denominator: {zh: 下, en: Below}
            basis: {kept: {citation: a text, valid_from: 2022-01-01}}
            kept: {basis: kept}
            target: {at_least: 0.5, months: 12, basis: kept}
            """;

    private static final Schema FIGURE = schema("figure");
    private static final Schema INHABITANTS = schema("inhabitants");

    private static Schema schema(String name) {
        try (InputStream in = Objects.requireNonNull(
                FiguresFileTest.class.getResourceAsStream("/assay-config/schema/" + name + ".schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Error> errors(Schema schema, String text) {
        return schema.validate(text, InputFormat.YAML);
    }

    private static Figure parse(String text) {
        return FiguresFile.parse(new ConfigFile("figures/test.yaml", text));
    }

    static Stream<ConfigFile> packaged() {
        return ConfigFiles.packaged().list(FiguresFile.FOLDER).stream();
    }

    @ParameterizedTest
    @MethodSource("packaged")
    void every_packaged_figure_keeps_to_the_schema_and_is_named_as_its_file(ConfigFile file) {
        assertThat(errors(FIGURE, file.content())).isEmpty();
        assertThat(file.name()).endsWith("/" + parse(file.content()).id() + ".yaml");
    }

    @Test
    void the_packaged_figures_come_in_their_order_and_the_pass_rate_is_to_be_98_percent() {
        List<Figure> figures = FiguresFile.load(ConfigFiles.packaged());
        assertThat(figures)
                .extracting(Figure::id)
                .containsExactly(
                        "coverage",
                        "samples-per-thousand",
                        "pass-rate",
                        "disposal",
                        "credit-files",
                        "grades",
                        "visits",
                        "plan-completion",
                        "cases-filed",
                        "cases-closed");
        Figure passed = figures.get(2);
        assertThat(Objects.requireNonNull(passed.target()).atLeast()).isEqualByComparingTo(new BigDecimal("0.98"));
        assertThat(passed.among()).isEqualTo(RowSet.EVALUATED);
        assertThat(figures.get(1).isShare()).isFalse();
    }

    @Test
    void the_figure_of_this_test_is_taken() {
        assertThat(errors(FIGURE, TEXT)).isEmpty();
        assertThat(parse(TEXT).rows()).isEqualTo(RowSet.INSPECTED);
    }

    @Test
    void all_faults_are_told_at_once_with_line_and_path() {
        String faulty = TEXT.replace("rows: inspected", "rows: inspectd")
                .replace("order: 1", "order: 0")
                .replace("at_least: 0.5", "at_least: 98")
                .replace("months: 12", "months: 12, monhts: 3");
        assertThat(errors(FIGURE, faulty)).isNotEmpty();
        assertThatThrownBy(() -> parse(faulty))
                .isInstanceOf(FaultyConfigException.class)
                .hasMessageContaining("figures/test.yaml:4")
                .hasMessageContaining("(inspectd)")
                .hasMessageContaining("figures/test.yaml:2")
                .hasMessageContaining("figures/test.yaml:10")
                .hasMessageContaining("target.at_least")
                .hasMessageContaining("(monhts)");
    }

    @Test
    void a_share_of_what_the_rows_are_no_part_of_is_refused() {
        assertThatThrownBy(() -> parse(TEXT.replace("among: businesses", "among: visits")))
                .hasMessageContaining("The rows (inspected) are no part of (visits)")
                .hasMessageContaining("Maybe write among: businesses.");
        assertThatThrownBy(() -> parse(TEXT.replace("rows: inspected", "rows: samples")))
                .hasMessageContaining("Maybe write among: inhabitants.");
    }

    @Test
    void grades_need_their_model_and_nothing_else_has_one() {
        assertThatThrownBy(
                        () -> parse(TEXT.replace("rows: inspected\namong: businesses", "rows: graded\namong: rated")))
                .hasMessageContaining("No model's grades are counted");
        assertThatThrownBy(() -> parse(TEXT + "model: cn-food-risk-2016\n")).hasMessageContaining("know no model");
    }

    @Test
    void cases_are_due_after_a_term_that_their_figure_tells_and_a_count_alone_has_no_target() {
        List<Figure> figures = FiguresFile.load(ConfigFiles.packaged());
        assertThat(Objects.requireNonNull(figures.get(9).term()).days()).isEqualTo(90);
        assertThat(Objects.requireNonNull(figures.get(9).term()).basis().provisional())
                .isTrue();
        assertThat(figures.get(8).measure()).isEqualTo(Measure.COUNT);
        assertThat(figures.get(8).target()).isNull();
        assertThatThrownBy(() -> parse(
                        TEXT.replace("rows: inspected\namong: businesses", "rows: cases-closed\namong: cases-due")))
                .hasMessageContaining("The rows (cases-closed) have no term");
        assertThatThrownBy(() -> parse(TEXT + "term: {days: 90, basis: kept}\n"))
                .hasMessageContaining("know no term");
        assertThatThrownBy(() ->
                        parse(TEXT.replace("rows: inspected\namong: businesses", "rows: samples\namong: nothing")))
                .hasMessageContaining("A count alone has no target");
    }

    @Test
    void the_packaged_inhabitants_keep_to_the_schema_and_those_of_the_prefecture_are_about_the_sum_of_its_parts() {
        for (ConfigFile file : ConfigFiles.packaged().list(InhabitantsFile.FOLDER)) {
            assertThat(errors(INHABITANTS, file.content())).isEmpty();
        }
        var table = InhabitantsFile.load(ConfigFiles.packaged());
        long parts = table.counts().stream()
                .filter(count -> !count.division().equals("320600"))
                .mapToLong(count -> count.number())
                .sum();
        assertThat(parts).isBetween(7_690_000L, 7_770_000L);
    }

    @Test
    void faulty_inhabitants_are_refused_with_all_their_faults(@TempDir Path folder) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("inhabitants")).resolve("own.yaml"), """
                basis: {own: {citation: a count, valid_from: 2022-01-01}}
                inhabitants:
                  - {division: "3206", on: 2022-01-01, number: 10, basis: own}
                  - {division: "320612", on: 2022-01-01, number: 0, basis: own}
                  - {division: "320612", on: 2022-01-01, number: 5, basis: own}
                """);
        assertThatThrownBy(() -> InhabitantsFile.load(ConfigFiles.in(folder)))
                .hasMessageContaining("The code (3206) has not six digits")
                .hasMessageContaining("The number (0)")
                .hasMessageContaining("The division (320612) is counted twice for 2022-01-01");
    }
}
