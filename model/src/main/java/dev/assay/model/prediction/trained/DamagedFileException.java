package dev.assay.model.prediction.trained;

/** A file of a trained prediction that cannot be read. The message says where, what, and what to do. */
public final class DamagedFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DamagedFileException(String where, String what) {
        super("The trained file is damaged at %s: %s%nMaybe train it again, or fetch the file anew."
                .formatted(where, what));
    }

    DamagedFileException(String message) {
        super(message);
    }
}
