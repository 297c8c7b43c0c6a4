package io.muster.api.service.page;

import io.swagger.v3.oas.annotations.Hidden;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;

/**
 * A controller whose methods answer with pages, or with parts of them for htmx. Its errors are pages too, its model holds
 * the navigation, and the API's description leaves it out. A path variable called {@code planId} or {@code dataSetId} says
 * which plan or programme the page is about.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
@Hidden
public @interface PageController {}
