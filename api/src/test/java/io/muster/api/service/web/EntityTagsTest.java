package io.muster.api.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\""})
    void aChangeFromTheVersionAsItIsGoesThrough(String ifMatch) {
        assertThatCode(() -> EntityTags.demand(ifMatch, 7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "W/\"7\"", "7", ""})
    void aChangeFromAnotherVersionIsRefused(String ifMatch) {
        assertThatThrownBy(() -> EntityTags.check(ifMatch, 7))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.status().value()).isEqualTo(412));
    }

    @Test
    void aChangeThatDoesNotSayFromWhichVersionIsRefusedWhereThatIsDemanded() {
        assertThatCode(() -> EntityTags.check(null, 7)).doesNotThrowAnyException();
        assertThatThrownBy(() -> EntityTags.demand(null, 7))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.status().value()).isEqualTo(428));
    }
}
