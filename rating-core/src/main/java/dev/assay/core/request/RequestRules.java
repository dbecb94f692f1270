package dev.assay.core.request;

import dev.assay.core.listing.RepairRules;

/**
 * By which rules requests are answered, but for the repair of an entry, for which its list has rules of its own.
 *
 * @param objection the terms of an objection
 * @param reply the terms of a reply
 * @param penaltyRepair the repair of the publication of a penalty
 */
public record RequestRules(RequestTerms objection, RequestTerms reply, RepairRules penaltyRepair) {}
