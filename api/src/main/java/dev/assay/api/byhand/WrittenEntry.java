package dev.assay.api.byhand;

import java.util.Map;

/**
 * A fact as it was written into a form or a request, before anything of it is read.
 *
 * @param kind the kind of fact
 * @param occurredOn the day on which it happened
 * @param licence the number of the licence that it concerns; empty where it concerns the business
 * @param fields its fields by name
 * @param reason why it is entered
 * @param paper the document that it rests on
 */
public record WrittenEntry(
        String kind, String occurredOn, String licence, Map<String, ?> fields, String reason, String paper) {}
