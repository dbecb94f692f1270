package dev.assay.api.contract;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Describes records as they are written and read: an answer ({@code …View}) holds each of its fields, null where it is {@code @Nullable}; a body may
 * lack those. So the description says no more than the code.
 */
@Component
class RecordSchemas implements ModelConverter {

    private static final String NULL = "null";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        JavaType known = Json.mapper().constructType(type.getType());
        if (resolved != null && known.getRawClass().isRecord()) {
            Schema<?> own = own(resolved, context);
            if (own != null && own.getProperties() != null) {
                complete(own, known.getRawClass());
            }
        }
        return resolved;
    }

    private static @Nullable Schema<?> own(Schema<?> resolved, ModelConverterContext context) {
        String reference = resolved.get$ref();
        return reference == null
                ? resolved
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    @SuppressWarnings("rawtypes") // as the library has them
    private static void complete(Schema<?> schema, Class<?> type) {
        Map<String, Schema> properties = schema.getProperties();
        boolean answers = isAnswer(type);
        List<String> required = new ArrayList<>();
        for (RecordComponent field : type.getRecordComponents()) {
            Schema property = properties.get(field.getName());
            if (property == null) {
                continue;
            }
            boolean nullable = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (answers || !nullable) {
                required.add(field.getName());
            }
            if (nullable) {
                properties.put(field.getName(), orNull(property));
            }
        }
        schema.setRequired(required);
    }

    /** Records within a view are answers too. */
    private static boolean isAnswer(Class<?> type) {
        for (Class<?> around = type; around != null; around = around.getEnclosingClass()) {
            if (around.getSimpleName().endsWith("View")) {
                return true;
            }
        }
        return false;
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() == null) {
            if (property.getTypes() != null) {
                property.addType(NULL);
            }
            return property;
        }
        if (property.getAnyOf() != null) {
            return property;
        }
        Schema<?> referred = new JsonSchema();
        referred.set$ref(property.get$ref());
        Schema<?> none = new JsonSchema();
        none.addType(NULL);
        Schema<?> either = new JsonSchema();
        either.setDescription(property.getDescription());
        either.setAnyOf(List.of(referred, none));
        return either;
    }
}
