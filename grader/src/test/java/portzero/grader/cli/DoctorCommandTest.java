package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import portzero.grader.SubjectUsers;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
@ExtendWith(SubjectUsers.class)
class DoctorCommandTest {

    @Test
    void doctor_says_what_there_is() {
        CommandOutcome ran = CommandOutcome.in(CourseHome.HOME, "doctor");
        assertThat(ran.code()).isIn(0, 3);
        assertThat(ran.out())
                .contains(
                        "Java",
                        "Compiler",
                        " in " + CourseHome.HOME,
                        "Sandbox bubblewrap",
                        "Sandbox user",
                        "DeadlineMissCause",
                        "Closed connections")
                .contains(ran.code() == 0 ? "All that grading a class needs is here." : "Grading a class needs: ");
    }
}
