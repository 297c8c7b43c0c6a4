package io.muster.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Points that are named where they lie: of a choice, those worth considering are solid.
 *
 * @param title what it shows
 * @param description the same for those who do not see it
 * @param xTitle what the horizontal axis is
 * @param xUnit what its labels begin with
 * @param yTitle what the vertical axis is
 * @param dots the points
 */
record DotChart(String title, String description, String xTitle, String xUnit, String yTitle, List<Dot> dots) {
    private static final double WIDTH = 440;
    private static final double HEIGHT = 300;
    private static final double MARGIN = 0.12;
    private static final double LINE_HEIGHT = 12;
    private static final double LETTER = 5.6;
    private static final double GAP = 9;
    private static final int MOST_STEPS = 60;

    /**
     * A point.
     *
     * @param name its name
     * @param x its horizontal value
     * @param y its vertical value
     * @param solid whether nothing beats it in everything
     */
    record Dot(String name, double x, double y, boolean solid) {}

    void draw(Markup markup) {
        Scale x = around(dots.stream().mapToDouble(Dot::x).toArray(), xUnit);
        Scale y = around(dots.stream().mapToDouble(Dot::y).toArray(), "");
        markup.open("figure");
        markup.leaf("figcaption", title);
        Frame frame =
                Frame.open(markup, title, description, x, y, WIDTH, HEIGHT).axes(xTitle, yTitle);
        Labels labels = new Labels(frame.bottom() - 2);
        for (int i = 0; i < dots.size(); i++) {
            Dot dot = dots.get(i);
            labels.block(frame.px(dot.x()), frame.py(dot.y()));
        }
        for (int i = 0; i < dots.size(); i++) {
            Dot dot = dots.get(i);
            double px = frame.px(dot.x());
            double py = frame.py(dot.y());
            double width = LETTER * dot.name().length();
            boolean onLeft = px + GAP + width > frame.right() + 10;
            double textX = onLeft ? px - GAP : px + GAP;
            double textY = labels.place(onLeft ? textX - width : textX, width, py + 4);
            Picture.mark(
                    markup, i, px, py, !dot.solid(), dot.name() + ": " + x.label(dot.x()) + ", " + y.label(dot.y()));
            markup.leaf(
                    "text",
                    dot.name(),
                    "class",
                    (dot.solid() ? "name strong" : "name") + (onLeft ? " end" : ""),
                    "x",
                    textX,
                    "y",
                    textY);
        }
        markup.close();
        markup.close();
    }

    private static Scale around(double[] values, String unit) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        double margin = MARGIN * (high - low);
        return Scale.linear(low - Math.min(margin, Math.max(low, 0)), high + margin, unit);
    }

    /** Keeps names off each other, by moving a later one down or up. */
    private static final class Labels {
        private final List<double[]> taken = new ArrayList<>();
        private final double lowest;

        Labels(double lowest) {
            this.lowest = lowest;
        }

        void block(double x, double y) {
            taken.add(new double[] {x - 5, x + 5, y + 4});
        }

        double place(double x, double width, double wanted) {
            for (int step = 0; ; step++) {
                double y = wanted + (step % 2 == 0 ? 1 : -1) * ((step + 1) / 2) * (LINE_HEIGHT / 2);
                boolean free = y <= lowest
                        && taken.stream()
                                .noneMatch(t -> x < t[1] && x + width > t[0] && Math.abs(t[2] - y) < LINE_HEIGHT - 1);
                if (free || step > MOST_STEPS) {
                    taken.add(new double[] {x, x + width, y});
                    return y;
                }
            }
        }
    }
}
