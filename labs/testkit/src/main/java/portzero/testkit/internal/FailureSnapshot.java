package portzero.testkit.internal;

import java.util.List;
import portzero.testkit.subject.StudentThread;

/**
 * What there was to see when a test failed.
 *
 * @param steps how many steps had been taken
 * @param threads where the student's threads stood
 * @param standing the same as data
 * @param busy whether one of them used a processor all the time
 * @param sockets what the kernel said
 * @param ended whether the subject's program had ended, before it was asked for any of this
 * @param position how many events of the wire there had been
 */
public record FailureSnapshot(
        int steps,
        List<String> threads,
        List<StudentThread> standing,
        boolean busy,
        List<String> sockets,
        boolean ended,
        int position) {}
