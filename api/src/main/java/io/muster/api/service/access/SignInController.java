package io.muster.api.service.access;

import io.muster.api.service.trail.Trail;
import io.muster.api.service.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in with a cookie, for pages in a browser; other clients send their password or token with each request. */
@RestController
@RequestMapping("/v1/session")
@Tag(name = "Session")
class SignInController {
    private final PasswordSignIn signIn;
    private final Users users;
    private final PasswordEncoder encoder;
    private final SecurityContextRepository sessions;
    private final CsrfTokenRepository csrfTokens;
    private final Trail trail;
    private final TransactionTemplate transaction;

    SignInController(
            PasswordSignIn signIn,
            Users users,
            PasswordEncoder encoder,
            SecurityContextRepository sessions,
            CsrfTokenRepository csrfTokens,
            Trail trail,
            TransactionTemplate transaction) {
        this.signIn = signIn;
        this.users = users;
        this.encoder = encoder;
        this.sessions = sessions;
        this.csrfTokens = csrfTokens;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * Who signs in.
     *
     * @param userId who
     * @param password their password
     */
    record SignIn(@NotNull String userId, @NotNull String password) {

        @Override
        public String toString() {
            return "SignIn[]";
        }
    }

    /**
     * A change of one's own password.
     *
     * @param currentPassword the password until now
     * @param newPassword the password from now on
     */
    record OwnPassword(
            @NotNull String currentPassword, @NotNull String newPassword) {

        @Override
        public String toString() {
            return "OwnPassword[]";
        }
    }

    /**
     * Who has signed in.
     *
     * @param userId who
     * @param displayName for people
     * @param roles what they are
     * @param bcu their BCU; null: not bound to one
     * @param trainerId which trainer they are; null: none
     * @param csrfToken to be sent as {@code X-XSRF-TOKEN} with changes that carry the cookie
     */
    record SessionView(
            String userId,
            String displayName,
            List<Role> roles,
            @Nullable String bcu,
            @Nullable String trainerId,
            String csrfToken) {}

    @PostMapping
    @Allowed(
            value = {},
            anyone = true)
    @Operation(summary = "Signs in with a password; the answer sets a session cookie")
    @SecurityRequirements
    SessionView signIn(@Valid @RequestBody SignIn wanted, HttpServletRequest request, HttpServletResponse response) {
        SignedIn signedIn;
        try {
            signedIn = signIn.signIn(wanted.userId(), wanted.password());
        } catch (BadCredentialsException e) {
            throw new ProblemException(
                    HttpStatus.UNAUTHORIZED, "sign-in-failed", String.valueOf(e.getMessage()), List.of());
        }
        // Nobody goes on with a session that somebody else may know.
        HttpSession former = request.getSession(false);
        if (former != null) {
            former.invalidate();
        }
        request.getSession(true);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        CsrfToken token = csrfTokens.generateToken(request);
        csrfTokens.saveToken(token, request, response);
        trail.write(signedIn.getName(), "SIGNED_IN", "user/" + signedIn.getName(), "");
        return view(signedIn.caller(), token);
    }

    @GetMapping
    @Allowed({
        Role.ADMINISTRATOR,
        Role.PLANNER,
        Role.BCU_RESOURCING,
        Role.LEARNING,
        Role.TRAINER,
        Role.AUDITOR,
        Role.GOVERNANCE
    })
    @Operation(summary = "Who has signed in")
    SessionView get(Caller caller, HttpServletRequest request) {
        return view(caller, (CsrfToken) request.getAttribute(CsrfToken.class.getName()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed({
        Role.ADMINISTRATOR,
        Role.PLANNER,
        Role.BCU_RESOURCING,
        Role.LEARNING,
        Role.TRAINER,
        Role.AUDITOR,
        Role.GOVERNANCE
    })
    @Operation(summary = "Signs out")
    void signOut(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
            csrfTokens.saveToken(null, request, response);
            trail.write(caller.userId(), "SIGNED_OUT", "user/" + caller.userId(), "");
        }
        SecurityContextHolder.clearContext();
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed({
        Role.ADMINISTRATOR,
        Role.PLANNER,
        Role.BCU_RESOURCING,
        Role.LEARNING,
        Role.TRAINER,
        Role.AUDITOR,
        Role.GOVERNANCE
    })
    @Operation(summary = "Changes one's own password; all sessions end")
    void changePassword(@Valid @RequestBody OwnPassword wanted, Caller caller) {
        User user = users.find(caller.userId()).orElse(null);
        if (user == null || user.passwordHash() == null) {
            throw ProblemException.conflict("password-elsewhere", "You sign in elsewhere, and change it there.");
        }
        try {
            signIn.signIn(user.id(), wanted.currentPassword());
        } catch (BadCredentialsException e) {
            throw ProblemException.bad("password-wrong", "The current password is another.");
        }
        Passwords.check(user.id(), wanted.newPassword());
        String hash = encoder.encode(wanted.newPassword());
        transaction.executeWithoutResult(status -> {
            users.changePassword(user.id(), hash);
            trail.write(user.id(), "USER_PASSWORD_CHANGED", "user/" + user.id(), "");
        });
        signIn.forget(user.id());
    }

    private static SessionView view(Caller caller, CsrfToken token) {
        return new SessionView(
                caller.userId(),
                caller.displayName(),
                caller.roles().stream().sorted().toList(),
                caller.bcu(),
                caller.trainerId(),
                token.getToken());
    }
}
