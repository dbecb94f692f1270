package dev.assay.model.prediction.judging;

import java.util.ArrayList;
import java.util.List;

/** A drawing of figures with their intervals, one below the other, beside a dashed line of what they are held against. */
final class Rungs {

    private static final int LEFT = 122;
    private static final int RIGHT = 346;
    private static final int STEP = 18;
    private static final int TOP = 10;
    private static final int LONGEST = 19;
    private static final double SPARE = 0.04;

    private final List<Rung> rungs = new ArrayList<>();
    private final String title;
    private final String axis;
    private final double against;
    private final int places;

    /** A line of the drawing; without a figure it is a heading. */
    private record Rung(String label, Interval of, boolean filled) {}

    Rungs(String title, String axis, double against, int places) {
        this.title = title;
        this.axis = axis;
        this.against = against;
        this.places = places;
    }

    Rungs heading(String text) {
        rungs.add(new Rung(text, Interval.UNTOLD, false));
        return this;
    }

    Rungs rung(String label, Interval of, boolean filled) {
        if (of.told()) {
            rungs.add(new Rung(label, of, filled));
        }
        return this;
    }

    String draw() {
        double least = against;
        double most = against;
        for (Rung rung : rungs) {
            if (rung.of().told()) {
                least = Math.min(
                        least, Math.min(rung.of().value(), orValue(rung.of().lower(), rung)));
                most = Math.max(
                        most, Math.max(rung.of().value(), orValue(rung.of().upper(), rung)));
            }
        }
        double spare = Math.max(SPARE * (most - least), 1e-6);
        Scale scale = new Scale(least - spare, most + spare);
        int bottom = TOP + STEP * rungs.size() + 4;
        Svg svg = new Svg(bottom + 40, title);
        for (double tick : scale.ticks()) {
            svg.line(scale.x(tick), TOP, scale.x(tick), bottom, Svg.Stroke.GRID)
                    .text(scale.x(tick), bottom + 15, "middle", Figures.decimal(tick, places));
        }
        svg.line(LEFT, bottom, RIGHT, bottom, Svg.Stroke.AXIS)
                .line(scale.x(against), TOP, scale.x(against), bottom, Svg.Stroke.DASHED)
                .text((LEFT + RIGHT) / 2.0, bottom + 33, "middle", axis);
        for (int k = 0; k < rungs.size(); k++) {
            rung(svg, scale, rungs.get(k), TOP + STEP * (k + 0.5));
        }
        return svg.end();
    }

    private static void rung(Svg svg, Scale scale, Rung rung, double y) {
        if (!rung.of().told()) {
            svg.bold(4, y + 4, rung.label());
            return;
        }
        Interval of = rung.of();
        svg.text(LEFT - 8, y + 4, "end", shortened(rung.label()))
                .line(scale.x(orValue(of.lower(), rung)), y, scale.x(orValue(of.upper(), rung)), y, Svg.Stroke.THIN)
                .dot(scale.x(of.value()), y, rung.filled());
    }

    private static double orValue(double end, Rung rung) {
        return Double.isNaN(end) ? rung.of().value() : end;
    }

    private static String shortened(String label) {
        double width = 0;
        for (int k = 0; k < label.length(); k++) {
            width += label.charAt(k) > 0x2E80 ? 1.9 : 1;
            if (width > LONGEST) {
                return label.substring(0, k) + "…";
            }
        }
        return label;
    }

    private record Scale(double least, double most) {
        double x(double number) {
            return LEFT + (RIGHT - LEFT) * (number - least) / (most - least);
        }

        /** Round numbers: about five of them. */
        List<Double> ticks() {
            double rough = (most - least) / 5;
            double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
            double step = rough / power > 5 ? 10 * power : rough / power > 2 ? 5 * power : 2 * power;
            List<Double> ticks = new ArrayList<>();
            for (double tick = Math.ceil(least / step) * step; tick <= most; tick += step) {
                ticks.add(Math.abs(tick) < step / 1000 ? 0.0 : tick);
            }
            return ticks;
        }
    }
}
