package portzero.testkit.subject;

/** The student's classes in the JVM of the tests: for an IDE and for {@code mvn test}. */
public final class InProcessRuntime extends SubjectRuntime {

    @Override
    public SubjectSession begin() {
        return new InProcessSession();
    }
}
