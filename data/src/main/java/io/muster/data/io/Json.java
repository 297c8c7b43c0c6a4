package io.muster.data.io;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.muster.data.issue.IssueCode;
import io.muster.data.plan.PlanSummary;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON as the format's files have it: exact decimals, no field twice, two blanks of indent and "\n" line ends. */
final class Json {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .addMixIn(PlanSummary.class, SummaryKeys.class)
            .build();

    /** Keys of a summary that are left out where there is nothing to say. */
    private interface SummaryKeys {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String profile();
    }

    private static final ObjectWriter WRITER = MAPPER.writer(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    private Json() {}

    /** {@return the object the text holds; null: it holds none, which was reported} */
    static @Nullable JsonNode parseObject(String file, String text, IssueLog log) {
        JsonNode node;
        try (JsonParser parser = MAPPER.createParser(text)) {
            node = MAPPER.readTree(parser);
        } catch (JsonProcessingException e) {
            Integer line = e.getLocation() == null ? null : e.getLocation().getLineNr();
            malformed(file, line, text, firstSentence(e.getOriginalMessage()), log);
            return null;
        } catch (IOException e) {
            throw new IllegalStateException("reading a text in memory failed", e);
        }
        if (node == null || !node.isObject()) {
            malformed(file, null, text, "it is not one object in braces", log);
            return null;
        }
        return node;
    }

    private static void malformed(String file, @Nullable Integer line, String text, String detail, IssueLog log) {
        if (text.indexOf(Utf8Reader.NOT_UTF8) >= 0) {
            log.add(
                    IssueCode.NOT_UTF8,
                    file,
                    line,
                    null,
                    null,
                    "The file holds bytes that are not UTF-8; save it as UTF-8.");
        } else {
            log.add(
                    IssueCode.MALFORMED_JSON,
                    file,
                    line,
                    null,
                    null,
                    "The file is not well-formed JSON: " + detail + "; correct the line.");
        }
    }

    private static String firstSentence(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    /** {@return the value as indented JSON with a line end at the end} */
    static String write(Object value) {
        try {
            return WRITER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value, e);
        }
    }
}
