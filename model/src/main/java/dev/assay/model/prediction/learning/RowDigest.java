package dev.assay.model.prediction.learning;

import dev.assay.core.publication.Sha256;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.trained.TrainedFile.Rows;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the file says of the training rows: counts, dates and one digest over all of them. */
final class RowDigest {

    private static final char VALUE = '\u001f';
    private static final char ROW = '\u001e';

    private RowDigest() {}

    static Rows of(List<Observation> rows) {
        MessageDigest digest = Sha256.digest();
        StringBuilder line = new StringBuilder();
        for (Observation row : rows) {
            line.setLength(0);
            line.append(row.day())
                    .append(VALUE)
                    .append(row.business())
                    .append(VALUE)
                    .append(row.factKey());
            line.append(VALUE).append(row.found()).append(VALUE).append(row.inspector());
            double[] numbers = row.values().numbers();
            @Nullable String[] texts = row.values().texts();
            for (int i = 0; i < numbers.length; i++) {
                line.append(VALUE).append(numbers[i]).append(VALUE).append(texts[i]);
            }
            digest.update(line.append(ROW).toString().getBytes(StandardCharsets.UTF_8));
        }
        return new Rows(
                rows.size(),
                rows.stream().filter(Observation::found).count(),
                rows.stream().map(Observation::business).distinct().count(),
                rows.getFirst().day(),
                rows.getLast().day(),
                HexFormat.of().formatHex(digest.digest()));
    }
}
