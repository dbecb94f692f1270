package dev.assay.batch.submission;

/** Why a record does not leave. */
public enum HeldBack {
    /** A column that the template requires has no value. */
    MISSING,
    /** A value is longer than the template allows. */
    TOO_LONG,
    /** A value is none that the template knows. */
    UNKNOWN_VALUE,
    /** A unified social credit code whose check character does not fit, or of an authority that does not begin with 11. */
    BAD_CODE,
    /** The template asks for the identity number of a natural person, which is kept encrypted and is not sent. */
    NATURAL_PERSON,
    /** A free text holds what looks like an identity number or a telephone number (Order 45 art. 6). */
    PERSONAL_DATA,
    /** A spreadsheet would run the value as a formula, and the template has no way to guard it. */
    FORMULA,
    /** The penalty was annulled or repaired: it is not shown any more. */
    SEALED,
    /** A warning alone is not published (Order 45 art. 2). */
    WARNING_ALONE
}
