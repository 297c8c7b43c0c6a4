package io.muster.api.service.access;

import io.muster.api.service.trail.Trail;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The users of the database. Nobody is deleted, as the trail names them; who leaves is disabled. */
@RestController
@RequestMapping("/v1/users")
@Tag(name = "Users")
class UserController {
    private static final Map<String, Comparator<UserView>> ORDERS = Map.of(
            "id", Comparator.comparing(UserView::id),
            "displayName", Comparator.comparing(UserView::displayName).thenComparing(UserView::id),
            "createdAt", Comparator.comparing(UserView::createdAt).thenComparing(UserView::id));

    private final Users users;
    private final PasswordSignIn signIn;
    private final PasswordEncoder encoder;
    private final Trail trail;

    UserController(Users users, PasswordSignIn signIn, PasswordEncoder encoder, Trail trail) {
        this.users = users;
        this.signIn = signIn;
        this.encoder = encoder;
        this.trail = trail;
    }

    /**
     * A new user.
     *
     * @param id what they are to sign in with
     * @param displayName for people
     * @param password the first one; null: they sign in elsewhere
     * @param roles what they are
     * @param bcu their BCU; null: not bound to one
     * @param trainerId which trainer they are; null: none
     */
    record NewUser(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._@-]{0,99}")
            String id,

            @NotBlank @Size(max = 200) String displayName,
            @Nullable String password,
            @NotEmpty Set<@NotNull Role> roles,
            @Nullable @Size(max = 50) String bcu,
            @Nullable @Size(max = 100) String trainerId) {

        @Override
        public String toString() {
            return "NewUser[" + id + "]";
        }
    }

    /**
     * What of a user can be changed.
     *
     * @param displayName for people
     * @param roles what they are
     * @param bcu their BCU; null: not bound to one
     * @param trainerId which trainer they are; null: none
     * @param enabled whether they may sign in
     */
    record ChangedUser(
            @NotBlank @Size(max = 200) String displayName,
            @NotEmpty Set<@NotNull Role> roles,
            @Nullable @Size(max = 50) String bcu,
            @Nullable @Size(max = 100) String trainerId,
            boolean enabled) {}

    /**
     * A new password.
     *
     * @param password the password
     */
    record NewPassword(@NotNull String password) {

        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    @GetMapping
    @Allowed(value = Role.ADMINISTRATOR, personal = true)
    @Operation(summary = "Users")
    PageView<UserView> list(@ParameterObject PageQuery page) {
        return page.of(users.listAccounts().stream().map(UserView::of).toList(), ORDERS);
    }

    @GetMapping("/{userId}")
    @Allowed(value = Role.ADMINISTRATOR, personal = true)
    @Operation(summary = "A user")
    ResponseEntity<UserView> get(@PathVariable String userId) {
        Account account = account(userId);
        return EntityTags.ok(account.version(), UserView.of(account));
    }

    @PostMapping
    @Transactional
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "Adds a user")
    ResponseEntity<UserView> add(@Valid @RequestBody NewUser wanted, Caller caller) {
        if (wanted.id().equals(Caller.SYSTEM.userId())) {
            throw ProblemException.bad("user-invalid", "This id is the service's own.");
        }
        checkBounds(wanted.roles(), wanted.bcu(), wanted.trainerId());
        if (wanted.password() != null) {
            Passwords.check(wanted.id(), wanted.password());
        }
        try {
            users.add(new User(
                    wanted.id(),
                    wanted.displayName(),
                    wanted.password() == null ? null : encoder.encode(wanted.password()),
                    wanted.roles(),
                    wanted.bcu(),
                    wanted.trainerId(),
                    true));
        } catch (DuplicateKeyException e) {
            throw ProblemException.conflict("user-already-there", "There is a user of this id.");
        }
        trail.write(caller.userId(), "USER_CREATED", "user/" + wanted.id(), "roles " + new TreeSet<>(wanted.roles()));
        Account account = account(wanted.id());
        return ResponseEntity.created(URI.create("/v1/users/" + wanted.id()))
                .eTag(EntityTags.of(account.version()))
                .body(UserView.of(account));
    }

    @PutMapping("/{userId}")
    @Transactional
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "Changes a user's name, roles and whether they may sign in")
    ResponseEntity<UserView> change(
            @PathVariable String userId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangedUser wanted,
            Caller caller) {
        Account account = account(userId);
        EntityTags.demand(ifMatch, account.version());
        checkBounds(wanted.roles(), wanted.bcu(), wanted.trainerId());
        if (!wanted.enabled() || !wanted.roles().contains(Role.ADMINISTRATOR)) {
            checkAnotherAdministrator(userId);
        }
        User changed = new User(
                userId,
                wanted.displayName(),
                account.user().passwordHash(),
                wanted.roles(),
                wanted.bcu(),
                wanted.trainerId(),
                wanted.enabled());
        if (!users.change(changed, account.version())) {
            throw new ProblemException(
                    HttpStatus.PRECONDITION_FAILED,
                    "precondition-failed",
                    "Somebody has changed it since you read it; read it again and decide anew.",
                    List.of());
        }
        signIn.forget(userId);
        trail.write(
                caller.userId(),
                "USER_CHANGED",
                "user/" + userId,
                "roles " + new TreeSet<>(account.user().roles()) + " to " + new TreeSet<>(wanted.roles()) + ", enabled "
                        + account.user().enabled() + " to " + wanted.enabled());
        return get(userId);
    }

    @PutMapping("/{userId}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "Gives a user another password, and unlocks them")
    void resetPassword(@PathVariable String userId, @Valid @RequestBody NewPassword wanted, Caller caller) {
        Passwords.check(userId, wanted.password());
        if (!users.changePassword(userId, encoder.encode(wanted.password()))) {
            throw ProblemException.notFound("user", userId);
        }
        signIn.forget(userId);
        trail.write(caller.userId(), "USER_PASSWORD_RESET", "user/" + userId, "");
    }

    private Account account(String userId) {
        return users.findAccount(userId).orElseThrow(() -> ProblemException.notFound("user", userId));
    }

    private void checkAnotherAdministrator(String userId) {
        List<String> administrators = users.lockAdministrators();
        if (administrators.equals(List.of(userId))) {
            throw ProblemException.conflict(
                    "last-administrator", "They are the only administrator who may sign in; make another first.");
        }
    }

    private static void checkBounds(Set<Role> roles, @Nullable String bcu, @Nullable String trainerId) {
        if (roles.contains(Role.BCU_RESOURCING) && (bcu == null || bcu.isBlank())) {
            throw ProblemException.bad("user-invalid", "A user with the role BCU_RESOURCING needs a bcu.");
        }
        if (roles.contains(Role.TRAINER) && (trainerId == null || trainerId.isBlank())) {
            throw ProblemException.bad("user-invalid", "A user with the role TRAINER needs a trainerId.");
        }
    }
}
