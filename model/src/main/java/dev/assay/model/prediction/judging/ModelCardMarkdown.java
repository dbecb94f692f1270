package dev.assay.model.prediction.judging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A model card as Markdown. Its drawings are files beside it: {@link #pictures}. */
public final class ModelCardMarkdown {

    private ModelCardMarkdown() {}

    /**
     * Writes a card.
     *
     * @param card the card
     * @param language {@code zh} or {@code en}
     * @return the Markdown; it refers to the names of {@link #pictures}
     */
    public static String write(ModelCard card, String language) {
        return write(CardLayout.of(card, language));
    }

    /**
     * Writes a document.
     *
     * @param document the document
     * @return the Markdown; it refers to a file NAME.svg for each picture
     */
    public static String write(CardDocument document) {
        StringBuilder out = new StringBuilder("# " + document.title() + "\n\n");
        document.lead().forEach(line -> out.append(escaped(line)).append("\n\n"));
        for (CardDocument.Section section : document.sections()) {
            out.append("## ").append(section.title()).append("\n\n");
            section.blocks().forEach(block -> out.append(block(block)).append("\n"));
        }
        return out.toString().strip() + "\n";
    }

    /**
     * The drawings of a card.
     *
     * @param card the card
     * @param language {@code zh} or {@code en}
     * @return for each file name its SVG
     */
    public static Map<String, String> pictures(ModelCard card, String language) {
        Map<String, String> pictures = new LinkedHashMap<>();
        for (CardDocument.Picture picture : new CardPictures(card, Words.of(language)).all()) {
            pictures.put(picture.name() + ".svg", picture.svg() + "\n");
        }
        return pictures;
    }

    private static String block(CardDocument.Block block) {
        return switch (block) {
            case CardDocument.Paragraph paragraph -> escaped(paragraph.text()) + "\n";
            case CardDocument.Points points ->
                (points.heading().isEmpty() ? "" : escaped(points.heading()) + "\n\n")
                        + points.points().stream()
                                .map(one -> "- " + escaped(one) + "\n")
                                .collect(Collectors.joining());
            case CardDocument.Picture picture -> "![%s](%s.svg)%n".formatted(picture.title(), picture.name());
            case CardDocument.Replies replies ->
                table(
                        List.of("", "", ""),
                        replies.replies().stream()
                                .map(one -> List.of(one.question(), one.word(), one.reason()))
                                .toList());
            case CardDocument.Table table -> table(table.heads(), table.rows());
        };
    }

    private static String table(List<String> heads, List<List<String>> rows) {
        String rule = "|---" + "|---:".repeat(heads.size() - 1) + "|\n";
        return row(heads) + rule + rows.stream().map(ModelCardMarkdown::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(ModelCardMarkdown::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace('\n', ' ');
    }
}
