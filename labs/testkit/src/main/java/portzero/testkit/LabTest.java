package portzero.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of a lab: a JUnit test that is given {@linkplain Subject the student's objects} and a {@link
 * portzero.testkit.net.TestNetwork}, and whose failure is explained.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(KitExtension.class)
public @interface LabTest {

    /** The report entry in which a test that has passed says what this machine could not show, a sentence a line. */
    String UNCHECKED = "portzero.unchecked";

    /** The number of the task on the exercise sheet that the test belongs to, from 1. */
    int task();

    /** What the test is worth, all or nothing; at least 1. The points of a lab add up to 100. */
    int points();

    /**
     * One sentence that helps a student whose submission fails the test, without giving the answer away. Where there are {@link
     * #hints} as well, the one for a failure that shows none of their symptoms.
     */
    String hint();

    /** The section of the notes that explains what the test asks for: chapter and heading, {@code tcp#partial-reads}. */
    String notes();

    /** What to say instead where the failure shows a symptom, most specific first; the first that fits is shown. */
    SymptomHint[] hints() default {};

    /** A sentence for a test's failures that show a symptom. */
    @interface SymptomHint {

        /** What the failure shows. */
        Symptom symptom();

        /** What to say then, about this test: it takes the place of the symptom's own sentence, too. */
        String hint();
    }
}
