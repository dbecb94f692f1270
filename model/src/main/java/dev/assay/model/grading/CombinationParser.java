package dev.assay.model.grading;

import dev.assay.core.grading.GradeScale;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.ModelInput;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads how one grade comes of the grades that other models give. */
record CombinationParser(Names names, GradingModel.Header header, DrawnIn drawn) {

    private static final GradeScale STAND_IN = new GradeScale.Bands(List.of());

    GradeScale matrix(YamlMap map) {
        Optional<ModelInput> rows = drawn.input(map, "rows");
        Optional<ModelInput> columns = drawn.input(map, "columns");
        YamlMap cells = map.map("cells");
        Map<String, Map<String, String>> read = new HashMap<>();
        Set<String> reached = new TreeSet<>();
        for (String row : cells.keys()) {
            YamlMap of = cells.map(row);
            Map<String, String> one = new HashMap<>();
            for (String column : of.keys()) {
                one.put(column, header.grades().isEmpty() ? of.text(column) : of.oneOf(column, header.grades()));
            }
            reached.addAll(one.values());
            columns.ifPresent(input -> ScaleParser.checkGrades(of, input.model().grades()));
            read.put(row, Map.copyOf(one));
        }
        rows.ifPresent(input -> ScaleParser.checkGrades(cells, input.model().grades()));
        checkReached(map, "cells", reached);
        String missing = columns.isPresent() && map.has("missing_column")
                ? map.oneOf("missing_column", columns.get().model().grades())
                : map.findText("missing_column").orElse(null);
        var basis = names.basis(map, "basis");
        return rows.isEmpty() || columns.isEmpty()
                ? STAND_IN
                : new GradeScale.Matrix(rows.get(), columns.get(), read, missing, basis);
    }

    GradeScale worstOf(YamlMap map) {
        List<ModelInput> inputs = new ArrayList<>();
        Set<String> reached = new TreeSet<>();
        for (YamlMap one : map.maps("inputs")) {
            drawn.input(one, "input").ifPresent(input -> {
                inputs.add(input);
                for (String grade : input.model().grades()) {
                    if (!header.grades().contains(grade)) {
                        one.fault(
                                "input",
                                "The input's grade (%s) is not among the model's grades.".formatted(grade),
                                Spelling.didYouMean(grade, header.grades()));
                    }
                }
                reached.addAll(input.model().grades());
            });
        }
        if (inputs.size() < 2) {
            map.fault("inputs", "Fewer than two inputs are named.", "Maybe write [{input: a}, {input: b}].");
        }
        checkReached(map, "inputs", reached);
        return new GradeScale.WorstOf(inputs, header.grades(), names.basis(map, "basis"));
    }

    private void checkReached(YamlMap map, String key, Set<String> reached) {
        for (String grade : header.grades()) {
            if (!reached.contains(grade)) {
                map.fault(key, "The grade (%s) cannot be reached: nothing gives it.".formatted(grade), "Maybe add it.");
            }
        }
    }
}
