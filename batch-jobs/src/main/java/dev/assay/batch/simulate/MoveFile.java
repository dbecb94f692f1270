package dev.assay.batch.simulate;

import dev.assay.batch.publish.CsvFile;
import dev.assay.model.simulation.Move;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of the file of all moves. */
final class MoveFile {

    static final List<String> HEADER = List.of(
            "identity_scheme",
            "identity",
            "subject_scheme",
            "subject",
            "name",
            "division",
            "sector",
            "size",
            "before",
            "after",
            "score_before",
            "score_after",
            "computed_before",
            "computed_after",
            "inspections_before",
            "inspections_after",
            "differences");

    private MoveFile() {}

    static void write(CsvFile part, Move move) {
        part.row(
                move.subject().business().scheme(),
                move.subject().business().value(),
                move.subject().identity().scheme(),
                move.subject().identity().value(),
                move.name(),
                move.division(),
                move.subject().sector().code(),
                move.size().name(),
                move.before().standing(),
                move.after().standing(),
                move.before().score(),
                move.after().score(),
                move.before().computedGrade(),
                move.after().computedGrade(),
                move.before().inspectionsPerYear(),
                move.after().inspectionsPerYear(),
                move.differences().stream()
                        .map(one -> one.rule() + ": " + orDash(one.before()) + " → " + orDash(one.after()))
                        .collect(Collectors.joining(" | ")));
    }

    private static String orDash(@Nullable String value) {
        return value == null ? "–" : value;
    }
}
