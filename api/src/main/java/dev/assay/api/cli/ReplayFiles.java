package dev.assay.api.cli;

import dev.assay.batch.publish.CsvFile;
import dev.assay.batch.replay.ReplayOutcome;
import dev.assay.model.prediction.judging.Interval;
import dev.assay.model.prediction.replay.Planned;
import dev.assay.model.prediction.replay.Replay;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures of a replay, and the rows behind them, as CSV. */
final class ReplayFiles {

    private ReplayFiles() {}

    static void write(Path folder, ReplayOutcome found) throws IOException {
        plans(folder.resolve("plans.csv"), found.replay());
        grades(folder.resolve("grades.csv"), found.replay());
        rows(folder.resolve("rows.csv"), found);
        for (Replay.LeastVisits beside : found.replay().beside()) {
            leastVisits(folder.resolve("least-visits-%s.csv".formatted(code(beside.by()))), beside);
        }
    }

    private static String code(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void plans(Path target, Replay replay) throws IOException {
        try (CsvFile file = CsvFile.create(
                target,
                "plan",
                "capacity",
                "visits",
                "found",
                "per_visit",
                "per_visit_low",
                "per_visit_high",
                "gain",
                "gain_low",
                "gain_high",
                "days_earlier",
                "days_earlier_low",
                "days_earlier_high")) {
            for (Replay.Plan plan : replay.plans()) {
                for (Replay.Reach reach : plan.reaches()) {
                    List<@Nullable Object> cells = new ArrayList<>();
                    cells.add(code(plan.by()));
                    cells.add(places(reach.capacity()));
                    cells.add(places(reach.visits()));
                    cells.add(places(reach.found()));
                    add(cells, reach.perVisit());
                    add(cells, reach.gain());
                    add(cells, plan.earlier().days());
                    file.row(cells.toArray());
                }
            }
            file.complete();
        }
    }

    private static void grades(Path target, Replay replay) throws IOException {
        try (CsvFile file = CsvFile.create(
                target, "standing", "subjects", "visited", "found", "per_visit", "per_visit_low", "per_visit_high")) {
            for (Replay.Standing one : replay.grades()) {
                List<@Nullable Object> cells =
                        new ArrayList<>(List.of(one.name(), one.subjects(), one.visited(), one.found()));
                add(cells, one.perVisit());
                file.row(cells.toArray());
            }
            file.complete();
        }
    }

    private static void leastVisits(Path target, Replay.LeastVisits beside) throws IOException {
        List<String> header = new ArrayList<>(List.of("group", "name", "subjects"));
        beside.classes().forEach(times -> header.add("share_" + times));
        header.addAll(List.of("asked_for", "dealt_out", "made", "per_visit"));
        try (CsvFile file = CsvFile.create(target, header.toArray(String[]::new))) {
            for (Replay.Line line : beside.tenths()) {
                file.row(cells("tenth", line));
            }
            for (Replay.Line line : beside.grades()) {
                file.row(cells("standing", line));
            }
            file.complete();
        }
    }

    private static @Nullable Object[] cells(String group, Replay.Line line) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(group);
        cells.add(line.name());
        cells.add(places(line.subjects()));
        line.share().forEach(share -> cells.add(places(share)));
        cells.add(places(line.least()));
        cells.add(places(line.dealt()));
        cells.add(places(line.made()));
        cells.add(places(line.perVisit()));
        return cells.toArray();
    }

    private static void rows(Path target, ReplayOutcome found) throws IOException {
        try (CsvFile file = CsvFile.create(
                target,
                "eve",
                "identity_scheme",
                "identity",
                "subject_scheme",
                "subject",
                "standing",
                "score",
                "prediction",
                "authority_class",
                "visited",
                "visits",
                "afterwards")) {
            for (Planned one : found.rows()) {
                file.row(
                        one.row().day(),
                        one.subject().business().scheme(),
                        one.subject().business().value(),
                        one.subject().identity().scheme(),
                        one.subject().identity().value(),
                        one.row().standing(),
                        one.row().score(),
                        places(one.foretold()),
                        one.row().authorityClass(),
                        one.visited(),
                        one.visits(),
                        one.row().afterwards());
            }
            file.complete();
        }
    }

    private static void add(List<@Nullable Object> cells, Interval figure) {
        cells.add(places(figure.value()));
        cells.add(places(figure.lower()));
        cells.add(places(figure.upper()));
    }

    private static @Nullable BigDecimal places(double figure) {
        return Double.isFinite(figure) ? BigDecimal.valueOf(figure).setScale(4, RoundingMode.HALF_UP) : null;
    }
}
