package io.muster.api.service.access;

import io.muster.api.service.web.PageView;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Counts what a list of personal data shows, for the trail. */
@ControllerAdvice
class ReadCounter implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        Allowed allowed = method.getMethodAnnotation(Allowed.class);
        return allowed != null && allowed.personal();
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        Integer count = null;
        if (body instanceof PageView<?> page) {
            count = page.items().size();
        } else if (body instanceof Collection<?> list) {
            count = list.size();
        }
        if (count != null && request instanceof ServletServerHttpRequest servlet) {
            servlet.getServletRequest().setAttribute(AllowedInterceptor.COUNT, count);
        }
        return body;
    }
}
