package io.muster.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.benchmarks.result.Comparison;
import io.muster.benchmarks.result.Results;
import io.muster.benchmarks.support.SampleResults;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {
    private static final Results RESULTS = SampleResults.everything();
    private static final String HTML = HtmlReport.render(RESULTS, Comparison.of(RESULTS, RESULTS));

    @TempDir
    Path folder;

    @Test
    void isWellFormed() throws Exception {
        assertThat(parsed().getDocumentElement().getTagName()).isEqualTo("html");
    }

    @Test
    void asksNothingOfAnyOtherPlace() {
        assertThat(HTML.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "//", "src=", "href=", "@import", "url(", "<script", "<link");
    }

    @Test
    void hasASectionForEachKindOfPicture() {
        assertThat(HTML)
                .contains(
                        "<h2>All figures</h2>",
                        "<h2>Compared with the baseline</h2>",
                        "<h2>Cost over time</h2>",
                        "<h2>By size</h2>",
                        "<h2>Peers at equal time</h2>",
                        "<h2>Profiles of weights</h2>",
                        "<h2>Cost by line</h2>");
    }

    @Test
    void leavesOutWhatThereIsNothingToShowOf() {
        String html = HtmlReport.render(SampleResults.costing(SampleResults.KEY, 100_000), null);

        assertThat(html)
                .contains("<h2>Cost over time</h2>", "<h2>Cost by line</h2>")
                .doesNotContain("By size", "Peers at equal time", "Profiles of weights", "Compared with");
    }

    @Test
    void everyPictureHasATitleAndADescription() throws Exception {
        NodeList pictures = parsed().getElementsByTagName("svg");
        int described = 0;
        for (int i = 0; i < pictures.getLength(); i++) {
            Element picture = (Element) pictures.item(i);
            if (picture.getAttribute("role").equals("img")) {
                assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                        .isNotBlank();
                assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
                        .isNotBlank();
                described++;
            } else {
                assertThat(picture.getAttribute("aria-hidden")).isEqualTo("true");
            }
        }
        assertThat(described).isGreaterThan(10);
    }

    @Test
    void namesTheProvenBoundAndFailures() {
        assertThat(HTML).contains("proven bound £90,000").contains("out of memory");
    }

    @Test
    void writesNamesAsTextAndNotAsMarkup() {
        assertThat(HTML).contains("For tests: &lt;sizes&gt; &amp; peers, profiles.");
    }

    @Test
    void saysTheSameOfTheSameResults() throws Exception {
        Path file = folder.resolve("report.html");

        HtmlReport.write(RESULTS, Comparison.of(RESULTS, RESULTS), file);

        assertThat(Files.readString(file)).isEqualTo(HTML);
    }

    private static Document parsed() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(HTML.replace("<!DOCTYPE html>", ""))));
    }
}
