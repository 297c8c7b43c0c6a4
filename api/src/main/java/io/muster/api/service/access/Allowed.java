package io.muster.api.service.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles an endpoint is for. A handler method without it is refused to everybody, and a test fails until the endpoint
 * has its row in {@code access-matrix.csv}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

    /** {@return the roles, one of which the caller must have} */
    Role[] value();

    /** {@return whether the answer holds personal data, so that every read of it goes into the trail} */
    boolean personal() default false;

    /** {@return whether nobody needs to have signed in; the roles do not matter then} */
    boolean anyone() default false;
}
