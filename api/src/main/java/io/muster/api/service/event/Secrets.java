package io.muster.api.service.event;

import io.muster.api.service.web.ProblemException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.crypto.encrypt.TextEncryptor;
import org.springframework.stereotype.Component;

/** Makes the secrets of webhooks, and keeps them from whoever reads the database. */
@Component
class Secrets {
    private static final int BYTES = 32;
    /** "muster.webhooks": the key is random already, so that a salt of its own adds nothing. */
    private static final String SALT = "6d75737465722e776562686f6f6b73";

    private final SecureRandom random = new SecureRandom();
    private final @Nullable TextEncryptor encryptor;

    Secrets(WebhookSettings settings) {
        String key = settings.key();
        encryptor = key == null || key.isEmpty() ? null : Encryptors.delux(key, SALT);
    }

    /** A new secret. */
    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String encrypt(String secret) {
        return encryptor().encrypt(secret);
    }

    String decrypt(String stored) {
        return encryptor().decrypt(stored);
    }

    private TextEncryptor encryptor() {
        if (encryptor == null) {
            throw ProblemException.conflict(
                    "webhook-key-missing",
                    "Webhooks need a key to keep their secrets: set MUSTER_WEBHOOKS_KEY to at least 32 random characters,"
                            + " the same on all instances, and start again.");
        }
        return encryptor;
    }
}
