package io.muster.api.service.access;

import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How users sign in. */
@Configuration(proxyBeanMethods = false)
class SignInConfig implements WebMvcConfigurer {
    private final CallerArguments callers;

    SignInConfig(CallerArguments callers) {
        this.callers = callers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(callers);
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    static UserDetailsService userDetailsService(Users users) {
        return id -> {
            User user = users.find(id)
                    .filter(found -> found.passwordHash() != null)
                    .orElseThrow(() -> new UsernameNotFoundException("no such user"));
            return org.springframework.security.core.userdetails.User.withUsername(user.id())
                    .password(Objects.requireNonNull(user.passwordHash()))
                    .roles(user.roles().stream().map(Role::name).toArray(String[]::new))
                    .disabled(!user.enabled())
                    .build();
        };
    }

    @Bean
    static SecurityFilterChain api(HttpSecurity http, SecurityProblems problems) throws Exception {
        return http.securityMatcher("/v1/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .csrf(csrf -> csrf.disable())
                .build();
    }
}
