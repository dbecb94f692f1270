package dev.assay.store.account;

/** What an account may do. */
public enum Role {
    /** A person of the authority: sees everything and decides cases. */
    REGULATOR,
    /** A person of the authority who, beyond what a regulator does, puts models in force, overrides grades and releases what the brake holds. */
    APPROVER,
    /** Another authority or body that receives ratings. */
    PARTNER,
    /** Who runs the installation: jobs, feeds and metrics, but no ratings that are not public. */
    OPERATOR,
    /** Who keeps accounts and keys, and sees no credit file. */
    ADMINISTRATOR,
    /** A food business: sees what is kept of itself, and of nobody else. */
    BUSINESS
}
