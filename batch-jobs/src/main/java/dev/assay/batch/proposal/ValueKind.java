package dev.assay.batch.proposal;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sort of value by which a column shows what it can be.
 *
 * @param name such as {@code day}
 * @param pattern what the whole cell looks like, width and case folded
 * @param suits the fields whose cells look like that
 * @param alone the field that such cells speak for even if the header says nothing; null if they may be several
 */
record ValueKind(
        String name,
        Pattern pattern,
        Set<String> suits,
        @Nullable String alone) {

    ValueKind {
        suits = Set.copyOf(suits);
    }

    boolean matches(String cell) {
        return pattern.matcher(cell).matches();
    }
}
