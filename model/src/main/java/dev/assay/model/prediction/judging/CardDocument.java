package dev.assay.model.prediction.judging;

import java.util.List;

/**
 * A card laid out in one language, before it is written in a form.
 *
 * @param language {@code zh} or {@code en}
 * @param title its title
 * @param lead what it is about
 * @param sections its sections; the first answers the questions
 */
record CardDocument(String language, String title, List<String> lead, List<Section> sections) {

    /** A section with the id of its anchor. */
    record Section(String id, String title, List<Block> blocks) {}

    /** What a section is made of. */
    sealed interface Block {}

    /** Running text. */
    record Paragraph(String text) implements Block {}

    /** Points under a heading, which may be empty. */
    record Points(String heading, List<String> points) implements Block {}

    /** A table: the first column is text, the others are figures. */
    record Table(List<String> heads, List<List<String>> rows) implements Block {}

    /** A drawing. */
    record Picture(String name, String title, String svg) implements Block {}

    /** A question with its answer in a word and the figures behind it. */
    record Reply(Answer.Verdict verdict, String word, String question, String reason) {}

    /** Questions and answers. */
    record Replies(List<Reply> replies) implements Block {}
}
