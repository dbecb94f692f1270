package dev.assay.batch.backtest;

import dev.assay.batch.publish.CsvFile;
import dev.assay.core.grading.Subject;
import dev.assay.model.backtest.Row;
import java.util.List;

/** The file of all subjects on all days. */
final class RowFile {

    static final List<String> HEADER = List.of(
            "day",
            "identity_scheme",
            "identity",
            "subject_scheme",
            "subject",
            "sector",
            "standing",
            "score",
            "authority_class",
            "afterwards");

    private RowFile() {}

    static void write(CsvFile part, Subject subject, Row row) {
        part.row(
                row.day(),
                subject.business().scheme(),
                subject.business().value(),
                subject.identity().scheme(),
                subject.identity().value(),
                subject.sector().code(),
                row.standing(),
                row.score(),
                row.authorityClass(),
                row.afterwards());
    }
}
