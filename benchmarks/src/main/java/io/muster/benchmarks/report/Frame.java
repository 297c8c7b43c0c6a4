package io.muster.benchmarks.report;

/**
 * The axes of a chart, and where things lie in it.
 *
 * @param markup what is drawn into
 * @param x the horizontal scale
 * @param y the vertical scale
 * @param width width of the picture
 * @param height its height
 */
record Frame(Markup markup, Scale x, Scale y, double width, double height) {
    private static final double LEFT = 64;
    private static final double RIGHT = 30;
    private static final double TOP = 22;
    private static final double BOTTOM = 44;
    private static final double TICK_GAP = 6;

    /** Opens the picture, with a title and a description for those who do not see it. */
    static Frame open(Markup markup, String title, String description, Scale x, Scale y, double width, double height) {
        Picture.open(markup, title, description, width, height);
        return new Frame(markup, x, y, width, height);
    }

    /** Draws the axes with their ticks. */
    Frame axes(String xTitle, String yTitle) {
        for (double tick : y.ticks()) {
            markup.empty("line", "class", "grid", "x1", LEFT, "x2", width - RIGHT, "y1", py(tick), "y2", py(tick));
            markup.leaf("text", y.label(tick), "class", "tick end", "x", LEFT - TICK_GAP, "y", py(tick) + 4);
        }
        for (double tick : x.ticks()) {
            markup.empty(
                    "line",
                    "class",
                    "mark",
                    "x1",
                    px(tick),
                    "x2",
                    px(tick),
                    "y1",
                    height - BOTTOM,
                    "y2",
                    height - BOTTOM + 4);
            markup.leaf("text", x.label(tick), "class", "tick middle", "x", px(tick), "y", height - BOTTOM + 17);
        }
        markup.empty(
                "line", "class", "axis", "x1", LEFT, "x2", width - RIGHT, "y1", height - BOTTOM, "y2", height - BOTTOM);
        markup.leaf("text", xTitle, "class", "label middle", "x", (LEFT + width - RIGHT) / 2, "y", height - 8);
        markup.leaf("text", yTitle, "class", "label", "x", 4, "y", 13);
        return this;
    }

    /** {@return the horizontal place of a value} */
    double px(double value) {
        return LEFT + x.at(value) * (width - RIGHT - LEFT);
    }

    /** {@return the vertical place of a value} */
    double py(double value) {
        return height - BOTTOM - y.at(value) * (height - BOTTOM - TOP);
    }

    /** {@return the place of the horizontal axis} */
    double bottom() {
        return height - BOTTOM;
    }

    /** {@return the leftmost place} */
    double left() {
        return LEFT;
    }

    /** {@return the rightmost place} */
    double right() {
        return width - RIGHT;
    }
}
