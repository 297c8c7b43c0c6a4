package io.muster.api.service.web;

import io.muster.api.error.BadInputException;
import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Role;
import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Goes wrong in all the ways a controller may. Part of the service in tests only. */
@Hidden
@RestController
@RequestMapping("/v1/test")
class FaultyController {
    static final String SECRET = "a word that no answer may hold";
    private final AtomicInteger made = new AtomicInteger();

    record Thing(@NotBlank String name, int size) {}

    @GetMapping("/faults/{kind}")
    @Allowed(Role.PLANNER)
    String fault(@PathVariable String kind) throws Exception {
        throw switch (kind) {
            case "input" ->
                new BadInputException(List.of(new Issue(
                        "staff.csv", 7, "team_id", "P1", "UNKNOWN_REFERENCE", Severity.ERROR, "There is no team.")));
            case "database" -> new DataAccessResourceFailureException(SECRET);
            case "disk" -> new IOException("/secret/path: No space left on device");
            case "conflict" -> ProblemException.conflict("thing-busy", "The thing is busy.");
            default -> new IllegalStateException(SECRET);
        };
    }

    @GetMapping("/numbers")
    @Allowed(Role.PLANNER)
    int number(@RequestParam int number) {
        return number;
    }

    @PostMapping("/things")
    @Allowed(Role.PLANNER)
    ResponseEntity<Thing> make(@Valid @RequestBody Thing thing) {
        int number = made.incrementAndGet();
        return ResponseEntity.created(URI.create("/v1/test/things/" + number)).body(new Thing(thing.name(), number));
    }

    @PostMapping("/uploads")
    @Allowed(Role.PLANNER)
    ResponseEntity<Integer> upload(@RequestParam MultipartFile file) {
        return ResponseEntity.accepted().body(made.incrementAndGet());
    }
}
