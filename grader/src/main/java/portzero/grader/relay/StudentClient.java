package portzero.grader.relay;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import portzero.grader.prompt.PromptCall;
import portzero.grader.run.worker.CompiledSubmission;
import portzero.grader.suite.SubjectContract;
import portzero.grader.text.SafeText;
import portzero.testkit.process.ProcessExit;
import portzero.testkit.subject.CallTimeoutException;
import portzero.testkit.subject.CodeLine;
import portzero.testkit.subject.ForkedRuntime;
import portzero.testkit.subject.StudentThread;
import portzero.testkit.subject.SubjectExitException;
import portzero.testkit.subject.SubjectSession;
import portzero.testkit.subject.WaitPolicy;
import portzero.testkit.trace.DisplayText;

/**
 * An object of a student's class in a JVM of its own, and its answers to calls. For one thread, but a call may be made from another,
 * one at a time.
 */
final class StudentClient {

    /** After so long a call is left to itself. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration CREATION = Duration.ofSeconds(10);
    private static final int LONGEST = 500;
    private static final int MOST_BYTES = 64; // more of them are not in the value itself
    private static final int MOST_LINES = 12;
    private static final int MOST_TEXT = 160; // characters of a line
    private static final int ROW = 16;
    private static final int MOST_PLACES = 5;

    private final StudentProgram program;
    private volatile @Nullable SubjectSession session;
    private volatile SubjectSession.@Nullable SubjectObject object;
    private SubjectContract contract;

    StudentClient(ForkedRuntime runtime, SubjectContract contract) {
        program = new StudentProgram(runtime);
        this.contract = contract;
    }

    /** What its class is called: {@code EchoClient}. */
    String name() {
        return contract.name();
    }

    Class<?> contract() {
        return contract.contract();
    }

    /**
     * Makes a new object of classes that were compiled; the program of the one before is ended.
     *
     * @throws NotStartedException if its constructor does not make one; the message says why
     */
    void begin(CompiledSubmission work, SubjectContract of) throws NotStartedException {
        object = null;
        contract = of;
        String what = "new " + name() + "()";
        SubjectSession begun = program.begin(work);
        session = begun;
        try {
            object = begun.create(of.subject(), of.contract(), WaitPolicy.until(CREATION));
        } catch (CallTimeoutException late) {
            throw new NotStartedException(what + " has not returned within " + CREATION.toSeconds() + " s.");
        } catch (SubjectExitException ended) {
            program.endIsTold();
            throw new NotStartedException(what + " has ended the program: " + how(begun, ended) + ".");
        } catch (Error ours) {
            throw ours;
        } catch (Throwable thrown) {
            throw new NotStartedException(what + " threw " + StudentProgram.text(thrown) + ".");
        }
    }

    /**
     * Makes a call and tells what came of it, in lines that are safe to show.
     *
     * @param leave asked now and then: whether to wait no longer
     */
    List<String> call(PromptCall call, BooleanSupplier leave) {
        SubjectSession present = session;
        SubjectSession.SubjectObject receiver = object;
        if (present == null || receiver == null) {
            return List.of("There is no " + name() + " to call; new makes one.");
        }
        Method method = call.method();
        try {
            Object value = receiver.call(method, call.arguments(), new WaitPolicy(PATIENCE, leave));
            return method.getReturnType() == void.class ? List.of("returns") : returned(value);
        } catch (CallTimeoutException late) {
            return left(present, late);
        } catch (SubjectExitException ended) {
            program.endIsTold();
            return List.of(line(how(present, ended)) + "; new starts another.");
        } catch (Error ours) {
            throw ours;
        } catch (Throwable thrown) {
            return thrown(present, thrown, method);
        }
    }

    private static String how(SubjectSession present, SubjectExitException ended) {
        return present.death().map(ProcessExit::text).orElse(ended.reason());
    }

    private List<String> left(SubjectSession present, CallTimeoutException late) {
        List<String> lines = new ArrayList<>();
        lines.add(
                late.hopeless()
                        ? "has not returned yet; you wait for it no longer"
                        : "has not returned within " + PATIENCE.toSeconds() + " s; it is waited for no longer");
        present.threads().stream()
                .limit(MOST_PLACES)
                .map(StudentThread::toString)
                .forEach(thread -> lines.add("  thread " + line(thread)));
        lines.add("It goes on in its thread. You may make other calls, such as close, or begin with new.");
        return lines;
    }

    private List<String> thrown(SubjectSession present, Throwable thrown, Method method) {
        List<CodeLine> origin = present.origin(thrown);
        if (thrown instanceof UnsupportedOperationException
                && !origin.isEmpty()
                && present.isWritten(origin.get(0))
                && String.valueOf(thrown.getMessage()).startsWith("write ")) {
            return List.of(name() + "." + method.getName() + " is not written yet: " + line(thrown.getMessage()) + ".");
        }
        List<String> lines = new ArrayList<>();
        lines.add("throws " + line(present.ownText(thrown).orElse(StudentProgram.brief(thrown))));
        origin.stream()
                .filter(present::isWritten)
                .limit(MOST_PLACES)
                .map(CodeLine::toString)
                .forEach(place -> lines.add("  at " + line(place)));
        return lines;
    }

    private static List<String> returned(@Nullable Object value) {
        List<String> lines = new ArrayList<>();
        lines.add("returns " + line(DisplayText.value(value)));
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (plain instanceof byte[] bytes && bytes.length > MOST_BYTES) {
            lines.addAll(content(bytes));
        }
        return lines;
    }

    /** The beginning of many bytes: as text if they are nothing else, or in hexadecimal. */
    private static List<String> content(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        if (text.indexOf('\ufffd') < 0 && text.indexOf('\0') < 0) {
            List<String> all = text.lines().limit(MOST_LINES + 1L).toList();
            all.stream().limit(MOST_LINES).forEach(line -> lines.add("  " + SafeText.line(line, MOST_TEXT)));
            if (all.size() > MOST_LINES) {
                lines.add("  …");
            }
            return lines;
        }
        for (int at = 0; at < MOST_BYTES; at += ROW) {
            lines.add("  " + DisplayText.hex(bytes, at, Math.min(bytes.length, at + ROW)));
        }
        lines.add("  …");
        return lines;
    }

    private static String line(@Nullable String text) {
        return SafeText.line(String.valueOf(text), LONGEST);
    }

    /** What its program has printed since this was asked last, bounded. */
    String printed() {
        return program.printed();
    }

    /** How its program ended, once, if it has and nobody was told. */
    Optional<String> end() {
        return program.end();
    }
}
