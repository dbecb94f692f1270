package dev.assay.core.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.business.Sector;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The text under a digest is part of every rating that was ever stored. */
class DigestWriterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 9);
    private static final Basis BASIS = new Basis("《办法》", false, "", LocalDate.of(2016, 12, 1), null);
    private static final Explanation.Finding REASON =
            new Explanation.Finding("grade-B", Bilingual.of("原因", "reason"), BASIS, List.of());

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Rating rating() {
        Identity business = new Identity("uscc", "91320600000000019U");
        return new Rating(
                new Subject(business, new Identity("food-licence", "JY1"), Sector.SALES),
                "m",
                "1",
                "1",
                DAY,
                Instant.EPOCH,
                RatingState.RATED,
                new BigDecimal("30.1250"),
                "B",
                "B",
                null,
                DAY,
                new BigDecimal("1E+1"),
                null,
                DAY.plusDays(1),
                "");
    }

    private static Explanation explanation() {
        return new Explanation(
                REASON,
                List.of(
                        indicator("one", new BigDecimal("-2.50")),
                        indicator("two", BigDecimal.TEN),
                        indicator("three", null)),
                null,
                List.of(),
                List.of(new Explanation.Adjustment("B", "B", DAY, null, REASON)),
                null);
    }

    private static Explanation.Indicator indicator(String rule, @Nullable BigDecimal points) {
        return new Explanation.Indicator(
                Bilingual.of("项", "item"),
                points,
                BigDecimal.ZERO,
                BigDecimal.TEN,
                new Explanation.Finding(rule, Bilingual.of("文", "text"), BASIS, List.of()));
    }

    private static Fact fact(Map<String, ?> values) {
        return new Fact(
                7, "inspection", null, DAY, DAY, Instant.EPOCH, new Source("feed", "file", 3), Values.of(values));
    }

    @Test
    void itIsTakenOfLinesWithModelSubjectResultRulesAndFacts() throws NoSuchAlgorithmException {
        Fact fact = fact(Map.of(
                "b",
                new BigDecimal("1200"),
                "c",
                new BigDecimal("0.50"),
                "d",
                new BigDecimal("-7"),
                "flag",
                true,
                "a",
                "名称\té\uD83C\uDF5C\uD83C.",
                "items",
                List.of(Values.of(Map.of("n", new BigDecimal("1.2E+3"))), Values.of(Map.of("n", "x"))),
                "texts",
                List.of("甲", "乙")));

        String text = "model\t1\tSubject[business=uscc:91320600000000019U, identity=food-licence:JY1, sector=SALES]\t\n"
                + "RATED\t30.1250\tB\tB\t\n"
                + "2026-04-09\t1E+1\tnull\t2026-04-10\t\n"
                + "grade-B\t\n"
                + "one\t-2.50\t\n"
                + "two\t10\t\n"
                + "three\tnull\t\n"
                + "grade-B\tB\tB\t\n"
                + "inspection\tnull\t2026-04-09\t\n"
                + "{a=名称\té\uD83C\uDF5C\uD83C.;\tb=1200;\tc=0.5;\td=-7;\tflag=true;\t"
                + "items={n=1200;\t};{n=x;\t};;\ttexts=甲;乙;;\t}\n";
        assertThat(DigestWriter.digest(rating(), explanation(), "model", List.of(fact)))
                .isEqualTo(sha256(text));
    }

    @Test
    void aTextLongerThanTheBufferIsTakenWhole() throws NoSuchAlgorithmException {
        Fact fact = fact(Map.of("a", "长".repeat(900_000)));

        String first = DigestWriter.digest(rating(), explanation(), "model", List.of(fact));
        DigestWriter.digest(rating(), explanation(), "model", List.of());

        assertThat(DigestWriter.digest(rating(), explanation(), "model", List.of(fact)))
                .isEqualTo(first);
    }
}
