package dev.assay.model.prediction.judging;

import dev.assay.core.identity.Identity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The judged inspections, column by column. */
@SuppressWarnings("ArrayRecordComponent") // columns that only this package reads
record Rows(List<JudgedRow> rows, boolean[] found, int[] businesses, long[] days) {

    static Rows of(List<JudgedRow> rows) {
        boolean[] found = new boolean[rows.size()];
        int[] businesses = new int[rows.size()];
        long[] days = new long[rows.size()];
        Map<Identity, Integer> numbers = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            var observation = rows.get(i).observation();
            found[i] = observation.found();
            businesses[i] = numbers.computeIfAbsent(observation.business(), ignored -> numbers.size());
            days[i] = observation.day().toEpochDay();
        }
        return new Rows(rows, found, businesses, days);
    }

    int size() {
        return rows.size();
    }

    JudgedRow row(int i) {
        return rows.get(i);
    }

    Rows only(List<Integer> which) {
        return of(which.stream().map(rows::get).toList());
    }

    double[] scores(Ranker by) {
        return rows.stream().mapToDouble(row -> row.score(by)).toArray();
    }

    @Nullable
    String[] inspectors() {
        @Nullable String[] names = new String[size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = row(i).observation().inspector();
        }
        return names;
    }

    @Nullable
    String[] strata(String id) {
        @Nullable String[] names = new String[size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = row(i).observation().strata().get(id);
        }
        return names;
    }

    /** All in one group. */
    String[] together() {
        String[] names = new String[size()];
        Arrays.fill(names, "");
        return names;
    }
}
