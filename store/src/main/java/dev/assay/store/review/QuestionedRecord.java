package dev.assay.store.review;

/**
 * A record of a question.
 *
 * @param file the file that it stands in
 * @param line its first line
 * @param kind the kind of its first fact
 * @param content the fields of its first fact, as {@link dev.assay.store.fact.FactJson} writes them
 */
public record QuestionedRecord(String file, long line, String kind, String content) {}
