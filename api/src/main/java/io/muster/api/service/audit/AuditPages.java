package io.muster.api.service.audit;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.audit.TrailController.TrailFilter;
import io.muster.api.service.page.PageController;
import io.muster.api.service.web.PageQuery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The trail as auditors read it in a browser. */
@PageController
class AuditPages {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final TrailController api;

    AuditPages(TrailController api) {
        this.api = api;
    }

    /**
     * Entries.
     *
     * @param user of one user
     * @param action of one kind
     * @param subject about one subject and what is below it
     * @param from from this day on, in London
     * @param to up to and with this day
     */
    @GetMapping("/audit")
    @Allowed(
            value = {Role.AUDITOR, Role.ADMINISTRATOR},
            personal = true)
    String trail(
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            PageQuery page,
            Model model) {
        TrailFilter filter = new TrailFilter(
                textOrNull(user),
                textOrNull(action),
                textOrNull(subject),
                startOf(from),
                startOf(to == null ? null : to.plusDays(1)));
        model.addAttribute("entries", api.list(filter, page));
        model.addAttribute("user", user.strip());
        model.addAttribute("action", action.strip());
        model.addAttribute("subject", subject.strip());
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("isFiltered", !filter.equals(new TrailFilter(null, null, null, null, null)));
        UriComponentsBuilder here = UriComponentsBuilder.fromPath("/audit");
        add(here, "user", filter.userId());
        add(here, "action", filter.action());
        add(here, "subject", filter.subject());
        add(here, "from", from);
        add(here, "to", to);
        model.addAttribute("keep", prefix(here));
        UriComponentsBuilder export = UriComponentsBuilder.fromPath("/v1/trail/export");
        add(export, "userId", filter.userId());
        add(export, "action", filter.action());
        add(export, "subject", filter.subject());
        add(export, "from", filter.from());
        add(export, "to", filter.to());
        model.addAttribute("export", export.encode(StandardCharsets.UTF_8).toUriString());
        return "audit/trail";
    }

    @PostMapping("/audit/verification")
    @Allowed({Role.AUDITOR, Role.ADMINISTRATOR})
    String verify(Caller caller, RedirectAttributes redirect) {
        redirect.addFlashAttribute("verification", api.verify(caller));
        return "redirect:/audit";
    }

    private static @Nullable Instant startOf(@Nullable LocalDate date) {
        return date == null ? null : date.atStartOfDay(LONDON).toInstant();
    }

    private static @Nullable String textOrNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static void add(UriComponentsBuilder uri, String name, @Nullable Object value) {
        if (value != null) {
            uri.queryParam(name, value);
        }
    }

    /** An address to which a parameter can be added. */
    private static String prefix(UriComponentsBuilder uri) {
        String text = uri.encode(StandardCharsets.UTF_8).toUriString();
        return text + (text.contains("?") ? "&" : "?");
    }
}
