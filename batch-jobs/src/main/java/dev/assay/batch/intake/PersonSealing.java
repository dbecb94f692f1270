package dev.assay.batch.intake;

import dev.assay.batch.reading.FileFault;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.core.fact.PersonNumber;
import dev.assay.core.fact.Values;
import dev.assay.store.person.PersonKey;
import dev.assay.store.person.SealedNumber;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts tokens in the place of numbers of identity documents, and hands the encrypted numbers over. */
final class PersonSealing {

    private final @Nullable PersonKey key;

    /**
     * A sealing.
     *
     * @param key the key; null where there is none, and then no number is taken in
     */
    PersonSealing(@Nullable PersonKey key) {
        this.key = key;
    }

    /** Values that may be stored, and the numbers that stood in them. */
    record Sealed(Values values, List<SealedNumber> numbers) {}

    /**
     * Seals the numbers in some values.
     *
     * @throws FileRefusedException if there is a number and no key
     */
    Sealed seal(Values values, long factNo) {
        if (values.fields().values().stream().noneMatch(PersonNumber.class::isInstance)) {
            return new Sealed(values, List.of());
        }
        if (key == null) {
            throw new FileRefusedException(
                    FileFault.NO_PERSON_KEY,
                    "The file has numbers of identity documents (line %d), and there is no key to encrypt them with."
                            .formatted(factNo / 16),
                    "Maybe set " + PersonKey.FILE_VARIABLE + " to a file with the key, as docs/operations.md says.");
        }
        Map<String, Object> fields = new TreeMap<>(values.fields());
        Map<String, SealedNumber> numbers = new TreeMap<>();
        values.fields().forEach((name, value) -> {
            if (value instanceof PersonNumber number) {
                String token = key.token(number);
                fields.put(name, token);
                numbers.computeIfAbsent(token, _ -> new SealedNumber(token, key.encrypt(number, token), factNo));
            }
        });
        return new Sealed(Values.of(fields), List.copyOf(numbers.values()));
    }
}
