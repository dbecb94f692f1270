package dev.assay.model.grading;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.RatingEngine;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The smallest model around a construct, and facts for it. */
final class SmallModel {

    static final Vocabulary KINDS = DeclaredKinds.load(ConfigFiles.packaged());
    static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    static final String HEAD = """
            id: small
            version: "1"
            title: {zh: 小, en: Small}
            scope: business
            visibility: internal
            direction: higher-is-worse
            grades: [A, B, C]
            law: measure
            basis:
              measure: {citation: A measure, valid_from: 2010-01-01}
              other: {citation: Another measure, valid_from: 2010-01-01}
            """;

    static final String BANDS = """
            bands:
              - {grade: A, at_most: 5, basis: measure}
              - {grade: B, above: 5, at_most: 10, basis: measure}
              - {grade: C, above: 10, basis: measure}
            """;

    static ConfigFile model(String body) {
        return new ConfigFile("models/small.yaml", HEAD + body + BANDS);
    }

    static ConfigFile indicator(String lines) {
        return model("""
                indicators:
                  - id: one
                    title: {zh: 一, en: One}
                    missing: 0
                    basis: measure
                %s
                  - id: range
                    title: {zh: 范围, en: Range}
                    missing: 0
                    basis: measure
                    from: {every: award}
                    per_fact: {points: 20, most: 20}
                """.formatted(lines.indent(4).stripTrailing()));
    }

    static GradeAnalysis rate(ConfigFile file, LocalDate asOf, Fact... facts) {
        GradingModel model = GradingModels.parse(file, KINDS);
        List<Fact> all = new ArrayList<>();
        all.add(Facts.fact(
                FactKinds.BUSINESS, null, LocalDate.of(2015, 1, 1), Map.of("name", "A", "division", "340100")));
        all.addAll(List.of(facts));
        var cut = Facts.file(asOf, all);
        return RatingEngine.rate(cut, model.subjects(cut).getFirst(), model);
    }

    static BigDecimal points(GradeAnalysis analysis) {
        return Objects.requireNonNull(
                analysis.explanation().indicators().getFirst().points());
    }

    static Fact penalty(LocalDate day, Map<String, ?> values) {
        return Facts.fact(FactKinds.PENALTY, null, day, values);
    }

    static Fact fine(String day, int yuan) {
        return penalty(LocalDate.parse(day), Map.of("fine", BigDecimal.valueOf(yuan)));
    }

    static Fact penalty(String day, String number, String... kinds) {
        return penalty(LocalDate.parse(day), Map.of("document_no", number, "kinds", List.of(kinds)));
    }

    static Fact foods(String... codes) {
        return Facts.fact(FactKinds.PROFILE, null, LocalDate.of(2025, 1, 1), Map.of("food_kinds", List.of(codes)));
    }

    private SmallModel() {}
}
