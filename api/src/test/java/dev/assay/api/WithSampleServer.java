package dev.assay.api;

import dev.assay.store.testing.TestDatabases;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test class a {@link SampleServer} as a parameter; there is one for each database server, started once and stopped at the end. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithSampleServer.Starter.class)
@interface WithSampleServer {

    /** Businesses in the sample. */
    int BUSINESSES = 300;

    /** Where its database is. */
    TestDatabases value() default TestDatabases.EMBEDDED;

    /** Starts the server when the first test asks for it. */
    final class Starter implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SampleServer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            TestDatabases databases = context.getRequiredTestClass()
                    .getAnnotation(WithSampleServer.class)
                    .value();
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(SampleServer.class))
                    .computeIfAbsent(databases, on -> SampleServer.start(on, BUSINESSES), SampleServer.class);
        }
    }
}
