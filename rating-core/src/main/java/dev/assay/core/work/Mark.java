package dev.assay.core.work;

/** What was found of an item of a checklist. */
public enum Mark {
    /** It conforms 符合. */
    CONFORMS("pass"),
    /** It does not 不符合. */
    FAILS("fail"),
    /** A reasonable gap 合理缺项: it is missing with reason, is explained, and counts as no failure. */
    GAP("gap"),
    /** It does not concern this business 不适用. */
    NOT_APPLICABLE("not-applicable");

    private final String word;

    Mark(String word) {
        this.word = word;
    }

    /**
     * As facts name it: models count {@code pass} and {@code fail}, and nothing else.
     *
     * @return the word
     */
    public String word() {
        return word;
    }

    /**
     * Whether the item was looked at and counts.
     *
     * @return false for a gap and for what does not apply
     */
    public boolean counts() {
        return this == CONFORMS || this == FAILS;
    }
}
