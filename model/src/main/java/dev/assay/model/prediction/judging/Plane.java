package dev.assay.model.prediction.judging;

import java.util.List;
import java.util.stream.Collectors;

/** A drawing of shares against shares: a square with a dashed diagonal of those who know nothing, or who are right. */
final class Plane {

    private static final int LEFT = 46;
    private static final int TOP = 12;
    private static final int SIDE = 296;
    private static final int TICKS = 5;

    private final Svg svg;
    private final double most;

    /** Axes from 0 to {@code most}, a share. */
    Plane(String title, String across, String upwards, double most) {
        this.most = most;
        svg = new Svg(TOP + SIDE + 42, title);
        for (int k = 0; k <= TICKS; k++) {
            double share = most * k / TICKS;
            String label = Figures.decimal(100 * share, most < 0.2 ? 1 : 0);
            svg.line(x(share), y(0), x(share), y(most), Svg.Stroke.GRID)
                    .line(x(0), y(share), x(most), y(share), Svg.Stroke.GRID)
                    .text(x(share), TOP + SIDE + 15, "middle", label)
                    .text(LEFT - 6, y(share) + 4, "end", label);
        }
        svg.line(x(0), y(0), x(most), y(0), Svg.Stroke.AXIS)
                .line(x(0), y(0), x(0), y(most), Svg.Stroke.AXIS)
                .line(x(0), y(0), x(most), y(most), Svg.Stroke.DASHED)
                .text(LEFT + SIDE / 2.0, TOP + SIDE + 34, "middle", across)
                .upwards(13, TOP + SIDE / 2.0, upwards);
    }

    private double x(double share) {
        return LEFT + SIDE * share / most;
    }

    private double y(double share) {
        return TOP + SIDE * (1 - share / most);
    }

    Plane curve(List<Discrimination.Point> points) {
        svg.path(
                points.stream()
                        .map(point -> Svg.at(x(point.x())) + "," + Svg.at(y(point.y())))
                        .collect(Collectors.joining(" ")),
                Svg.Stroke.CURVE);
        return this;
    }

    Plane dot(double across, Interval up) {
        svg.line(x(across), y(Math.min(most, up.lower())), x(across), y(Math.min(most, up.upper())), Svg.Stroke.THIN)
                .dot(x(across), y(up.value()), true);
        return this;
    }

    /** A dashed mark down to the axis, with words in the lower right or beside it. */
    Plane mark(double across, double up, String words) {
        boolean right = across > 0.6 * most;
        svg.line(x(across), y(0), x(across), y(up), Svg.Stroke.DASHED)
                .dot(x(across), y(up), false)
                .label(x(across) + (right ? -7 : 7), y(up) + 14, right ? "end" : "start", words);
        return this;
    }

    String end() {
        return svg.end();
    }
}
