package dev.assay.store.history;

import dev.assay.core.fact.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a record.
 *
 * @param fact what it says
 * @param origin where it came from
 * @param asAt the day whose state its file told
 * @param confirmedAsAt the newest day of which a later file said the same; null where none did
 * @param closing why it does not stand; null where it stands
 */
public record FactVersion(
        Fact fact,
        Origin origin,
        LocalDate asAt,
        @Nullable LocalDate confirmedAsAt,
        @Nullable Closing closing) {}
