package io.muster.api.service.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListAddressTest {
    private final ListAddress people =
            ListAddress.of("/people").with("q", "a&b c").with("bcu", "");

    @Test
    void filtersAreInTheAddressAndEmptyOnesAreNot() {
        assertThat(people.href()).isEqualTo("/people?q=a%26b+c");
        assertThat(people.open()).isEqualTo("/people?q=a%26b+c&");
        assertThat(people.isFiltered()).isTrue();
        assertThat(people.with("q", null).href()).isEqualTo("/people");
        assertThat(people.with("q", null).open()).isEqualTo("/people?");
        assertThat(people.with("q", null).with("sort", "role").isFiltered()).isFalse();
    }

    @Test
    void aColumnThatIsSortedByTurnsRoundWhenItIsChosenAgain() {
        ListAddress sorted = people.with("sort", "role");

        assertThat(people.sortedBy("role")).endsWith("&sort=role");
        assertThat(sorted.sortedBy("role")).endsWith("&sort=-role");
        assertThat(sorted.with("sort", "-role").sortedBy("role")).endsWith("&sort=role");
        assertThat(sorted.order("role")).isEqualTo("ascending");
        assertThat(sorted.with("sort", "-role").order("role")).isEqualTo("descending");
        assertThat(sorted.order("rank")).isNull();
    }
}
