package portzero.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One sentence that helps a student whose submission fails the test, without giving the answer away. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Hint {
    /** The sentence. Where there are candidates as well, the one for a failure that shows none of their symptoms. */
    String value();

    /** What to say instead where the failure shows a symptom, most specific first; the first that fits is shown. */
    Candidate[] when() default {};

    /** A sentence for a test's failures that show a symptom. */
    @interface Candidate {
        /** What the failure shows. */
        Symptom value();

        /** What to say then, about this test: it takes the place of the symptom's own sentence, too. */
        String hint();
    }
}
