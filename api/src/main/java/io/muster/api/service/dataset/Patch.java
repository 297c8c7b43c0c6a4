package io.muster.api.service.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.flipkart.zjsonpatch.JsonPatch;
import com.flipkart.zjsonpatch.JsonPointer;
import com.flipkart.zjsonpatch.JsonPointerEvaluationException;
import io.muster.api.service.web.ProblemException;
import io.muster.data.io.DataSetTables;
import io.muster.data.model.DataSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** A JSON Patch (RFC 6902) on a {@link PatchDocument}. */
final class Patch {
    private static final int MOST_OPERATIONS = 10_000;

    /** What copies may add to a document, in values: copies of copies grow without end. */
    private static final int MOST_COPIED = 1_000_000;

    private static final int MOST_DEPTH = 100;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode operations;
    private int copied;

    private Patch(JsonNode operations) {
        this.operations = operations;
    }

    /**
     * A patch.
     *
     * @throws ProblemException 400 when it is none
     */
    static Patch of(Path file) {
        JsonNode body;
        try {
            body = MAPPER.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw ProblemException.bad("body-unreadable", "The body is no JSON.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!body.isArray() || body.isEmpty() || body.size() > MOST_OPERATIONS) {
            throw ProblemException.bad(
                    "patch-invalid", "The body must be an array of 1 to " + MOST_OPERATIONS + " operations.");
        }
        try {
            JsonPatch.validate(body);
        } catch (RuntimeException e) {
            // The library reports odd patches with exceptions of many kinds.
            throw ProblemException.bad(
                    "patch-invalid",
                    "The body is no JSON Patch (RFC 6902): an operation lacks a member, or has no such op.");
        }
        return new Patch(body);
    }

    /**
     * Applies it and writes the outcome.
     *
     * @throws ProblemException 422 when an operation cannot be applied, or the outcome is no document of a data set
     */
    void apply(DataSet dataSet, Path zip) {
        PatchDocument document = PatchDocument.of(dataSet, parts());
        for (int i = 0; i < operations.size(); i++) {
            JsonNode operation = operations.get(i);
            try {
                budget(operation, document.root());
                JsonPatch.applyInPlace(JsonNodeFactory.instance.arrayNode().add(operation), document.root());
            } catch (ProblemException e) {
                throw e;
            } catch (RuntimeException | JsonPointerEvaluationException e) {
                // The library reports odd patches with exceptions of many kinds.
                throw refused("Operation " + i + " (" + operation.path("op").asText()
                        + ") cannot be applied: what its path names is not there, or not as the test says.");
            }
        }
        try {
            document.write(zip);
        } catch (PatchRefusedException e) {
            throw refused("After the patch " + e.getMessage() + ".");
        }
    }

    /** {@return the parts of the document that it reads or changes} */
    private Set<String> parts() {
        Set<String> parts = new HashSet<>();
        for (int i = 0; i < operations.size(); i++) {
            parts.add(part(i, "path"));
            if (operations.get(i).has("from")) {
                parts.add(part(i, "from"));
            }
        }
        return parts;
    }

    /** The first step of a pointer; the second must be there, as parts are not replaced as a whole. */
    private String part(int index, String member) {
        String[] steps = operations.get(index).path(member).asText().split("/", -1);
        if (steps.length < 3
                || !steps[0].isEmpty()
                || !steps[1].equals(PatchDocument.PROGRAMME)
                        && !DataSetTables.names().contains(steps[1])) {
            throw refused("Operation " + index + " has a " + member
                    + " that does not begin with the name of a file and a key, such as /staff/<id>.");
        }
        return steps[1];
    }

    private void budget(JsonNode operation, JsonNode root) throws JsonPointerEvaluationException {
        if (operation.path("op").asText().equals("copy")) {
            JsonNode source = JsonPointer.parse(operation.path("from").asText()).evaluate(root);
            copied += count(source, 0, MOST_COPIED - copied);
            if (copied >= MOST_COPIED) {
                throw refused("The patch copies more than " + MOST_COPIED + " values.");
            }
        }
    }

    /** {@return how many values a node holds, or the limit once it is reached or the node is nested too deep} */
    private static int count(JsonNode node, int depth, int limit) {
        int count = 1;
        for (JsonNode child : node) {
            if (count >= limit || depth > MOST_DEPTH) {
                return limit;
            }
            count += count(child, depth + 1, limit - count);
        }
        return count;
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "patch-failed", sentence, List.of());
    }
}
