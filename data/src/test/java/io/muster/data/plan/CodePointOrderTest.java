package io.muster.data.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodePointOrderTest {
    private static final List<String> IN_ORDER = List.of(
            "",
            "A",
            "A1",
            "B",
            "a",
            "\u00e9",
            "\uE000",
            "\uFFFD",
            "\uD800\uDC00",
            "\uD83D\uDE00",
            "\uD83D\uDE00a",
            "\uD83D\uDE01");

    @Test
    void textsAreInTheOrderOfTheirCodePoints() {
        assertThat(IN_ORDER.stream().sorted(Comparator.reverseOrder()).sorted(CodePointOrder.COMPARATOR))
                .containsExactlyElementsOf(IN_ORDER);
    }
}
