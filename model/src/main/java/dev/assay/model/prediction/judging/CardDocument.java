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
public record CardDocument(String language, String title, List<String> lead, List<Section> sections) {

    /** Copies the lists. */
    public CardDocument {
        lead = List.copyOf(lead);
        sections = List.copyOf(sections);
    }

    /**
     * A section.
     *
     * @param id the id of its anchor
     * @param title its title
     * @param blocks what it is made of
     */
    public record Section(String id, String title, List<Block> blocks) {}

    /** What a section is made of. */
    public sealed interface Block {}

    /**
     * Running text.
     *
     * @param text the text
     */
    public record Paragraph(String text) implements Block {}

    /**
     * Points under a heading.
     *
     * @param heading the heading, which may be empty
     * @param points the points
     */
    public record Points(String heading, List<String> points) implements Block {}

    /**
     * A table: the first column is text, the others are figures.
     *
     * @param heads the heads of the columns
     * @param rows the rows
     */
    public record Table(List<String> heads, List<List<String>> rows) implements Block {}

    /**
     * A drawing.
     *
     * @param name its file's name, without an ending
     * @param title what it shows
     * @param svg the drawing
     */
    public record Picture(String name, String title, String svg) implements Block {}

    /**
     * A question with its answer.
     *
     * @param verdict the answer
     * @param word the answer in a word
     * @param question the question
     * @param reason the figures behind it
     */
    public record Reply(Answer.Verdict verdict, String word, String question, String reason) {}

    /**
     * Questions and answers.
     *
     * @param replies them
     */
    public record Replies(List<Reply> replies) implements Block {}
}
