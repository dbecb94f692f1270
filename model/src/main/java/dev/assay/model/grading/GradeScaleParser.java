package dev.assay.model.grading;

import dev.assay.core.grading.Basis;
import dev.assay.core.grading.Direction;
import dev.assay.core.grading.FieldTest.Interval;
import dev.assay.core.grading.GradeScale;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.IndicatorRule;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how a score becomes a grade, and holds it to leave no gap, no overlap and no grade out of reach. */
record GradeScaleParser(Names names, GradingModel.Header header, DrawnIn drawn) {

    private static final List<String> FORMS = List.of("bands", "ladder", "matrix", "worst_of");
    private static final Interval EVERYTHING = new Interval(null, false, null, false);

    GradeScale parse(YamlMap top, List<IndicatorRule> indicators) {
        List<String> forms = FORMS.stream().filter(top::has).toList();
        if (forms.size() != 1) {
            top.fault(
                    "bands",
                    "The model has %s of %s."
                            .formatted(forms.isEmpty() ? "none" : "more than one", String.join(", ", FORMS)),
                    "Maybe give each grade an interval of the total under bands, or its limits under ladder.");
        }
        return switch (forms.isEmpty() ? "" : forms.getFirst()) {
            case "ladder" -> ladder(top, top.maps("ladder"));
            case "matrix" -> new CombinationParser(names, header, drawn).matrix(top.map("matrix"));
            case "worst_of" -> new CombinationParser(names, header, drawn).worstOf(top.map("worst_of"));
            default -> bands(top, top.maps("bands"), indicators);
        };
    }

    private void checkGrades(YamlMap top, String key, List<YamlMap> maps) {
        Set<String> seen = new HashSet<>();
        for (YamlMap map : maps) {
            String grade = map.text("grade");
            if (!header.grades().contains(grade) && !grade.equals("?")) {
                map.fault(
                        "grade",
                        "The grade (%s) is not among the model's grades.".formatted(grade),
                        Spelling.didYouMean(grade, header.grades()));
            }
            if (!seen.add(grade)) {
                map.fault("grade", "The grade (%s) stands twice.".formatted(grade), "Maybe another grade was meant.");
            }
        }
        for (String grade : header.grades()) {
            if (!maps.isEmpty() && !seen.contains(grade)) {
                top.fault(key, "The grade (%s) cannot be reached: nothing gives it.".formatted(grade), "Maybe add it.");
            }
        }
    }

    private GradeScale bands(YamlMap top, List<YamlMap> maps, List<IndicatorRule> indicators) {
        checkGrades(top, "bands", maps);
        List<GradeScale.Band> bands = new ArrayList<>();
        for (YamlMap map : maps) {
            Interval interval = FieldTestParser.interval(map).orElse(EVERYTHING);
            bands.add(new GradeScale.Band(map.text("grade"), interval, names.basis(map, "basis")));
        }
        List<Integer> ascending = new ArrayList<>();
        for (int i = 0; i < bands.size(); i++) {
            ascending.add(header.direction() == Direction.HIGHER_IS_WORSE ? i : bands.size() - 1 - i);
        }
        Reach reach = Reach.of(header.sectors(), indicators);
        for (int i = 0; i < ascending.size(); i++) {
            YamlMap map = maps.get(ascending.get(i));
            Interval interval = bands.get(ascending.get(i)).interval();
            checkEnds(map, interval, reach, i == 0, i == ascending.size() - 1);
            if (i > 0) {
                checkNeighbours(map, bands.get(ascending.get(i - 1)), interval);
            }
            checkReach(map, interval, reach);
        }
        return new GradeScale.Bands(bands);
    }

    private static void checkEnds(YamlMap map, Interval interval, Reach reach, boolean first, boolean last) {
        if (first && !interval.contains(reach.lowestFraction()) && isAbove(interval, reach.lowest())) {
            map.fault(
                    "",
                    "The totals from %s up to the first band (%s) have no grade."
                            .formatted(reach.lowest().toPlainString(), interval.describe("T")),
                    "Maybe begin the first band with at_least: "
                            + reach.lowest().toPlainString() + ".");
        }
        if (last && interval.upper() != null && interval.upper().compareTo(reach.highest()) < 0) {
            map.fault(
                    "",
                    "The totals above the last band (%s) up to %s have no grade."
                            .formatted(interval.describe("T"), reach.highest().toPlainString()),
                    "Maybe leave the last band open.");
        }
    }

    private static boolean isAbove(Interval interval, BigDecimal number) {
        return interval.lower() != null && interval.lower().compareTo(number) >= 0;
    }

    private static void checkNeighbours(YamlMap map, GradeScale.Band before, Interval interval) {
        Interval below = before.interval();
        int order = compare(below.upper(), interval.lower());
        boolean shared = below.upperIncluded() && interval.lowerIncluded();
        boolean free = !below.upperIncluded() && !interval.lowerIncluded();
        if (order > 0 || (order == 0 && shared)) {
            map.fault(
                    "",
                    meeting(before, interval, "overlaps"),
                    "Maybe write one bound with at_most and the other with above.");
        } else if (order < 0 || free) {
            map.fault("", meeting(before, interval, "leaves a gap to"), "Maybe begin this band where that one ends.");
        }
    }

    private static String meeting(GradeScale.Band before, Interval interval, String verb) {
        return "The band (%s) %s the band (%s) of grade %s."
                .formatted(interval.describe("T"), verb, before.interval().describe("T"), before.grade());
    }

    /** Compares an upper with a lower bound; an open side overlaps whatever it meets. */
    private static int compare(@Nullable BigDecimal upper, @Nullable BigDecimal lower) {
        return upper == null || lower == null ? 1 : upper.compareTo(lower);
    }

    private static void checkReach(YamlMap map, Interval interval, Reach reach) {
        boolean tooHigh = interval.lower() != null
                && (interval.lower().compareTo(reach.highest()) > 0
                        || (interval.lower().compareTo(reach.highest()) == 0 && !interval.lowerIncluded()));
        boolean tooLow = interval.upper() != null
                && (interval.upper().compareTo(reach.lowest()) < 0
                        || (interval.upper().compareTo(reach.lowest()) == 0 && !interval.upperIncluded()));
        if (tooHigh || tooLow) {
            map.fault(
                    "grade",
                    "The band (%s) cannot be reached: totals lie between %s and %s."
                            .formatted(
                                    interval.describe("T"),
                                    reach.lowest().toPlainString(),
                                    reach.highest().toPlainString()),
                    "Maybe an indicator is missing, or a bound is mistyped.");
        }
    }

    private GradeScale ladder(YamlMap top, List<YamlMap> maps) {
        checkGrades(top, "ladder", maps);
        List<GradeScale.Rung> rungs = new ArrayList<>();
        for (YamlMap map : maps) {
            Basis basis = names.basis(map, "basis");
            GradeScale.Rung rung = new GradeScale.Rung(
                    map.text("grade"),
                    map.findDecimal("total_at_most").orElse(null),
                    map.findDecimal("worst_at_most").orElse(null),
                    basis);
            if (!rungs.isEmpty()) {
                checkStep(map, rungs.getLast(), rung);
            }
            rungs.add(rung);
        }
        if (!rungs.isEmpty()
                && (rungs.getLast().totalAtMost() != null || rungs.getLast().worstAtMost() != null)) {
            maps.getLast()
                    .fault(
                            "",
                            "The last rung has limits: what lies beyond has no grade.",
                            "Maybe take the limits away.");
        }
        return new GradeScale.Ladder(rungs);
    }

    private void checkStep(YamlMap map, GradeScale.Rung better, GradeScale.Rung rung) {
        int total = compareLimits(rung.totalAtMost(), better.totalAtMost());
        int worst = compareLimits(rung.worstAtMost(), better.worstAtMost());
        if (total <= 0 && worst <= 0) {
            map.fault(
                    "grade",
                    "The grade (%s) cannot be reached: whatever fits it fits the grade (%s) too."
                            .formatted(rung.grade(), better.grade()),
                    "Maybe one of its limits is mistyped.");
        } else if (total < 0 || worst < 0) {
            map.fault(
                    "grade",
                    "A limit of the grade (%s) is stricter than that of the better grade (%s)."
                            .formatted(rung.grade(), better.grade()),
                    "Maybe the limits are swapped.");
        }
        if (header.grades().indexOf(rung.grade()) < header.grades().indexOf(better.grade())) {
            map.fault(
                    "grade",
                    "The grade (%s) stands after a worse one.".formatted(rung.grade()),
                    "Maybe put the best first.");
        }
    }

    /** Compares two limits; none is the widest. */
    private static int compareLimits(@Nullable BigDecimal limit, @Nullable BigDecimal before) {
        if (limit == null) {
            return before == null ? 0 : 1;
        }
        return before == null ? -1 : limit.compareTo(before);
    }
}
