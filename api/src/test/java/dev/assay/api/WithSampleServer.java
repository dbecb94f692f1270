package dev.assay.api;

import dev.assay.store.testing.TestDatabases;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
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

    /** Starts the server when the first test asks for it; a class whose database server does not answer is skipped with the reason. */
    final class Starter implements ExecutionCondition, ParameterResolver {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return databases(context)
                    .absence()
                    .map(ConditionEvaluationResult::disabled)
                    .orElseGet(() -> ConditionEvaluationResult.enabled("its database server answers"));
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SampleServer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(SampleServer.class))
                    .computeIfAbsent(databases(context), on -> SampleServer.start(on, BUSINESSES), SampleServer.class);
        }

        private static TestDatabases databases(ExtensionContext context) {
            return context.getRequiredTestClass()
                    .getAnnotation(WithSampleServer.class)
                    .value();
        }
    }
}
