package portzero.grader.relay;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import portzero.grader.run.worker.CompiledSubmission;
import portzero.grader.suite.ServerContract;
import portzero.grader.suite.SuiteException;
import portzero.testkit.subject.CallTimeoutException;
import portzero.testkit.subject.ForkedRuntime;
import portzero.testkit.subject.SubjectExitException;
import portzero.testkit.subject.SubjectSession;
import portzero.testkit.subject.WaitPolicy;

/** The student's server, started in a JVM of its own. For one thread. */
final class StudentServer {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StudentProgram program;
    private final ServerContract contract;
    private final Map<String, String> samples;

    StudentServer(ForkedRuntime runtime, ServerContract contract, Map<String, String> samples) {
        program = new StudentProgram(runtime);
        this.contract = contract;
        this.samples = samples;
    }

    /** What it is called: {@code EchoServer}. */
    String name() {
        return contract.subject().getSimpleName();
    }

    /**
     * Starts it anew from classes that were compiled; one that runs is ended.
     *
     * @return where it listens
     * @throws NotStartedException if it does not; the message says why
     */
    InetSocketAddress start(CompiledSubmission work) throws NotStartedException, SuiteException {
        @Nullable Object[] arguments = contract.arguments(samples);
        String call = name() + ".start";
        SubjectSession begun = program.begin(work);
        WaitPolicy policy = WaitPolicy.until(PATIENCE);
        Object address;
        try {
            address = begun.create(contract.subject(), contract.contract(), policy)
                    .call(contract.start(), arguments, policy);
        } catch (CallTimeoutException late) {
            throw new NotStartedException(call + " has not returned within " + PATIENCE.toSeconds()
                    + " s. It must listen and return, and serve clients in threads of its own.");
        } catch (SubjectExitException ended) {
            throw new NotStartedException(call + " has ended the program: " + ended.reason() + ".");
        } catch (UnsupportedOperationException unwritten) {
            throw new NotStartedException(call + " is not written yet: " + unwritten.getMessage() + ".");
        } catch (Error ours) {
            throw ours;
        } catch (Throwable thrown) {
            throw new NotStartedException(call + " threw " + StudentProgram.text(thrown) + ".");
        }
        if (address instanceof InetSocketAddress endpoint && endpoint.getPort() > 0 && !endpoint.isUnresolved()) {
            return endpoint;
        }
        throw new NotStartedException(
                call + " returned " + address + "; it must return the address that it listens on.");
    }

    /** What it has printed since this was asked last, bounded. */
    String printed() {
        return program.printed();
    }

    /** How it ended, once, if it has. */
    Optional<String> end() {
        return program.end();
    }
}
