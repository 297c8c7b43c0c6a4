package io.muster.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Lines over time or size, with a reference such as a proven bound.
 *
 * @param title what it shows
 * @param description the same for those who do not see it
 * @param xTitle what the horizontal axis is
 * @param yTitle what the vertical axis is
 * @param unit what labels of the vertical axis begin with
 * @param logarithmic whether the horizontal axis is logarithmic
 * @param bothLogarithmic whether the vertical axis is, too
 * @param steps whether a value holds until the next, as the best plan so far does
 * @param series the lines
 * @param references horizontal lines
 */
record LineChart(
        String title,
        String description,
        String xTitle,
        String yTitle,
        String unit,
        boolean logarithmic,
        boolean bothLogarithmic,
        boolean steps,
        List<Series> series,
        List<Reference> references) {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 340;
    private static final double MARGIN = 0.04;
    private static final int MOST_MARKS = 12;

    /**
     * A line.
     *
     * @param name its name in the legend
     * @param points its points from left to right
     */
    record Series(String name, List<Point> points) {}

    /** A point, with what is said of it. */
    record Point(double x, double y, String text) {}

    /** A horizontal line with its name. */
    record Reference(String name, double y) {}

    void draw(Markup markup) {
        List<Point> all = series.stream().flatMap(s -> s.points().stream()).toList();
        if (all.isEmpty()) {
            return;
        }
        double left = all.stream().mapToDouble(Point::x).min().orElseThrow();
        double right = all.stream().mapToDouble(Point::x).max().orElseThrow();
        double[] ys = Stream.concat(
                        all.stream().map(Point::y), references.stream().map(Reference::y))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double low = ys[0];
        double high = ys[ys.length - 1];
        Scale x = logarithmic ? Scale.log(Math.max(left, 0.1), right, "") : Scale.linear(Math.min(0, left), right, "");
        Scale y = bothLogarithmic
                ? Scale.log(Math.max(low, 0.01), high, unit)
                : Scale.linear(Math.max(Math.min(low, 0), low - MARGIN * (high - low)), high, unit);
        markup.open("figure");
        markup.leaf("figcaption", title);
        Picture.legend(markup, series.stream().map(Series::name).toList(), true);
        Frame frame =
                Frame.open(markup, title, description, x, y, WIDTH, HEIGHT).axes(xTitle, yTitle);
        for (Reference reference : references) {
            double at = frame.py(reference.y());
            markup.empty("line", "class", "reference", "x1", frame.left(), "x2", frame.right(), "y1", at, "y2", at);
            markup.leaf("text", reference.name(), "class", "note end", "x", frame.right(), "y", at - 5);
        }
        for (int i = 0; i < series.size(); i++) {
            draw(frame, series.get(i), i);
        }
        markup.close();
        markup.close();
    }

    private void draw(Frame frame, Series line, int style) {
        StringBuilder path = new StringBuilder();
        List<Point> points = line.points();
        for (int i = 0; i < points.size(); i++) {
            double x = frame.px(points.get(i).x());
            double y = frame.py(points.get(i).y());
            if (i > 0 && steps) {
                path.append(String.format(Locale.ROOT, " H%.1f V%.1f", x, y));
            } else {
                path.append(String.format(Locale.ROOT, "%s%.1f,%.1f", i == 0 ? "M" : " L", x, y));
            }
        }
        int look = style % Picture.STYLES;
        frame.markup().empty("path", "class", "line d" + look + " c" + look, "d", path);
        for (Point point : marked(points)) {
            Picture.mark(
                    frame.markup(),
                    style,
                    frame.px(point.x()),
                    frame.py(point.y()),
                    false,
                    line.name() + ": " + point.text());
        }
    }

    /** A mark at each of few points; of many, at some, the last among them. */
    private static List<Point> marked(List<Point> points) {
        if (points.size() <= MOST_MARKS) {
            return points;
        }
        List<Point> some = new ArrayList<>();
        int every = points.size() / (MOST_MARKS / 2);
        for (int i = every; i < points.size() - every / 2; i += every) {
            some.add(points.get(i));
        }
        some.add(points.get(points.size() - 1));
        return some;
    }
}
