package dev.assay.api.problem;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;

/**
 * Refuses forms and bodies that lack a field of their record which is not {@code @Nullable}: a handler is never given a null that its form does
 * not announce.
 */
@ControllerAdvice
@Configuration(proxyBeanMethods = false)
class RequiredFields extends RequestBodyAdviceAdapter implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final ServletModelAttributeMethodProcessor forms = new ServletModelAttributeMethodProcessor(true);

    /** Behind the resolvers of other kinds of argument, which say themselves what is theirs. */
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addLast(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().isRecord();
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        return complete(forms.resolveArgument(parameter, container, request, binders));
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return parameter.getParameterType().isRecord();
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        complete(body);
        return body;
    }

    /** The same form, of which nothing is missing. */
    private static @Nullable Object complete(@Nullable Object form) {
        if (form instanceof Record) {
            Arrays.stream(form.getClass().getRecordComponents())
                    .filter(field -> !isOptional(field) && valueOf(field, form) == null)
                    .findFirst()
                    .ifPresent(field -> {
                        throw new BadParameter(
                                field.getName(),
                                "The field (%s) is missing.%nMaybe send it, empty where there is nothing to say; /api-docs names the fields."
                                        .formatted(field.getName()));
                    });
        }
        return form;
    }

    private static boolean isOptional(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object valueOf(RecordComponent field, Object form) {
        try {
            field.getAccessor().setAccessible(true);
            return field.getAccessor().invoke(form);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("A record's own accessor gives its value", impossible);
        }
    }
}
