package dev.assay.model.prediction.judging;

import java.util.List;
import java.util.stream.Collectors;

/** A model card as HTML: one page without scripts and without anything from elsewhere, to be read on a telephone and to be printed. */
public final class ModelCardHtml {

    private static final String STYLE = """
            .card{max-width:62rem;margin:0 auto;color:#1a1a1a;line-height:1.5}
            .card h1{font-size:1.5rem;margin:0 0 .4rem;line-height:1.25}
            .card h2{font-size:1.15rem;margin:2.2rem 0 .6rem;padding-top:.6rem;border-top:2px solid #1a1a1a}
            .card .lead{margin:0;color:#444;font-size:.92rem;overflow-wrap:anywhere}
            .card .headline{font-size:1.12rem;font-weight:600;margin:.8rem 0;padding:.7rem .9rem;border-left:5px solid #1a1a1a;background:#f3f3f1}
            .card dl{margin:0}
            .card .reply{display:grid;grid-template-columns:6.2rem 1fr;gap:.1rem .9rem;padding:.45rem 0;border-bottom:1px solid #ddd}
            .card .reply dt{grid-column:2;font-weight:600}
            .card .reply .word{grid-column:1;grid-row:1/3;align-self:start;justify-self:start;font-size:.85rem;font-weight:600;padding:.1rem .5rem;border:1.5px solid #1a1a1a;border-radius:.2rem;white-space:nowrap}
            .card .reply .yes{background:#1a1a1a;color:#fff}
            .card .reply .no{border-width:2.5px}
            .card .reply .open{border-style:dashed}
            .card .reply dd{grid-column:2;margin:0;font-size:.92rem;color:#333}
            .card .points{margin:.2rem 0 .8rem;padding-left:1.2rem}
            .card .split{display:flex;flex-wrap:wrap;gap:0 2.5rem;margin-bottom:.6rem}
            .card .split>div{flex:2 1 20rem}
            .card .split>div:first-child{flex:1 1 12rem}
            .card .split p{margin-top:.2rem}
            .card .together{white-space:nowrap}
            .card .points-head{font-weight:600;margin:.9rem 0 0}
            .card .scroll{overflow-x:auto;margin:.6rem 0}
            .card table{border-collapse:collapse;font-size:.86rem;font-variant-numeric:tabular-nums}
            .card th,.card td{padding:.25rem .6rem;border-bottom:1px solid #ddd;text-align:right;vertical-align:top}
            .card th{border-bottom:1.5px solid #1a1a1a;font-weight:600;vertical-align:bottom}
            .card th:first-child,.card td:first-child{text-align:left;padding-left:0}
            .card .wide td{white-space:nowrap}
            .card .wide td:first-child{white-space:normal;min-width:7.5rem}
            .card .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr));gap:1rem 2rem;margin:.8rem 0;align-items:start}
            .card figure{margin:0;max-width:30rem;break-inside:avoid}
            .card figcaption{font-weight:600;font-size:.9rem;margin-bottom:.3rem}
            .card svg{width:100%;height:auto;display:block}
            @media (max-width:30rem){.card .reply{grid-template-columns:1fr}.card .reply dt,.card .reply dd,.card .reply .word{grid-column:1;grid-row:auto}}
            @media print{.card{max-width:none;font-size:9.5pt}.card .scroll{overflow:visible}.card table{font-size:7.6pt}.card th,.card td{padding:.12rem .3rem}.card .wide td{white-space:normal}.card .wide td:first-child{min-width:0}.card tr,.card .reply{break-inside:avoid}.card h2{break-after:avoid}.card figure{max-width:8.4cm}.card .figures{grid-template-columns:1fr 1fr}.card .headline,.card .reply .yes{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
            """;

    private static final int MOST_NARROW = 4;

    private ModelCardHtml() {}

    /**
     * A page of its own.
     *
     * @param card the card
     * @param language {@code zh} or {@code en}
     * @return the page
     */
    public static String page(ModelCard card, String language) {
        return page(CardLayout.of(card, language));
    }

    /**
     * A document as a page of its own.
     *
     * @param document the document
     * @return the page; everything in it is escaped
     */
    public static String page(CardDocument document) {
        return """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            @page{size:A4;margin:1.5cm}
            body{margin:0;padding:1.2rem;background:#fff;font-family:system-ui,-apple-system,"Segoe UI","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
            @media print{body{padding:0}}
            %s</style>
            </head>
            <body>
            %s</body>
            </html>
            """.formatted(
                "zh".equals(document.language()) ? "zh-CN" : "en", escaped(document.title()), STYLE, body(document));
    }

    /**
     * The card as an element to be put into another page, which needs {@link #style}.
     *
     * @param card the card
     * @param language {@code zh} or {@code en}
     * @return an {@code article} of the class {@code card}; everything in it is escaped
     */
    public static String fragment(ModelCard card, String language) {
        return body(CardLayout.of(card, language));
    }

    /**
     * What {@link #fragment} needs of style; it touches only what is within {@code .card}.
     *
     * @return CSS
     */
    public static String style() {
        return STYLE;
    }

    private static String body(CardDocument document) {
        StringBuilder out = new StringBuilder("<article class=\"card\">\n<h1>" + escaped(document.title()) + "</h1>\n");
        document.lead()
                .forEach(line ->
                        out.append("<p class=\"lead\">").append(escaped(line)).append("</p>\n"));
        for (CardDocument.Section section : document.sections()) {
            out.append("<section id=\"card-%s\">%n<h2>%s</h2>%n".formatted(section.id(), escaped(section.title())));
            blocks(section, out);
            out.append("</section>\n");
        }
        return out.append("</article>\n").toString().replace("\r\n", "\n");
    }

    /** Drawings, and lists, that follow one another stand side by side. */
    private static void blocks(CardDocument.Section section, StringBuilder out) {
        String beside = "";
        boolean first = true;
        for (CardDocument.Block block : section.blocks()) {
            String next = switch (block) {
                case CardDocument.Picture ignored -> "figures";
                case CardDocument.Points ignored -> "split";
                default -> "";
            };
            if (!next.equals(beside)) {
                out.append(beside.isEmpty() ? "" : "</div>\n");
                out.append(next.isEmpty() ? "" : "<div class=\"" + next + "\">\n");
                beside = next;
            }
            boolean headline = first && "verdict".equals(section.id());
            out.append(block(block, headline)).append('\n');
            first = false;
        }
        out.append(beside.isEmpty() ? "" : "</div>\n");
    }

    private static String block(CardDocument.Block block, boolean headline) {
        return switch (block) {
            case CardDocument.Paragraph paragraph ->
                "<p%s>%s</p>".formatted(headline ? " class=\"headline\"" : "", escaped(paragraph.text()));
            case CardDocument.Points points ->
                (points.heading().isEmpty()
                                ? "<div>"
                                : "<div><p class=\"points-head\">" + escaped(points.heading()) + "</p>\n")
                        + points.points().stream()
                                .map(one -> "<li>" + escaped(one) + "</li>")
                                .collect(Collectors.joining("", "<ul class=\"points\">", "</ul></div>"));
            case CardDocument.Picture picture ->
                "<figure id=\"card-%s-picture\"><figcaption>%s</figcaption>%s</figure>"
                        .formatted(picture.name(), escaped(picture.title()), picture.svg());
            case CardDocument.Replies replies ->
                replies.replies().stream().map(ModelCardHtml::reply).collect(Collectors.joining("", "<dl>\n", "</dl>"));
            case CardDocument.Table table -> table(table);
        };
    }

    private static String reply(CardDocument.Reply one) {
        String kind = switch (one.verdict()) {
            case YES -> "yes";
            case NO -> "no";
            case OPEN -> "open";
        };
        return "<div class=\"reply\"><dt>%s</dt><dd class=\"word %s\">%s</dd><dd>%s</dd></div>%n"
                .formatted(escaped(one.question()), kind, escaped(one.word()), escaped(one.reason()));
    }

    private static String table(CardDocument.Table table) {
        String kind = table.heads().size() > MOST_NARROW ? " class=\"wide\"" : "";
        return "<div class=\"scroll\"><table%s><thead>%s</thead><tbody>%n%s</tbody></table></div>"
                .formatted(
                        kind,
                        row("th", table.heads()),
                        table.rows().stream()
                                .map(cells -> row("td", cells))
                                .collect(Collectors.joining("\n", "", "\n")));
    }

    private static String row(String cell, List<String> cells) {
        return cells.stream()
                .map(text -> "<%s>%s</%s>".formatted(cell, together(escaped(text)), cell))
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    /** What is in brackets is not broken over lines. */
    private static String together(String cell) {
        return cell.replaceAll("\\(([^()]{1,24})\\)", "<span class=\"together\">($1)</span>");
    }

    private static String escaped(String text) {
        return Svg.escaped(text);
    }
}
