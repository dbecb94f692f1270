package dev.assay.bench;

import dev.assay.batch.matching.Resolution;
import dev.assay.batch.matching.Resolution.Matched;
import dev.assay.batch.matching.Resolution.Review;
import dev.assay.batch.matching.Resolution.Scored;
import dev.assay.batch.matching.Resolution.Unknown;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts right and wrong answers, by kind of disturbance. */
final class Tally {

    private final Map<Disturbance, int[]> counts = new EnumMap<>(Disturbance.class);
    private final int[] strangers = new int[6];
    private final List<String> wrong = new ArrayList<>();

    /** Places in a row of counts. */
    private static final int ASKED = 0;

    private static final int RIGHT = 1;
    private static final int WRONG = 2;
    private static final int REVIEW = 3;
    // Those among them in which the disturbance found something to disturb.
    private static final int CHANGED = 4;
    private static final int CHANGED_RIGHT = 5;

    void add(Matching.Trial trial, Resolution answer) {
        int[] row = trial.registered() ? counts.computeIfAbsent(trial.kind(), _ -> new int[6]) : strangers;
        row[ASKED]++;
        boolean changed = !trial.name().equals(trial.enterprise().name());
        row[CHANGED] += changed ? 1 : 0;
        switch (answer) {
            case Matched matched -> {
                Scored business = matched.business();
                boolean right = trial.registered()
                        && business.candidate()
                                .identity()
                                .equals(trial.enterprise().identity());
                row[right ? RIGHT : WRONG]++;
                row[CHANGED_RIGHT] += right && changed ? 1 : 0;
                if (!right) {
                    note(trial, "WRONG", List.of(business));
                }
            }
            case Review review -> {
                row[REVIEW]++;
                note(trial, "review " + review.doubt(), review.candidates());
            }
            case Unknown unknown -> note(trial, "none", unknown.nearest());
        }
    }

    private void note(Matching.Trial trial, String decision, List<Scored> candidates) {
        if (!trial.registered() && !decision.equals("WRONG")) {
            return;
        }
        StringBuilder text = new StringBuilder("%s\t%s%s\tasked %s\tis %s"
                .formatted(
                        decision,
                        trial.registered() ? "" : "not registered, ",
                        trial.kind(),
                        trial.name(),
                        trial.enterprise().name()));
        for (Scored scored : candidates.subList(0, Math.min(2, candidates.size()))) {
            text.append("\n\t%.3f %s %s"
                    .formatted(
                            scored.score().value(),
                            scored.candidate().name(),
                            scored.score().explain()));
        }
        wrong.add(text.toString());
    }

    List<String> wrong() {
        return wrong;
    }

    void print(PrintStream out) {
        int[] all = new int[6];
        out.printf(
                Locale.ROOT,
                "%-26s %8s %8s %8s %8s %8s %8s%n",
                "disturbance",
                "asked",
                "matched",
                "wrong",
                "review",
                "changed",
                "matched");
        counts.forEach((kind, row) -> {
            print(out, kind.name(), row);
            for (int i = 0; i < row.length; i++) {
                all[i] += row[i];
            }
        });
        print(out, "all", all);
        print(out, "not in the register", strangers);
        int wrongs = all[WRONG] + strangers[WRONG];
        out.printf(Locale.ROOT, "precision %.3f %%%n", 100.0 * all[RIGHT] / Math.max(1, all[RIGHT] + wrongs));
    }

    private static void print(PrintStream out, String what, int[] row) {
        double asked = Math.max(1, row[ASKED]) / 100.0;
        out.printf(
                Locale.ROOT,
                "%-26s %,8d %6.2f %% %6.2f %% %6.2f %% %,8d %6.2f %%%n",
                what,
                row[ASKED],
                row[RIGHT] / asked,
                row[WRONG] / asked,
                row[REVIEW] / asked,
                row[CHANGED],
                100.0 * row[CHANGED_RIGHT] / Math.max(1, row[CHANGED]));
    }
}
