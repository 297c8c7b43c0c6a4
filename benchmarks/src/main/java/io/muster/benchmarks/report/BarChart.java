package io.muster.benchmarks.report;

import java.util.List;

/**
 * Lying bars, each of one or more parts.
 *
 * @param title what it shows
 * @param description the same for those who do not see it
 * @param xTitle what the length of a bar is
 * @param unit what labels of the axis begin with
 * @param parts names of the parts; with a single one there is no legend
 * @param bars the bars, from top to bottom
 */
record BarChart(String title, String description, String xTitle, String unit, List<String> parts, List<Bar> bars) {
    private static final double WIDTH = 760;
    private static final double BAR = 22;
    private static final double STEP = 44;
    private static final double TOP = 4;
    private static final double BOTTOM = 44;
    private static final double LEFT = 8;
    private static final double RIGHT = 190;
    private static final double LETTER = 6.6;

    /**
     * A bar.
     *
     * @param name its name
     * @param values length of each part, {@code >= 0}
     * @param text what stands at its end
     */
    record Bar(String name, List<Double> values, String text) {
        double length() {
            return values.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    void draw(Markup markup) {
        double most = bars.stream().mapToDouble(Bar::length).max().orElse(0);
        Scale x = Scale.linear(0, most > 0 ? most : 1, unit);
        double height = TOP + STEP * bars.size() + BOTTOM;
        markup.open("figure");
        markup.leaf("figcaption", title);
        if (parts.size() > 1) {
            Picture.legend(markup, parts, false);
        }
        Picture.open(markup, title, description, WIDTH, height);
        double bottom = height - BOTTOM;
        for (double tick : x.ticks()) {
            markup.empty("line", "class", "grid", "x1", px(x, tick), "x2", px(x, tick), "y1", TOP, "y2", bottom);
            markup.leaf("text", x.label(tick), "class", "tick middle", "x", px(x, tick), "y", bottom + 16);
        }
        markup.leaf("text", xTitle, "class", "label middle", "x", px(x, (x.from() + x.to()) / 2), "y", height - 8);
        for (int i = 0; i < bars.size(); i++) {
            draw(markup, x, bars.get(i), TOP + STEP * i);
        }
        markup.empty("line", "class", "axis", "x1", LEFT, "x2", LEFT, "y1", TOP, "y2", bottom);
        markup.close();
        markup.close();
    }

    private void draw(Markup markup, Scale x, Bar bar, double top) {
        markup.leaf("text", bar.name(), "class", "name", "x", LEFT + 4, "y", top + 13);
        double from = 0;
        for (int part = 0; part < bar.values().size(); part++) {
            double to = from + bar.values().get(part);
            double left = px(x, from);
            double width = px(x, to) - left;
            String value = x.label(bar.values().get(part));
            markup.open(
                    "rect",
                    "class",
                    "part c" + part % Picture.STYLES,
                    "x",
                    left,
                    "y",
                    top + 17,
                    "width",
                    Math.max(0, width),
                    "height",
                    BAR);
            markup.leaf("title", bar.name() + ", " + parts.get(part) + ": " + value);
            markup.close();
            String inside = parts.get(part);
            if (parts.size() > 1 && width > LETTER * inside.length() + 8) {
                markup.leaf("text", inside, "class", "inside middle", "x", left + width / 2, "y", top + 32);
            }
            from = to;
        }
        markup.leaf("text", bar.text(), "class", "name", "x", px(x, from) + 6, "y", top + 32);
    }

    private static double px(Scale x, double value) {
        return LEFT + x.at(value) * (WIDTH - LEFT - RIGHT);
    }
}
