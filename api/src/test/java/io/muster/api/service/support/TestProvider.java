package io.muster.api.service.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** An OpenID provider that lets one person in without asking for anything: discovery, authorisation code, keys. */
public final class TestProvider implements AutoCloseable {
    private static final String CLIENT = "muster";
    private static final long MINUTE_SECONDS = 60;

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Object> claims;
    private volatile String nonce = "";

    /**
     * Starts it on a port of its own.
     *
     * @param claims what its tokens say of the person, {@code sub} among them
     * @throws IOException when there is no port
     * @throws JOSEException never
     */
    public TestProvider(Map<String, Object> claims) throws IOException, JOSEException {
        this.claims = Map.copyOf(claims);
        key = new RSAKeyGenerator(2048).keyID("test").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, discovery()));
        server.createContext("/keys", exchange -> json(exchange, new JWKSet(key.toPublicJWK()).toJSONObject()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    /** {@return its address} */
    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** {@return settings of a service that uses it, under the name {@code force}} */
    public Map<String, String> settings() {
        String client = "spring.security.oauth2.client.";
        return Map.of(
                client + "registration.force.client-id", CLIENT,
                client + "registration.force.client-secret", "not a secret",
                client + "registration.force.scope", "openid",
                client + "provider.force.issuer-uri", issuer(),
                client + "provider.force.user-name-attribute", "sub");
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        MultiValueMap<String, String> asked = UriComponentsBuilder.fromUri(exchange.getRequestURI())
                .build(true)
                .getQueryParams();
        nonce = decoded(asked.getFirst("nonce"));
        String back = UriComponentsBuilder.fromUriString(decoded(asked.getFirst("redirect_uri")))
                .queryParam("code", "one-time")
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(decoded(asked.getFirst("state")))
                .toUriString();
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(String.valueOf(text), StandardCharsets.UTF_8);
    }

    private void token(HttpExchange exchange) throws IOException {
        Instant now = Instant.now();
        JWTClaimsSet.Builder said = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .claim("nonce", nonce)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(MINUTE_SECONDS)));
        claims.forEach(said::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), said.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IOException(e);
        }
        json(
                exchange,
                Map.of(
                        "access_token",
                        "none is needed",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        MINUTE_SECONDS,
                        "id_token",
                        token.serialize()));
    }

    private static void json(HttpExchange exchange, Map<String, Object> body) throws IOException {
        byte[] bytes = new ObjectMapper().writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
