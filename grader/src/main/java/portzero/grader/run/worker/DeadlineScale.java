package portzero.grader.run.worker;

import java.util.function.Supplier;
import portzero.testkit.await.Deadlines;

/** A factor on all deadlines in the tests of this JVM, for a while. */
final class DeadlineScale {

    private DeadlineScale() {}

    /** Does something under this factor; the one of before holds again afterwards. */
    static <T> T during(String scale, Supplier<T> work) {
        String usual = System.getProperty(Deadlines.SCALE);
        System.setProperty(Deadlines.SCALE, scale);
        try {
            return work.get();
        } finally {
            if (usual == null) {
                System.clearProperty(Deadlines.SCALE);
            } else {
                System.setProperty(Deadlines.SCALE, usual);
            }
        }
    }
}
