package dev.assay.model.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.Subject;
import dev.assay.core.identity.Identity;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The golden cases of {@code config/models/cases}: facts in, rating out, and the rules that each case exercises. */
final class GoldenCases {

    private GoldenCases() {}

    /**
     * A case.
     *
     * @param name what it shows
     * @param exercises the ids of the rules that it is for
     * @param business whose file it is; empty for the usual one
     * @param asOf the day
     * @param facts the facts; those after the day are cut off
     * @param expected what must come out, as texts by name; points by {@code points.ID}
     */
    record Case(
            String name,
            List<String> exercises,
            Optional<Identity> business,
            LocalDate asOf,
            List<Fact> facts,
            Map<String, String> expected) {

        GradeAnalysis analyse(GradingModel model) {
            var file = business.map(one -> Facts.file(one, asOf, facts)).orElseGet(() -> Facts.file(asOf, facts));
            List<Subject> subjects = model.subjects(file);
            assertThat(subjects).as("subjects of the case (%s)", name).hasSize(1);
            return RatingEngine.rate(file, subjects.getFirst(), model);
        }
    }

    static List<Case> of(String model) {
        return ConfigFiles.packaged().list("models/cases/" + model).stream()
                .flatMap(GoldenCases::cases)
                .toList();
    }

    private static Stream<Case> cases(ConfigFile file) {
        List<Fault> faults = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, faults);
        LocalDate asOf = top.day("as_of");
        Optional<Identity> business = top.findText("business").map(Identity::parse);
        List<Fact> given = top.maps("given").stream().map(Facts::parse).toList();
        List<Case> cases = new ArrayList<>();
        for (YamlMap map : top.maps("cases")) {
            List<Fact> facts = new ArrayList<>(map.flag("given", true) ? given : List.of());
            map.maps("facts").stream().map(Facts::parse).forEach(facts::add);
            cases.add(new Case(
                    map.text("name"),
                    map.texts("exercises"),
                    business,
                    map.findDay("as_of").orElse(asOf),
                    facts,
                    expected(map.map("expect"))));
        }
        top.maps("tables").forEach(table -> cases.addAll(table(table, asOf, given)));
        top.refuseUnreadKeys();
        assertThat(faults).isEmpty();
        return cases.stream();
    }

    /** A table of boundaries: each row is a value of a profile's field and the points that it gives. */
    private static List<Case> table(YamlMap table, LocalDate asOf, List<Fact> given) {
        String indicator = table.text("indicator");
        String field = table.text("field");
        YamlMap profile = table.map("profile");
        YamlMap rows = table.map("rows");
        List<Case> cases = new ArrayList<>();
        for (String value : rows.keys()) {
            Map<String, Object> values = Facts.values(profile, FactKinds.PROFILE.fields());
            values.put(field, new BigDecimal(value));
            List<Fact> facts = new ArrayList<>(given);
            facts.add(Facts.fact(FactKinds.PROFILE, asOf, values));
            cases.add(new Case(
                    indicator + " of " + value,
                    List.of(indicator),
                    Optional.empty(),
                    asOf,
                    facts,
                    Map.of("points." + indicator, rows.text(value))));
        }
        return cases;
    }

    private static Map<String, String> expected(YamlMap map) {
        Map<String, String> expected = new TreeMap<>();
        for (String key : map.keys()) {
            if (map.isMap(key)) {
                YamlMap points = map.map(key);
                points.keys().forEach(id -> expected.put(key + "." + id, points.text(id)));
            } else {
                expected.put(key, map.text(key));
            }
        }
        return expected;
    }

    /** What came out, by the same names; {@code none} for what is not there. */
    static Map<String, String> actual(GradeAnalysis analysis) {
        Map<String, String> actual = new TreeMap<>();
        var rating = analysis.rating();
        actual.put("state", rating.state().name());
        actual.put("score", rating.score() == null ? "none" : rating.score().toPlainString());
        actual.put("computed", String.valueOf(rating.computedGrade()).replace("null", "none"));
        actual.put("grade", String.valueOf(rating.grade()).replace("null", "none"));
        actual.put("reason", analysis.explanation().reason().rule());
        actual.put("effective_from", rating.effectiveFrom().toString());
        actual.put("valid_until", String.valueOf(rating.validUntil()).replace("null", "none"));
        actual.put("per_year", String.valueOf(rating.inspectionsPerYear()).replace("null", "none"));
        actual.put("due", String.valueOf(rating.nextInspectionDue()).replace("null", "none"));
        analysis.explanation()
                .indicators()
                .forEach(one -> actual.put(
                        "points." + one.finding().rule(),
                        one.points() == null ? "none" : one.points().toPlainString()));
        analysis.explanation()
                .adjustments()
                .forEach(one -> actual.put(
                        "adjusted." + one.finding().rule(),
                        one.validFrom() + " to " + String.valueOf(one.validTo()).replace("null", "no end")));
        return actual;
    }
}
