package dev.assay.store.rating;

import dev.assay.core.grading.Visibility;
import dev.assay.core.text.Bilingual;
import java.util.Locale;
import org.jooq.Record6;

/** Rows of the model table. */
final class Models {

    private Models() {}

    static RatingModel model(Record6<String, String, String, String, String, String> row) {
        return new RatingModel(
                row.value1(),
                row.value2(),
                row.value3(),
                Visibility.valueOf(row.value4().toUpperCase(Locale.ROOT)),
                Bilingual.of(row.value5(), row.value6()));
    }
}
