package dev.assay.model.prediction.judging;

import java.util.Locale;

/** An SVG drawing, written piece by piece. Colours are those of the text, so that it prints in black and white. */
final class Svg {

    static final int WIDTH = 360;
    private static final String INK = "#1a1a1a";

    private final StringBuilder out = new StringBuilder();

    Svg(int height, String title) {
        out.append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" font-family=\"sans-serif\" font-size=\"11\" fill=\"%s\">"
                                .formatted(WIDTH, height, escaped(title), INK))
                .append("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>".formatted(WIDTH, height));
    }

    Svg line(double x1, double y1, double x2, double y2, Stroke stroke) {
        out.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" %s/>"
                .formatted(at(x1), at(y1), at(x2), at(y2), stroke.attributes));
        return this;
    }

    Svg path(String points, Stroke stroke) {
        out.append("<polyline points=\"%s\" fill=\"none\" %s/>".formatted(points, stroke.attributes));
        return this;
    }

    Svg dot(double x, double y, boolean filled) {
        out.append("<circle cx=\"%s\" cy=\"%s\" r=\"3.5\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.3\"/>"
                .formatted(at(x), at(y), filled ? INK : "#fff", INK));
        return this;
    }

    Svg text(double x, double y, String anchor, String text) {
        out.append(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>".formatted(at(x), at(y), anchor, escaped(text)));
        return this;
    }

    /** Text that stands out from the lines behind it. */
    Svg label(double x, double y, String anchor, String text) {
        out.append(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" stroke=\"#fff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\">%s</text>"
                        .formatted(at(x), at(y), anchor, escaped(text)));
        return this;
    }

    Svg bold(double x, double y, String text) {
        out.append("<text x=\"%s\" y=\"%s\" font-weight=\"bold\">%s</text>".formatted(at(x), at(y), escaped(text)));
        return this;
    }

    /** Text that runs upwards. */
    Svg upwards(double x, double y, String text) {
        out.append("<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"middle\">%s</text>"
                .formatted(at(x), at(y), escaped(text)));
        return this;
    }

    String end() {
        return out + "</svg>";
    }

    static String at(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** How a line is drawn. */
    enum Stroke {
        AXIS("stroke=\"#1a1a1a\" stroke-width=\"1\""),
        GRID("stroke=\"#d4d4d4\" stroke-width=\"1\""),
        CURVE("stroke=\"#1a1a1a\" stroke-width=\"2\""),
        THIN("stroke=\"#1a1a1a\" stroke-width=\"1.4\""),
        DASHED("stroke=\"#6b6b6b\" stroke-width=\"1.2\" stroke-dasharray=\"5 4\"");

        private final String attributes;

        Stroke(String attributes) {
            this.attributes = attributes;
        }
    }
}
