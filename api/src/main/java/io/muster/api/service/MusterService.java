package io.muster.api.service;

import io.muster.api.service.access.FirstAdministrator;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The service as a Spring Boot application; its defaults are in {@code application.yml}. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class MusterService {

    /** Made by Spring. */
    public MusterService() {}

    /**
     * Starts the service.
     *
     * @param settings settings that go before configuration files and the environment, by Spring property name
     * @return the running service; close it to stop it gracefully
     */
    public static ConfigurableApplicationContext start(Map<String, String> settings) {
        SpringApplication application = new SpringApplication(MusterService.class);
        return application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    /**
     * Adds an administrator to a service without any user.
     *
     * @param service the service
     * @return user and random password, to be shown once; empty: there are users, or the settings give the password
     */
    public static Optional<String> firstAdministrator(ConfigurableApplicationContext service) {
        return service.getBean(FirstAdministrator.class)
                .addIfNobodyIsThere()
                .map(password -> FirstAdministrator.ID + " " + password);
    }
}
