package dev.assay.api.cli;

import dev.assay.api.rating.ExplainedRating;
import dev.assay.core.grading.Basis;
import dev.assay.core.grading.Explanation;
import dev.assay.core.grading.Explanation.Adjustment;
import dev.assay.core.grading.Explanation.Band;
import dev.assay.core.grading.Explanation.Contribution;
import dev.assay.core.grading.Explanation.Evidence;
import dev.assay.core.grading.Explanation.Finding;
import dev.assay.core.grading.Explanation.Indicator;
import dev.assay.core.grading.Rating;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An explanation as text for a terminal: the answer first, then each indicator with its points, its clause and its records. */
final class ExplanationText {

    private ExplanationText() {}

    static void print(Console console, ExplainedRating explained) {
        Rating rating = explained.rating();
        Explanation why = explained.explanation();
        console.line("%s  %s %s".formatted(rating.subject().identity(), rating.model(), rating.modelVersion()));
        console.say(
                "%s  等级 %s，分值 %s，截至 %s，效力至 %s",
                "%s  grade %s, score %s, as of %s, holds until %s",
                rating.state(),
                shown(rating.grade()),
                shown(plain(rating.score())),
                rating.asOf(),
                shown(rating.validUntil()));
        finding(console, "  ", why.reason());
        why.indicators().forEach(indicator -> indicator(console, indicator));
        Band band = why.band();
        if (band != null) {
            console.say(
                    "  区间 %s：%s  %s", "  Band %s: %s  %s", band.grade(), band.bounds(), basis(console, band.basis()));
        }
        why.inputs().forEach(input -> input(console, "  ", input));
        why.adjustments().forEach(adjustment -> adjustment(console, adjustment));
        Finding supervision = why.supervision();
        if (supervision != null) {
            finding(console, "  ", supervision);
        }
        if (rating.nextInspectionDue() != null) {
            console.say(
                    "  每年检查 %s 次，下次不晚于 %s",
                    "  %s inspections a year, the next one by %s",
                    shown(plain(rating.inspectionsPerYear())),
                    rating.nextInspectionDue());
        }
        SilentFeeds.print(console, explained.silentFeeds());
        console.line("  "
                + (explained.verified()
                        ? console.in(
                                "与存储的现行评级一致（摘要 %s）",
                                "Equal to the stored rating that stands (digest %s)", rating.digest())
                        : console.in("与存储的现行评级不同，或尚未评级", "Not the stored rating that stands, or not rated yet")));
        console.line("");
    }

    private static void input(Console console, String indent, Explanation.Input input) {
        Rating rating = input.analysis().rating();
        Explanation why = input.analysis().explanation();
        console.line(indent
                + console.in(
                        "输入模型 %s（%s）：%s 等级 %s，分值 %s",
                        "Input %s (%s): %s grade %s, score %s",
                        input.id(),
                        input.title().in(console.language()),
                        rating.state(),
                        shown(rating.grade()),
                        shown(plain(rating.score()))));
        finding(console, indent + "    ", why.reason());
        why.indicators().forEach(indicator -> indicator(console, indicator));
        why.inputs().forEach(inner -> input(console, indent + "  ", inner));
        why.adjustments().forEach(adjustment -> adjustment(console, adjustment));
    }

    private static void indicator(Console console, Indicator indicator) {
        console.line("  %8s / %-6s %s"
                .formatted(
                        shown(plain(indicator.points())),
                        Objects.requireNonNullElse(plain(indicator.highest()), ""),
                        indicator.title().in(console.language())));
        finding(console, "      ", indicator.finding());
    }

    private static void adjustment(Console console, Adjustment adjustment) {
        console.say(
                "  调整 %s → %s（%s 至 %s）",
                "  Adjusted %s → %s (%s to %s)",
                adjustment.from(),
                adjustment.to(),
                adjustment.validFrom(),
                shown(adjustment.validTo()));
        finding(console, "      ", adjustment.finding());
    }

    private static void finding(Console console, String indent, Finding finding) {
        console.line(indent + "[" + finding.rule() + "] " + finding.text().in(console.language()));
        console.line(indent + "    " + basis(console, finding.basis()));
        for (Evidence evidence : finding.evidence()) {
            console.line("%s    %s %s  %s  (%s)"
                    .formatted(
                            indent,
                            evidence.occurredOn(),
                            evidence.kind(),
                            evidence.reading().in(console.language()),
                            evidence.source()));
            for (Contribution one : evidence.contributions()) {
                console.line("%s      %8s  %s  %s"
                        .formatted(indent, one.logOdds(), one.title().in(console.language()), one.value()));
            }
        }
    }

    private static String basis(Console console, Basis basis) {
        return basis.citation()
                + (basis.provisional() ? console.in("【暂定】", " [provisional]") : "")
                + (basis.note().isEmpty() ? "" : " — " + basis.note());
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "–" : value.toString();
    }

    private static @Nullable String plain(@Nullable BigDecimal decimal) {
        return decimal == null ? null : decimal.stripTrailingZeros().toPlainString();
    }
}
