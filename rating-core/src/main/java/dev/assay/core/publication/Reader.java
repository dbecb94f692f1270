package dev.assay.core.publication;

/** As whom somebody reads what the authority made. */
public enum Reader {
    /** Anyone, without login or with one that gives no right to ratings. */
    ANYONE,
    /** A body that receives ratings and lists: a credit platform, another authority. */
    PARTNER,
    /** The business itself, of what is about it. */
    SUBJECT,
    /** The authority's own people. */
    AUTHORITY
}
