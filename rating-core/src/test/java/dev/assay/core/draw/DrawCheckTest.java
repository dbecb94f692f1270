package dev.assay.core.draw;

import static dev.assay.core.draw.Draws.business;
import static dev.assay.core.draw.Draws.businesses;
import static dev.assay.core.draw.Draws.file;
import static dev.assay.core.draw.Draws.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.core.draw.DrawCheck.Fault;
import dev.assay.core.draw.DrawCheck.Finding;
import dev.assay.core.draw.DrawCheck.Noted;
import dev.assay.core.draw.DrawnClass.Rounding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawCheckTest {

    @TempDir
    Path folder;

    @Test
    void aDrawThatIsPublishedAsItWasMadeIsWhole() {
        String text = Draws.published(Draws.mixed()).text();
        DrawCheck.Verdict verdict = DrawCheck.check(text, Noted.NOTHING);
        assertThat(verdict.findings()).isEmpty();
        // 5 % of 40, rounded down, and 12.5 % of 21, rounded up, and all 10.
        assertThat(verdict.drawn()).isEqualTo(2 + 3 + 10);
        assertThat(DrawText.write(DrawText.read(DrawText.write(Draws.mixed()))))
                .isEqualTo(DrawText.write(Draws.mixed()));
    }

    @ParameterizedTest(name = "{0} in place of {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "class\tA\t6\tdown | class\tA\t5\tdown | FIXED",
                "business\tuscc:Ac000\tA\tcatering\t320612\tmarket\t别家 | business\tuscc:Ac000\tA\tcatering\t320612\tmarket\t商户Ac000 | FIXED",
                "2026-09-12 已检查 | 2026-10-12 已检查 | FIXED",
                "seed\t6eed | seed\t5eed | COMMITMENT",
                "public\tlottery2 | public\tlottery1 | RESULT",
                "stratum\tD\tproduction\t320612\t10\t9\t9 | stratum\tD\tproduction\t320612\t10\t10\t10 | RESULT"
            })
    void whatWasChangedIsFound(String changed, String original, Fault fault) {
        String text = Draws.published(Draws.mixed()).text();
        String other = text.replace(original, changed);
        assertThat(other).isNotEqualTo(text);
        assertThat(DrawCheck.check(other, Noted.NOTHING).findings())
                .extracting(Finding::fault)
                .contains(fault);
        assertThat(python(other)).isEqualTo(1);
    }

    @Test
    void aDrawMadeAnewWithAnotherPopulationIsFoundByWhatWasPublishedBefore() {
        DrawFile fixed = Draws.mixed();
        String digest = fixed.digest();
        String commitment = DrawSeed.commitment(digest, Draws.SECRET);
        DrawFile other = new DrawFile(
                fixed.head(),
                fixed.departments(),
                fixed.classes(),
                fixed.inspectors(),
                fixed.businesses().subList(1, fixed.businesses().size()),
                fixed.excluded(),
                fixed.conflicts());
        String text = Draws.published(other).text();
        assertThat(DrawCheck.check(text, Noted.NOTHING).findings()).isEmpty();
        assertThat(DrawCheck.check(text, new Noted(digest, commitment)).findings())
                .extracting(Finding::fault)
                .containsExactly(Fault.NOT_THE_FIXED, Fault.NOT_THE_COMMITTED);
        assertThat(python(text, "--fixed", digest)).isEqualTo(1);
        assertThat(python(text, "--commitment", commitment)).isEqualTo(1);
    }

    @Test
    void javaAndTheIndependentCheckerDrawTheSame() {
        DrawFile file = Draws.mixed();
        for (int i = 0; i < 10; i++) {
            PublishedDraw draw = PublishedDraw.make(
                    file, Draws.COMMITTED, Draws.seed(i), Draws.DAY, Map.of("uscc:Dp003", "已注销", "uscc:As001", "已注销"));
            assertThat(python(draw.text())).as("seed %d", i).isZero();
            assertThat(DrawCheck.check(draw.text(), Noted.NOTHING).findings()).isEmpty();
        }
    }

    @Test
    void aBusinessThatIsSaidToHaveClosedMustBeInThePopulation() {
        String text = PublishedDraw.make(
                        Draws.mixed(), Draws.COMMITTED, Draws.seed(1), Draws.DAY, Map.of("uscc:nobody", "已注销"))
                .text();
        assertThat(DrawCheck.check(text, Noted.NOTHING).findings())
                .extracting(Finding::fault)
                .containsExactly(Fault.CLOSED);
    }

    @Test
    void aFileThatIsNoDrawIsRefusedWithItsLine() {
        String text = Draws.published(Draws.mixed()).text();
        assertThatThrownBy(() -> DrawCheck.check(text.substring(0, 500), Noted.NOTHING))
                .hasMessageContaining("nothing was revealed yet");
        assertThatThrownBy(() -> DrawCheck.check(text.replace("as-of\t2026-11-20", "as-of\t20.11.2026"), Noted.NOTHING))
                .hasMessageStartingWith("Line 5 of the draw's file cannot be read: (20.11.2026) is no day");
        assertThatThrownBy(() -> DrawCheck.check(text.replace("reveal 1", "reveal 1\nreveal 1"), Noted.NOTHING))
                .hasMessageContaining("expected (fixed)");
        String swapped =
                text.replace("class\tA\t5\tdown\nclass\tB\t12.5\tup\n", "class\tB\t12.5\tup\nclass\tA\t5\tdown\n");
        assertThatThrownBy(() -> DrawCheck.check(swapped, Noted.NOTHING)).hasMessageContaining("Line 9");
    }

    @Test
    void aPlanThatCannotBeDrawnFromIsRefusedWithEveryFault() {
        DrawFile plain = file(
                List.of(ratio("A", "105", Rounding.UP), ratio("A", "5", Rounding.UP)),
                List.of(business("1", "A", "catering", "market"), business("1", "B", "catering", "tax")));
        DrawFile faulty = new DrawFile(
                plain.head(),
                plain.departments(),
                plain.classes(),
                List.of(new DrawnInspector("1", "market", "", Set.of())),
                plain.businesses(),
                List.of(new DrawFile.Excluded(business("2", "A", "catering", "market"), " ")),
                Map.of("uscc:1", Set.of("2")));
        assertThat(String.join("\n", DrawFaults.of(faulty)))
                .contains("The ratio of class A (105 %) is not within 0 and 100 %")
                .contains("The class (A) has two ratios")
                .contains("The class (B) of 1 businesses has no ratio")
                .contains("The inspector (1) has no division")
                .contains("The business (uscc:1) stands twice")
                .contains("departments (tax) that do not all draw")
                .contains("left out without a reason")
                .contains("an inspector (2) who is not there");
    }

    @Test
    void aBusinessForWhichTooFewInspectorsAreThereIsNamedBeforeTheDraw() {
        DrawFile plain = file(List.of(ratio("D", "100", Rounding.UP)), businesses(2, "D", "catering"));
        DrawFile file = new DrawFile(
                plain.head(),
                plain.departments(),
                plain.classes(),
                plain.inspectors().subList(0, 2),
                plain.businesses(),
                List.of(),
                Map.of("uscc:Dc001", Set.of("market-00")));
        assertThat(DrawFaults.of(file))
                .singleElement()
                .asString()
                .contains(
                        "Fewer than 2 inspectors may inspect for market of catering in 320612: 1 businesses, such as uscc:Dc001");
    }

    @Test
    void aSeedOrAPublicValueThatCanBeWrittenInTwoWaysIsRefused() {
        assertThatThrownBy(() -> new DrawSeed("ABC", "507")).hasMessageContaining("64 hexadecimal digits");
        assertThatThrownBy(() -> new DrawSeed(Draws.SECRET, "5 0 7")).hasMessageContaining("The public value (5 0 7)");
    }

    private int python(String text, String... arguments) {
        try {
            Path file = Files.writeString(folder.resolve("draw.txt"), text);
            List<String> command = new ArrayList<>(
                    List.of("python3", Path.of("../docs/draw-check.py").toString(), file.toString()));
            command.addAll(List.of(arguments));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            assertThat(said).as("status %d", status).isNotBlank().doesNotContain("Traceback");
            return status;
        } catch (IOException e) {
            assumeTrue(false, "python3 is not on this machine: " + e.getMessage());
            return -1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
