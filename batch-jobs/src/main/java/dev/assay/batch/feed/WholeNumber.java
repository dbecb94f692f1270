package dev.assay.batch.feed;

import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;

/** Reads whole numbers of a definition. */
final class WholeNumber {

    private WholeNumber() {}

    /** The number of a key that may be absent; what it is otherwise, and a fault, if it is none from one bound to the other. */
    static int read(YamlMap map, String key, int from, int to, int otherwise) {
        BigDecimal number = map.findDecimal(key).orElse(BigDecimal.valueOf(otherwise));
        if (number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(from)) >= 0
                && number.compareTo(BigDecimal.valueOf(to)) <= 0) {
            return number.intValue();
        }
        map.fault(
                key,
                "The number (%s) is no whole number from %d to %d.".formatted(number.toPlainString(), from, to),
                "Maybe " + otherwise + ", the usual.");
        return otherwise;
    }
}
