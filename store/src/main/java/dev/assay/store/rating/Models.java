package dev.assay.store.rating;

import dev.assay.core.grading.Visibility;
import dev.assay.core.text.Bilingual;
import java.util.Locale;
import org.jooq.Record7;

/** Rows of the model table. */
final class Models {

    private Models() {}

    static RatingModel model(Record7<String, String, String, String, String, String, Boolean> row) {
        return new RatingModel(
                row.value1(),
                row.value2(),
                row.value3(),
                Visibility.valueOf(row.value4().toUpperCase(Locale.ROOT)),
                Bilingual.of(row.value5(), row.value6()),
                row.value7());
    }
}
