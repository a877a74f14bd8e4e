package portzero.grader.run.worker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;
import portzero.grader.run.protocol.GraderException;
import portzero.grader.run.protocol.Job;
import portzero.grader.run.protocol.Message;
import portzero.grader.run.protocol.MessageChannel;
import portzero.grader.run.protocol.Optimisation;
import portzero.grader.run.protocol.SeedKey;
import portzero.grader.run.protocol.WorkerSetup;
import portzero.grader.sandbox.Launcher;
import portzero.grader.suite.Suite;
import portzero.grader.suite.SuiteException;
import portzero.testkit.await.Deadlines;
import portzero.testkit.subject.ForkedRuntime;
import portzero.testkit.subject.SubjectRuntime;

/**
 * The program of a worker JVM: trusted, warm, disposable, on a network of its own. It grades one submission after
 * another, as the coordinator asks, until its standard input ends.
 */
public final class Worker {

    private final MessageChannel messages;
    private final Map<String, SubmissionGrader> gradings = new HashMap<>();
    private final TimeWaitSockets timeWait = new TimeWaitSockets();
    private final Set<Optimisation> without;

    private Worker(
            MessageChannel messages,
            Limits limits,
            ForkedRuntime runtime,
            Collection<Suite> suites,
            SeedKey seeds,
            Set<Optimisation> without) {
        this.messages = messages;
        this.without = without;
        for (Suite suite : suites) {
            gradings.put(
                    suite.lab().id(),
                    new SubmissionGrader(suite, limits, runtime, new Network(), this::say, seeds, without));
        }
    }

    /** The worker's own. */
    private final class Network implements ExclusiveAccess {
        @Override
        public void waitToBeAlone() {
            Worker.this.waitToBeAlone();
        }

        @Override
        public void clearNetwork() {
            timeWait.clearAll();
        }
    }

    /** Serves the coordinator at the other end of standard input and output. */
    public static void main(String[] args) throws IOException, CourseException, SuiteException {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err); // whatever else prints, the line to the coordinator stays clean
        MessageChannel messages = new MessageChannel(new FileInputStream(FileDescriptor.in), out);
        if (!(messages.receive() instanceof Message.Begin begin)) {
            return; // the coordinator is gone already
        }
        WorkerSetup setup = begin.setup();
        Limits limits = Limits.of(setup.limits());
        System.setProperty(Deadlines.SCALE, limits.text(LimitSetting.DEADLINES));
        ForkedRuntime runtime = new ForkedRuntime(() -> Launcher.start(new ProcessBuilder(setup.subject())));
        runtime.prepareSpare(); // it starts while the suites are opened
        SubjectRuntime.use(runtime);
        try (runtime) {
            new Worker(messages, limits, runtime, open(setup), new SeedKey(setup.seedKey()), setup.without()).serve();
        }
        Runtime.getRuntime().halt(0);
    }

    private static List<Suite> open(WorkerSetup setup) throws CourseException, SuiteException {
        Course course = Course.in(Path.of(setup.home()));
        List<Suite> suites = new ArrayList<>();
        for (WorkerSetup.BuiltSuite built : setup.suites()) {
            suites.add(Suite.open(course.lab(built.lab()), built.digest(), Path.of(built.folder())));
        }
        return suites;
    }

    private void serve() throws IOException {
        messages.send(new Message.Ready());
        Message message = messages.receive();
        while (message instanceof Message.Grade grade) {
            Message last = grade(grade.job());
            if (timeWait.isCrowded()) { // the next submission must not find the network full of this one
                messages.send(new Message.WornOut());
            }
            messages.send(last);
            message = messages.receive();
        }
    }

    private Message grade(Job job) {
        SubmissionGrader grading = gradings.get(job.lab());
        if (grading == null) {
            throw new GraderException("no suite for " + job.lab());
        }
        try {
            Message result = grading.grade(job);
            if (!without.contains(Optimisation.TIME_WAIT)) {
                timeWait.clear();
            }
            return result;
        } catch (GraderException fault) {
            return new Message.Fault(fault.getMessage());
        }
    }

    private void say(String doing) {
        try {
            messages.send(new Message.Doing(doing));
        } catch (IOException gone) {
            throw new GraderException("the coordinator is gone", gone);
        }
    }

    private void waitToBeAlone() {
        try {
            messages.send(new Message.Alone());
            @Nullable Message answer = messages.receive();
            if (!(answer instanceof Message.Go)) {
                throw new GraderException("expected to be let go but received " + answer);
            }
        } catch (IOException gone) {
            throw new GraderException("the coordinator is gone", gone);
        }
    }
}
