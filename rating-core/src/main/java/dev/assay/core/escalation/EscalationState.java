package dev.assay.core.escalation;

/** Where a paper stands. */
public enum EscalationState {
    /** Written; nobody has it. */
    DRAFT,
    /** Issued by another person than who wrote it. */
    ISSUED,
    /** Given up before it was issued. */
    DROPPED
}
