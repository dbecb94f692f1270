package dev.assay.core.request;

/** What a business asks for. */
public enum RequestKind {
    /** That an entry ends early, because its credit is repaired 信用修复. */
    REPAIR,
    /** That a record, an entry or a grade is wrong 异议. Until the decision it is marked as under objection, and stays visible. */
    OBJECTION,
    /** That its own words are printed beside an entry: the right to reply (Wales, Food Hygiene Rating Act 2013 s. 11, is where the right is law). */
    REPLY
}
