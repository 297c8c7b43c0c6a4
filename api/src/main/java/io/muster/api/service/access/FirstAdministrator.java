package io.muster.api.service.access;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The administrator of a database that has no users yet. */
@Component
public class FirstAdministrator {
    /** What they sign in with. */
    public static final String ID = "administrator";

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 20;

    private final Users users;
    private final PasswordEncoder encoder;
    private final AccessSettings settings;

    FirstAdministrator(Users users, PasswordEncoder encoder, AccessSettings settings) {
        this.users = users;
        this.encoder = encoder;
        this.settings = settings;
    }

    /**
     * Adds the administrator when there is no user at all. They are a planner too, so that somebody can look around at once.
     *
     * @return the random password, to be shown once and kept nowhere; empty: there are users, or the password is that of
     *     the setting {@code muster.access.initial-password}
     */
    public Optional<String> addIfNobodyIsThere() {
        if (users.count() > 0) {
            return Optional.empty();
        }
        String given = settings.initialPassword();
        String password = given == null || given.isEmpty() ? random() : given;
        try {
            users.add(new User(
                    ID,
                    "Administrator",
                    encoder.encode(password),
                    Set.of(Role.ADMINISTRATOR, Role.PLANNER),
                    null,
                    null,
                    true));
        } catch (DuplicateKeyException e) {
            // Another instance has just done the same.
            return Optional.empty();
        }
        return password.equals(given) ? Optional.empty() : Optional.of(password);
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
