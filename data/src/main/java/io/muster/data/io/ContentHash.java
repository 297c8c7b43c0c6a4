package io.muster.data.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.data.model.DataSet;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Hash of a data set's content. It does not depend on how the files write it: container, column order, line ends, byte
 * order mark and zeroes at the end of a decimal. Row order counts.
 */
final class ContentHash {
    private static final byte CELL_END = 0x1f;
    private static final byte RECORD_END = 0x1e;
    private static final byte FILE_END = 0x1c;

    private final MessageDigest digest;

    private ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** {@return SHA-256 as 64 hexadecimal digits} */
    static String of(DataSet dataSet) {
        ContentHash hash = new ContentHash();
        hash.addNode(ProgrammeJson.toJson(dataSet.programme()));
        hash.digest.update(FILE_END);
        for (TableContent<?> content : DataSetFiles.contents(dataSet)) {
            hash.addTable(content);
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void addTable(TableContent<?> content) {
        boolean[] decimal = new boolean[content.table().fields().size()];
        for (int i = 0; i < decimal.length; i++) {
            CellType<?> type = content.table().fields().get(i).column().type();
            decimal[i] = type == CellTypes.PERCENT || type == CellTypes.FACTOR;
        }
        content.<RuntimeException>forEachRow(cells -> {
            for (int i = 0; i < cells.length; i++) {
                add(decimal[i] && !cells[i].isEmpty() ? canonical(new BigDecimal(cells[i])) : cells[i]);
            }
            digest.update(RECORD_END);
        });
        digest.update(FILE_END);
    }

    private static String canonical(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private void addNode(JsonNode node) {
        if (node instanceof ObjectNode) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                add(field.getKey());
                addNode(field.getValue());
            }
        } else if (node.isArray()) {
            node.forEach(this::addNode);
        } else if (node.isNumber()) {
            add(canonical(node.decimalValue()));
        } else {
            add(node.asText());
        }
        digest.update(RECORD_END);
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update(CELL_END);
    }
}
