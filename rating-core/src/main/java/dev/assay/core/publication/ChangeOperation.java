package dev.assay.core.publication;

import java.util.Locale;

/** What a change does to the published set. */
public enum ChangeOperation {
    /** An item comes in that was not there. */
    ADD,
    /** An item that is there gets another content. */
    MODIFY,
    /** An item goes. Whoever copied it takes it out, too. */
    WITHDRAW;

    /**
     * The word for it in the store, in files and in the API.
     *
     * @return {@code add}, {@code modify} or {@code withdraw}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * An operation by its word.
     *
     * @param code the word
     * @return the operation
     * @throws IllegalArgumentException if there is none of that name
     */
    public static ChangeOperation get(String code) {
        for (ChangeOperation operation : values()) {
            if (operation.code().equals(code)) {
                return operation;
            }
        }
        throw new IllegalArgumentException(
                "There is no operation (%s).%nMaybe it is add, modify or withdraw.".formatted(code));
    }
}
