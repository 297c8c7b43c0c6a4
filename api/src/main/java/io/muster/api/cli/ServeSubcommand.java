package io.muster.api.cli;

import io.muster.api.service.MusterService;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster serve}. */
@Command(
        name = "serve",
        description = {
            "Starts the service: a REST API under /v1.",
            "Without configuration it keeps its database in a folder; docs/SERVICE.md names every setting.",
        },
        mixinStandardHelpOptions = true)
final class ServeSubcommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on; default 8080, 0 for any free one.")
    private @Nullable Integer port;

    @Mixin
    private final ServiceHome home = new ServiceHome();

    private final Console console;

    ServeSubcommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> settings = home.settings();
        if (port != null) {
            settings.put("server.port", port.toString());
        }
        CountDownLatch over = new CountDownLatch(1);
        ConfigurableApplicationContext service = MusterService.start(settings);
        service.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                over.countDown();
            }
        });
        MusterService.firstAdministrator(service)
                .ifPresent(user -> console.out()
                        .println("First sign-in, shown only now (user and password): " + user
                                + "\nChange it with PUT /v1/session/password."));
        console.out()
                .println("Muster is at http://localhost:"
                        + service.getEnvironment().getProperty("local.server.port"));
        console.out().flush();
        over.await();
        return ExitCode.OK;
    }
}
