package io.muster.api.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.api.service.access.Role;
import io.muster.api.service.support.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class IdempotencyTest extends ServiceTest {
    @Autowired
    private JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString();

    @Test
    void theSameCallAgainGetsTheFirstAnswer() {
        ResponseEntity<String> first = post("{\"name\":\"a\",\"size\":1}");
        ResponseEntity<String> again = post("{\"name\":\"a\",\"size\":1}");

        assertThat(first.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(first.getHeaders().containsKey("Idempotency-Replayed")).isFalse();
        assertThat(again.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(again.getBody()).isNotNull().isEqualTo(first.getBody());
        assertThat(again.getHeaders().getLocation())
                .isNotNull()
                .isEqualTo(first.getHeaders().getLocation());
        assertThat(again.getHeaders().getContentType())
                .isEqualTo(first.getHeaders().getContentType());
        assertThat(again.getHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        post("{\"name\":\"a\",\"size\":1}");

        ResponseEntity<String> other = post("{\"name\":\"b\",\"size\":1}");

        assertThat(other.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(other.getBody()).contains("idempotency-key-reused");
    }

    @Test
    void aRefusedCallMayBeMadeAgainUnderItsKey() {
        assertThat(post("{\"name\":\"\",\"size\":1}").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(post("{\"name\":\"a\",\"size\":1}").getStatusCode()).isEqualTo(HttpStatus.CREATED);
    }

    @Test
    void aCallThatIsBeingServedIsNotServedTwice() {
        post("{\"name\":\"a\",\"size\":1}");
        jdbc.sql("update idempotency set status = null where request_key = ?")
                .param(key)
                .update();

        ResponseEntity<String> again = post("{\"name\":\"a\",\"size\":1}");

        assertThat(again.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(again.getHeaders().containsKey("Retry-After")).isTrue();
    }

    @Test
    void aKeyIsFreeAgainAfterADay() {
        ResponseEntity<String> first = post("{\"name\":\"a\",\"size\":1}");
        jdbc.sql("update idempotency set created_at = ? where request_key = ?")
                .params(OffsetDateTime.now(ZoneOffset.UTC).minusHours(25), key)
                .update();

        assertThat(post("{\"name\":\"a\",\"size\":1}").getBody()).isNotEqualTo(first.getBody());
    }

    @Test
    void anUploadSentAgainIsTheSameThoughItsBoundaryIsNot() {
        ResponseEntity<String> first = upload("content");
        ResponseEntity<String> again = upload("content");
        ResponseEntity<String> other = upload("changed");

        assertThat(first.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
        assertThat(again.getBody()).isNotNull().isEqualTo(first.getBody());
        assertThat(other.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ResponseEntity<String> post(String body) {
        return as(Role.PLANNER)
                .post()
                .uri("/v1/test/things")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(String.class);
    }

    private ResponseEntity<String> upload(String content) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("file", new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "staff.csv";
            }
        });
        return as(Role.PLANNER)
                .post()
                .uri("/v1/test/uploads")
                .header("Idempotency-Key", key)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .retrieve()
                .toEntity(String.class);
    }
}
