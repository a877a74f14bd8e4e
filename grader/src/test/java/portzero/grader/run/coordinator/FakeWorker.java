package portzero.grader.run.coordinator;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import portzero.grader.result.Grade;
import portzero.grader.result.Result;
import portzero.grader.result.SubmissionInfo;
import portzero.grader.result.Verdict;
import portzero.grader.run.protocol.Job;
import portzero.grader.run.protocol.Message;
import portzero.grader.run.protocol.MessageChannel;
import portzero.grader.run.worker.SubmissionGrader;
import portzero.grader.run.worker.Worker;
import portzero.grader.sandbox.Sandbox;
import portzero.grader.sandbox.SandboxKind;
import portzero.grader.sandbox.SubjectSpec;

/** The program of a worker that grades nothing: with each job it does what the name of the student says. */
final class FakeWorker {

    private static final int KILLED = 137;

    private final MessageChannel messages;

    private FakeWorker(MessageChannel messages) {
        this.messages = messages;
    }

    /** Has this program run as worker. */
    static Sandbox sandbox() {
        return new Sandbox() {
            @Override
            public SandboxKind kind() {
                return SandboxKind.NONE;
            }

            @Override
            public List<String> worker(List<String> command) {
                return command.stream()
                        .map(word -> word.equals(Worker.class.getName()) ? FakeWorker.class.getName() : word)
                        .toList();
            }

            @Override
            public List<String> subject(SubjectSpec spec) {
                return List.of("none");
            }
        };
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        MessageChannel messages =
                new MessageChannel(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        messages.receive();
        messages.send(new Message.Ready());
        FakeWorker worker = new FakeWorker(messages);
        while (messages.receive() instanceof Message.Grade grade) {
            worker.act(grade.job());
        }
    }

    private void act(Job job) throws IOException, InterruptedException {
        for (String deed : job.student().split("-then-", -1)) {
            switch (deed) {
                case "compiles" -> messages.send(new Message.Doing(SubmissionGrader.COMPILE));
                case "tests" -> messages.send(new Message.Doing("EchoTest.echoes"));
                case "waits-to-be-alone" -> alone();
                case "runs-on" -> messages.send(new Message.Doing("EchoTest.echoes alone"));
                case "hangs" -> Thread.sleep(Long.MAX_VALUE);
                case "dies" -> Runtime.getRuntime().halt(KILLED);
                case "dies-twice" -> dieUntil(job, 2);
                case "dies-once" -> dieUntil(job, 1);
                case "fails" -> messages.send(new Message.Fault("the table of sockets cannot be read"));
                default -> messages.send(new Message.Done(result(job)));
            }
        }
    }

    private void alone() throws IOException {
        messages.send(new Message.Alone());
        messages.receive();
    }

    /** Each death leaves a file in the folder of the submission. */
    private static void dieUntil(Job job, int deaths) throws IOException {
        for (int death = 0; death < deaths; death++) {
            Path file = Path.of(job.layers().get(0).entries().get(0).source()).resolve("death-" + death);
            if (Files.notExists(file)) {
                Files.createFile(file);
                Runtime.getRuntime().halt(KILLED);
            }
        }
    }

    private static Result result(Job job) {
        return new Result(
                new SubmissionInfo(job.lab(), job.student(), job.name(), "", "", ""),
                new Grade(Verdict.GRADED, null, 0, 100),
                0,
                List.of(),
                List.of());
    }
}
