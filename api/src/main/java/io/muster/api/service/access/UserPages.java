package io.muster.api.service.access;

import io.muster.api.service.page.PageController;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The users: who they are, what they may do, and whether they may sign in. */
@PageController
class UserPages {
    private static final String DONE = "done";
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");
    private static final int MOST_NAME = 200;

    private final UserController controller;
    private final Users users;

    UserPages(UserController controller, Users users) {
        this.controller = controller;
        this.users = users;
    }

    @GetMapping("/users")
    @Allowed(value = Role.ADMINISTRATOR, personal = true)
    String list(
            PageQuery page,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable Role role,
            Model model) {
        List<UserView> all = users.listAccounts().stream().map(UserView::of).toList();
        String wanted = name.strip().toLowerCase(Locale.UK);
        List<UserView> found = all.stream()
                .filter(user -> user.id().contains(wanted)
                        || user.displayName().toLowerCase(Locale.UK).contains(wanted))
                .filter(user -> role == null || user.roles().contains(role))
                .toList();
        PageView<UserView> list = page.of(found, Map.of());
        model.addAttribute("list", list);
        model.addAttribute("name", name);
        model.addAttribute("role", role);
        model.addAttribute("roles", Role.values());
        model.addAttribute("isFirstRun", all.size() == 1);
        model.addAttribute("preset", all.size() == 1 ? List.of(Role.PLANNER) : List.of());
        return "access/users";
    }

    @GetMapping("/users/{userId}")
    @Allowed(value = Role.ADMINISTRATOR, personal = true)
    String user(@PathVariable String userId, Caller caller, Model model) {
        Account account = users.findAccount(userId).orElseThrow(() -> ProblemException.notFound("user", userId));
        model.addAttribute("user", UserView.of(account));
        model.addAttribute("version", account.version());
        model.addAttribute("roles", Role.values());
        model.addAttribute("hasPassword", account.user().passwordHash() != null);
        model.addAttribute("isSelf", caller.userId().equals(userId));
        return "access/user";
    }

    @PostMapping("/users")
    @Allowed(Role.ADMINISTRATOR)
    String add(
            @RequestParam String id,
            @RequestParam String displayName,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable Set<Role> roles,
            @RequestParam(defaultValue = "") String bcu,
            @RequestParam(defaultValue = "") String trainerId,
            Caller caller,
            RedirectAttributes messages) {
        String userId = id.strip();
        if (!ID.matcher(userId).matches()) {
            throw ProblemException.bad(
                    "user-invalid",
                    "What somebody signs in with is small letters, digits, dots, hyphens, underscores and @, at most 100 of"
                            + " them; it begins with a letter or digit.");
        }
        controller.add(
                new UserController.NewUser(
                        userId,
                        checkedName(displayName),
                        password.isEmpty() ? null : password,
                        checkedRoles(roles),
                        textOrNull(bcu),
                        textOrNull(trainerId)),
                caller);
        messages.addFlashAttribute(DONE, displayName.strip() + " was added, and signs in as " + userId + ".");
        return "redirect:/users";
    }

    @PostMapping("/users/{userId}")
    @Allowed(Role.ADMINISTRATOR)
    String change(
            @PathVariable String userId,
            @RequestParam long version,
            @RequestParam String displayName,
            @RequestParam(required = false) @Nullable Set<Role> roles,
            @RequestParam(defaultValue = "") String bcu,
            @RequestParam(defaultValue = "") String trainerId,
            @RequestParam(defaultValue = "false") boolean enabled,
            Caller caller,
            RedirectAttributes messages) {
        controller.change(
                userId,
                EntityTags.of(version),
                new UserController.ChangedUser(
                        checkedName(displayName), checkedRoles(roles), textOrNull(bcu), textOrNull(trainerId), enabled),
                caller);
        messages.addFlashAttribute(
                DONE, displayName.strip() + " was changed." + (enabled ? "" : " They may not sign in any more."));
        return "redirect:/users/" + userId;
    }

    @PostMapping("/users/{userId}/password")
    @Allowed(Role.ADMINISTRATOR)
    String password(
            @PathVariable String userId, @RequestParam String password, Caller caller, RedirectAttributes messages) {
        controller.resetPassword(userId, new UserController.NewPassword(password), caller);
        messages.addFlashAttribute(
                DONE, "The password was set. Tell it to them yourself; they change it in “My account”.");
        return "redirect:/users/" + userId;
    }

    private static String checkedName(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > MOST_NAME) {
            throw ProblemException.bad(
                    "user-invalid", "Everybody has a name, of at most " + MOST_NAME + " characters.");
        }
        return stripped;
    }

    private static Set<Role> checkedRoles(@Nullable Set<Role> roles) {
        if (roles == null || roles.isEmpty()) {
            throw ProblemException.bad(
                    "user-invalid", "Everybody has at least one role. To keep somebody out, untick “May sign in”.");
        }
        return EnumSet.copyOf(roles);
    }

    private static @Nullable String textOrNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
