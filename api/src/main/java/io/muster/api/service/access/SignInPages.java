package io.muster.api.service.access;

import io.muster.api.service.page.PageController;
import io.muster.api.service.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out, and one's own password. */
@PageController
class SignInPages {
    private static final String SIGN_IN = "access/sign-in";

    private final SignInController session;
    private final ObjectProvider<ClientRegistrationRepository> providers;

    SignInPages(SignInController session, ObjectProvider<ClientRegistrationRepository> providers) {
        this.session = session;
        this.providers = providers;
    }

    @GetMapping("/sign-in")
    @Allowed(
            value = {},
            anyone = true)
    String page(@RequestParam(defaultValue = "/") String to, Model model) {
        return show(to, "", "", model);
    }

    @PostMapping("/sign-in")
    @Allowed(
            value = {},
            anyone = true)
    String signIn(
            @RequestParam(defaultValue = "") String userId,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String to,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            session.signIn(new SignInController.SignIn(userId.strip(), password), request, response);
        } catch (ProblemException e) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return show(to, userId, String.valueOf(e.getMessage()), model);
        }
        return "redirect:" + ownPath(to);
    }

    @PostMapping("/sign-out")
    @Allowed({
        Role.ADMINISTRATOR,
        Role.PLANNER,
        Role.BCU_RESOURCING,
        Role.LEARNING,
        Role.TRAINER,
        Role.AUDITOR,
        Role.GOVERNANCE
    })
    String signOut(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        session.signOut(caller, request, response);
        return "redirect:/sign-in";
    }

    @GetMapping("/account")
    @Allowed({
        Role.ADMINISTRATOR,
        Role.PLANNER,
        Role.BCU_RESOURCING,
        Role.LEARNING,
        Role.TRAINER,
        Role.AUDITOR,
        Role.GOVERNANCE
    })
    String account() {
        return "access/account";
    }

    @PostMapping("/account/password")
    @Allowed({
        Role.ADMINISTRATOR,
        Role.PLANNER,
        Role.BCU_RESOURCING,
        Role.LEARNING,
        Role.TRAINER,
        Role.AUDITOR,
        Role.GOVERNANCE
    })
    String changePassword(@RequestParam String currentPassword, @RequestParam String newPassword, Caller caller) {
        session.changePassword(new SignInController.OwnPassword(currentPassword, newPassword), caller);
        return "redirect:/sign-in";
    }

    private String show(String to, String userId, String wrong, Model model) {
        model.addAttribute("to", ownPath(to));
        model.addAttribute("userId", userId);
        model.addAttribute("wrong", wrong);
        model.addAttribute("providers", providers());
        return SIGN_IN;
    }

    /** Where else one can sign in. */
    private List<String> providers() {
        @Nullable ClientRegistrationRepository known = providers.getIfAvailable();
        if (!(known instanceof Iterable<?> several)) {
            return List.of();
        }
        return StreamSupport.stream(several.spliterator(), false)
                .map(ClientRegistration.class::cast)
                .map(ClientRegistration::getRegistrationId)
                .toList();
    }

    /** A path of this service and of no other: nobody is led elsewhere by a link to the sign-in page. */
    private static String ownPath(String to) {
        boolean isOwn = to.startsWith("/") && !to.startsWith("//") && to.indexOf('\\') < 0 && to.indexOf(':') < 0;
        return isOwn ? to : "/";
    }
}
