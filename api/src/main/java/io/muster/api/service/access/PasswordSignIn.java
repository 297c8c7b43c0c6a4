package io.muster.api.service.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.api.service.trail.Trail;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs users of the database in. A strong hash takes a tenth of a second, too long for each request of a client that sends
 * its password each time: a password that was right is remembered for a while, under a keyed hash whose key is this
 * process's own, until the user changes.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);
    private static final String ONE_MESSAGE = "User or password is wrong, or the user is locked for a while.";
    private static final long MOST_REMEMBERED = 10_000;

    private final Users users;
    private final PasswordEncoder encoder;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AccessSettings settings;
    private final SecretKeySpec key;
    private final String nobodysHash;
    private final Cache<String, SignedIn> verified;
    private final Cache<String, Optional<Account>> accounts;

    PasswordSignIn(
            Users users,
            PasswordEncoder encoder,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock,
            AccessSettings settings) {
        this.users = users;
        this.encoder = encoder;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
        this.nobodysHash = encoder.encode("nobody's password");
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(settings.rememberFor())
                .build();
        this.accounts = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(settings.lookAgainAfter())
                .build();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        return signIn(authentication.getName(), String.valueOf(authentication.getCredentials()));
    }

    /**
     * Signs somebody in.
     *
     * @param userId who they say they are
     * @param password what they say proves it
     * @return who they are
     * @throws BadCredentialsException when it does not
     */
    SignedIn signIn(String userId, String password) {
        String remembered = keyedHash(userId, password);
        SignedIn known = verified.getIfPresent(remembered);
        if (known != null && isCurrent(known)) {
            return known;
        }
        verified.invalidate(remembered);
        // Callers at the same time wait for one of them to have the hash made.
        SignedIn signedIn = verified.get(remembered, hash -> verify(userId, password));
        if (signedIn == null) {
            throw new BadCredentialsException(ONE_MESSAGE);
        }
        return signedIn;
    }

    private @Nullable SignedIn verify(String userId, String password) {
        Account account = users.findAccount(userId).orElse(null);
        String hash = account == null ? null : account.user().passwordHash();
        // As much work for users that are not there, so that nobody can tell by the time it takes.
        boolean isRight = encoder.matches(password, hash == null ? nobodysHash : hash);
        if (account == null || hash == null || !account.user().enabled() || account.isLockedAt(clock.instant())) {
            return null;
        }
        if (!isRight) {
            transaction.executeWithoutResult(status -> {
                if (users.failed(userId, settings.lockAfterFailures(), settings.lockFor())) {
                    LOG.warn("a user is locked after {} failed sign-ins", settings.lockAfterFailures());
                    trail.write(userId, "USER_LOCKED", "user/" + userId, "after failed sign-ins");
                }
            });
            return null;
        }
        if (account.failedLogins() > 0) {
            users.signedIn(userId);
        }
        accounts.put(userId, Optional.of(account));
        return new SignedIn(account.user().caller(), account.version());
    }

    /** {@return whether somebody who signed in earlier still is who they were, and may} */
    boolean isCurrent(SignedIn signedIn) {
        if (signedIn.version() < 0) {
            return true;
        }
        return accounts.get(signedIn.getName(), users::findAccount)
                .filter(account -> account.user().enabled() && account.version() == signedIn.version())
                .isPresent();
    }

    /** Makes a change of a user count at once on this instance. */
    void forget(String userId) {
        accounts.invalidate(userId);
    }

    private String keyedHash(String userId, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(userId.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
