package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What leaves the API: records whose every component is described. */
class ViewsTest {

    static List<Class<?>> views() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.assay.api").stream()
                        .filter(type -> type.getSimpleName().endsWith("View"))
                        .<Class<?>>map(com.tngtech.archunit.core.domain.JavaClass::reflect)
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("views")
    void a_view_is_a_record_and_describes_every_component(Class<?> view) {
        assertThat(view.isRecord()).isTrue();
        assertThat(Arrays.stream(view.getRecordComponents())
                        .filter(component -> !isDescribed(component))
                        .map(RecordComponent::getName))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("views")
    void a_view_shows_no_type_of_the_domain_or_the_store(Class<?> view) {
        assertThat(Arrays.stream(view.getRecordComponents())
                        .map(component -> component.getGenericType().getTypeName())
                        .filter(name -> name.contains("dev.assay.core") || name.contains("dev.assay.store")))
                .isEmpty();
    }

    private static boolean isDescribed(RecordComponent component) {
        Schema schema = component.getAccessor().getAnnotation(Schema.class);
        return schema != null && !schema.description().isBlank();
    }
}
