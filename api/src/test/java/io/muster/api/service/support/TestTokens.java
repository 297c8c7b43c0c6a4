package io.muster.api.service.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;

/** An OpenID provider's tokens, signed here. */
public final class TestTokens {
    private static final KeyPair TRUSTED = keys();

    private TestTokens() {}

    /** {@return where the public key is that the service trusts} */
    static String publicKey() {
        try {
            Path file = TestDatabase.home().resolve("token-key.pem");
            Files.writeString(
                    file,
                    "-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                    .encodeToString(TRUSTED.getPublic().getEncoded())
                            + "\n-----END PUBLIC KEY-----\n");
            return file.toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A token that the service trusts.
     *
     * @param claims what it says
     * @param expiresAt until when
     * @return the token
     */
    public static String signed(Map<String, Object> claims, Instant expiresAt) {
        return sign(TRUSTED, claims, expiresAt);
    }

    /**
     * A token that somebody else has signed.
     *
     * @param claims what it says
     * @param expiresAt until when
     * @return the token
     */
    public static String forged(Map<String, Object> claims, Instant expiresAt) {
        return sign(keys(), claims, expiresAt);
    }

    private static String sign(KeyPair keys, Map<String, Object> claims, Instant expiresAt) {
        try {
            JWTClaimsSet.Builder set = new JWTClaimsSet.Builder().expirationTime(Date.from(expiresAt));
            claims.forEach(set::claim);
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), set.build());
            token.sign(new RSASSASigner(keys.getPrivate()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }
}
