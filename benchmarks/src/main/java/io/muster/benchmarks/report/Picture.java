package io.muster.benchmarks.report;

import java.util.List;

/** What every picture has: a title and a description, marks of different shapes, and a legend. */
final class Picture {
    /** Colours, dashes and shapes there are; further series begin again. */
    static final int STYLES = 8;

    private static final double SIZE = 4.5;
    private static final List<String> SHAPES = List.of(
            "M-1,0 A1,1 0 1 0 1,0 A1,1 0 1 0 -1,0 Z",
            "M-.9,-.9 L.9,-.9 L.9,.9 L-.9,.9 Z",
            "M0,-1.2 L1.1,.8 L-1.1,.8 Z",
            "M0,-1.3 L1.3,0 L0,1.3 L-1.3,0 Z",
            "M0,1.2 L1.1,-.8 L-1.1,-.8 Z",
            "M-1.3,-.35 L-.35,-.35 L-.35,-1.3 L.35,-1.3 L.35,-.35 L1.3,-.35 L1.3,.35 L.35,.35 L.35,1.3 L-.35,1.3"
                    + " L-.35,.35 L-1.3,.35 Z",
            "M0,-1.3 L.4,-.4 L1.3,-.4 L.6,.2 L.9,1.2 L0,.6 L-.9,1.2 L-.6,.2 L-1.3,-.4 L-.4,-.4 Z",
            "M-1.3,-.5 L1.3,-.5 L1.3,.5 L-1.3,.5 Z");

    private Picture() {}

    static void open(Markup markup, String title, String description, double width, double height) {
        markup.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "role",
                "img",
                "viewBox",
                "0 0 " + (int) width + " " + (int) height,
                "class",
                width > 500 ? "wide" : "small");
        markup.leaf("title", title);
        markup.leaf("desc", description);
    }

    /** A mark in the shape and colour of a series; hollow ones are drawn in outline. */
    static void mark(Markup markup, int style, double x, double y, boolean hollow, String tooltip) {
        markup.open(
                "path",
                "class",
                (hollow ? "hollow c" : "solid c") + style % STYLES,
                "d",
                SHAPES.get(style % STYLES),
                "transform",
                String.format(java.util.Locale.ROOT, "translate(%.1f %.1f) scale(%.1f)", x, y, SIZE));
        markup.leaf("title", tooltip);
        markup.close();
    }

    /** A legend of lines or marks. */
    static void legend(Markup markup, List<String> names, boolean lines) {
        markup.open("ul", "class", "legend");
        for (int i = 0; i < names.size(); i++) {
            markup.open("li");
            markup.open(
                    "svg",
                    "xmlns",
                    "http://www.w3.org/2000/svg",
                    "viewBox",
                    "0 0 34 14",
                    "width",
                    34,
                    "height",
                    14,
                    "aria-hidden",
                    "true");
            if (lines) {
                markup.empty(
                        "line",
                        "class",
                        "line d" + i % STYLES + " c" + i % STYLES,
                        "x1",
                        0,
                        "x2",
                        34,
                        "y1",
                        7,
                        "y2",
                        7);
            }
            mark(markup, i, 17, 7, false, names.get(i));
            markup.close();
            markup.text(names.get(i));
            markup.close();
        }
        markup.close();
    }
}
