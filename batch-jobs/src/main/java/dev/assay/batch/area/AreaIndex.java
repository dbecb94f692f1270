package dev.assay.batch.area;

import dev.assay.core.area.Figure;
import dev.assay.core.area.FigureValue;
import dev.assay.core.business.Sector;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.Fraction;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.Subject;
import dev.assay.core.identity.Identity;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.grading.GradingModels;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The index of an area: its figures, as the one fact of a file of its own, graded by the model {@value #MODEL} as every file is graded. Nothing of it
 * is stored, and no business has such a fact.
 */
final class AreaIndex {

    /** The model; a file of the same name below the own configuration takes its place. */
    static final String MODEL = "cn-area-index";

    private static final String KIND = "area-figures";
    private static final String SCHEME = "area";
    private static final String EVERYWHERE = "all";

    /** Figures are quotients; the model reads so many places of them. */
    private static final int PLACES = 10;

    private AreaIndex() {}

    /**
     * Grades an area.
     *
     * @param report its figures
     * @param config where the model and the kind of fact are
     * @return the score and grade, with the points of each part; NOT_RATED where a figure that the model asks for has nothing among which to count
     * @throws dev.assay.model.config.FaultyConfigException if the model has faults
     */
    static GradeAnalysis of(AreaReport report, ConfigFiles config) {
        Vocabulary kinds = DeclaredKinds.load(config);
        AreaWish wish = report.wish();
        LocalDate day = wish.period().asOf();
        Identity area = new Identity(SCHEME, wish.area().isEmpty() ? EVERYWHERE : wish.area());
        FactKind kind = kinds.findByName(KIND)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The kind of fact (%s) is not there.%nMaybe put config/kinds/%s.yaml back."
                                .formatted(KIND, KIND)));
        Source source = new Source(
                "area", "%s to %s".formatted(wish.period().from(), wish.period().to()), 1, Source.ORDINARY_TRUST);
        Fact fact = new Fact(1, KIND, null, day, day, wish.knownAt(), source, values(report, kind));
        return RatingEngine.rate(
                new CreditFile(area, day, wish.knownAt(), List.of(fact)),
                new Subject(area, area, Sector.OTHER),
                GradingModels.load(config, MODEL));
    }

    private static Values values(AreaReport report, FactKind kind) {
        Map<String, BigDecimal> values = new TreeMap<>();
        for (FigureValue value : report.values()) {
            Figure figure = value.figure();
            value.value().ifPresent(quotient -> {
                values.put(name(figure, value.part()), decimal(quotient));
                if (figure.hasParts()) {
                    // A grade that nobody has is a share of nought, and not unknown.
                    kind.fields().stream()
                            .map(Field::name)
                            .filter(name -> name.startsWith(name(figure, "") + "_"))
                            .forEach(name -> values.putIfAbsent(name, BigDecimal.ZERO));
                }
            });
        }
        values.keySet().removeIf(name -> kind.findField(name).isEmpty());
        return Values.of(values);
    }

    private static String name(Figure figure, String part) {
        String id = figure.id().replace('-', '_');
        return part.isEmpty() ? id : id + "_" + part.toLowerCase(Locale.ROOT);
    }

    private static BigDecimal decimal(Fraction quotient) {
        return new BigDecimal(quotient.numerator())
                .divide(new BigDecimal(quotient.denominator()), PLACES, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}
