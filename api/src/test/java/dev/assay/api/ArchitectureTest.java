package dev.assay.api;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The table of modules and the house rules that the compiler cannot hold. */
@AnalyzeClasses(packages = "dev.assay", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] GRADING = {"dev.assay.core..", "dev.assay.model.."};

    /** The one place where numbers are floating. */
    private static final String PREDICTION = "dev.assay.model.prediction..";

    @ArchTest
    static final ArchRule ARROWS_POINT_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.assay..")
            .layer("rating-core")
            .definedBy("dev.assay.core..")
            .layer("model")
            .definedBy("dev.assay.model..")
            .layer("store")
            .definedBy("dev.assay.store..")
            .layer("batch-jobs")
            .definedBy("dev.assay.batch..")
            .layer("api")
            .definedBy("dev.assay.api..")
            .whereLayer("rating-core")
            .mayNotAccessAnyLayer()
            .whereLayer("model")
            .mayOnlyAccessLayers("rating-core")
            .whereLayer("store")
            .mayOnlyAccessLayers("rating-core")
            .whereLayer("batch-jobs")
            .mayOnlyAccessLayers("rating-core", "model", "store")
            .whereLayer("api")
            .mayOnlyAccessLayers("rating-core", "model", "store", "batch-jobs");

    @ArchTest
    static final ArchRule RATING_CORE_USES_THE_JDK_ALONE = noClasses()
            .that()
            .resideInAPackage("dev.assay.core..")
            .should()
            .dependOnClassesThat(not(resideInAnyPackage("dev.assay.core..", "java..", "org.jspecify..")));

    @ArchTest
    static final ArchRule THE_DATE_IS_AN_ARGUMENT = noClasses()
            .that()
            .resideInAnyPackage(GRADING)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, InstantSource.class);

    @ArchTest
    static final ArchRule NO_FIELD_OF_GRADING_IS_A_FLOATING_NUMBER = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(GRADING)
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage(PREDICTION)
            .should()
            .haveRawType(isFloating());

    @ArchTest
    static final ArchRule NO_METHOD_OF_GRADING_GIVES_A_FLOATING_NUMBER = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(GRADING)
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage(PREDICTION)
            .should()
            .notHaveRawReturnType(isFloating())
            .andShould()
            .notHaveRawParameterTypes(DescribedPredicate.<java.util.List<JavaClass>>describe(
                    "double or float", types -> types.stream().anyMatch(isFloating())));

    @ArchTest
    static final ArchRule GENERATED_CLASSES_STAY_IN_STORE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.assay.store..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.assay.store.schema.."));

    // A file is written while its rows are read, so the command that exports catches what reading throws.
    @ArchTest
    static final ArchRule SQL_STAYS_IN_STORE = noClasses()
            .that()
            .resideInAnyPackage("dev.assay.api..", "dev.assay.model..")
            .and()
            .doNotHaveSimpleName("StoreWiring")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.jooq..", "java.sql..").and(not(equivalentTo(SQLException.class))));

    @ArchTest
    static final ArchRule NOBODY_MOCKS = noClasses().should().dependOnClassesThat(resideInAPackage("org.mockito.."));

    @ArchTest
    static final ArchRule THE_API_ANSWERS_WITH_VIEWS = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .and()
            .areAnnotatedWith(org.springframework.web.bind.annotation.GetMapping.class)
            .should()
            .haveRawReturnType(DescribedPredicate.describe(
                    "a record whose name ends in View, a promise of one, or a file",
                    type -> (type.isRecord() && type.getSimpleName().endsWith("View"))
                            || type.isEquivalentTo(DeferredResult.class)
                            || type.isEquivalentTo(ResponseEntity.class)));

    @ArchTest
    static final ArchRule NO_PACKAGE_IS_A_DRAWER = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..impl..", "..service..");

    private static DescribedPredicate<JavaClass> isFloating() {
        return DescribedPredicate.describe(
                "double or float",
                type -> type.isEquivalentTo(double.class)
                        || type.isEquivalentTo(float.class)
                        || type.isEquivalentTo(Double.class)
                        || type.isEquivalentTo(Float.class));
    }
}
