package dev.assay.store.intake;

import dev.assay.core.identity.Identity;

/**
 * What a person did to a fact, as the manifest of its run tells it.
 *
 * @param act {@code ENTERED}, {@code CORRECTED} or {@code WITHDRAWN}
 * @param by the account
 * @param reason why
 * @param paper the document that it rests on
 * @param business the business in whose file it is
 * @param kind the kind of fact
 */
public record HandEntry(String act, String by, String reason, String paper, Identity business, String kind) {}
