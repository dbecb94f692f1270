package dev.assay.core.request;

import dev.assay.core.time.LegalTerm;

/**
 * By when a request is answered.
 *
 * @param accept how long the authority has to say whether it takes the request in hand
 * @param decide how long it has to decide, from then
 */
public record RequestTerms(LegalTerm accept, LegalTerm decide) {}
