package portzero.testkit;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import portzero.testkit.internal.TestRun;
import portzero.testkit.net.TestNetwork;

/** Gives tests their network and subjects, and explains their failures. */
final class KitExtension implements BeforeEachCallback, ParameterResolver, InvocationInterceptor {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(KitExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        run(context);
    }

    /** The run of the current test; the engine closes it when the test has ended. */
    private static TestRun run(ExtensionContext context) {
        return context.getStore(NAMESPACE).computeIfAbsent(TestRun.class, key -> new TestRun(context), TestRun.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(Subject.class) || parameter.getParameter().getType() == TestNetwork.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestRun run = run(context);
        Optional<Subject> subject = parameter.findAnnotation(Subject.class);
        return subject.isPresent()
                ? run.cast(subject.get().value(), parameter.getParameter().getType())
                : run.network();
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        TestRun run = run(context);
        run.perform(invocation);
        if (!run.unchecked().isEmpty()) {
            context.publishReportEntry(LabTest.UNCHECKED, String.join("\n", run.unchecked()));
        }
    }
}
