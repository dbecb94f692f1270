package dev.assay.api.console;

import dev.assay.core.fact.Vocabulary;
import dev.assay.store.fact.FactJson;
import dev.assay.store.review.QuestionedRecord;

/**
 * A record of a question.
 *
 * @param file its file
 * @param line its first line
 * @param title the name of its kind
 * @param summary its first fields, on one line
 */
public record RecordEntry(String file, long line, String title, String summary) {

    static RecordEntry of(QuestionedRecord record, String language, Vocabulary vocabulary) {
        return new RecordEntry(
                record.file(),
                record.line(),
                FactEntry.title(record.kind(), language, vocabulary),
                FactEntry.summary(record.kind(), FactJson.read(record.content()), language, vocabulary));
    }
}
