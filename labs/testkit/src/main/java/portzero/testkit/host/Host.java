package portzero.testkit.host;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import portzero.testkit.codec.CodecLimits;
import portzero.testkit.codec.Frame;
import portzero.testkit.codec.ValueReader;
import portzero.testkit.codec.ValueWriter;

/**
 * The program that runs in the submission's JVM.
 *
 * <p>It reads requests from standard input and answers on standard output until the input ends. It keeps no
 * secret and decides nothing: whatever student code does to it, the worst outcome is a wrong answer.
 */
public final class Host {

    private final DataInputStream in;
    private final ReplyWriter replies;
    private final StudentClasses classes = new StudentClasses();
    private final ArrayChangeDetector arrays = new ArrayChangeDetector();
    private final StudentObjects objects = new StudentObjects(classes, arrays);
    private final StudentThreads threads = new StudentThreads(classes);
    private final StallDetector standstill = new StallDetector(threads, Thread.currentThread());
    private final StandardStreams streams = new StandardStreams(threads);

    private Host(InputStream in, ReplyWriter replies) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.replies = replies;
    }

    /** Serves requests until standard input ends, then halts the JVM. */
    public static void main(String[] args) {
        ReplyWriter replies = new ReplyWriter(new FileOutputStream(FileDescriptor.out), new StudentFailures());
        Host host = new Host(new FileInputStream(FileDescriptor.in), replies);
        int status = 0;
        try {
            host.serve();
        } catch (IOException | RuntimeException | Error broken) {
            status = ReplyWriter.CHANNEL_BROKEN;
            CrashReporter.say(broken);
        }
        Runtime.getRuntime().halt(status); // no shutdown hook of the submission may hold things up
    }

    private void serve() throws IOException {
        streams.install();
        SignalHandlers.prepare();
        replies.ready();
        for (Frame frame = Frame.read(in); frame != null; frame = Frame.read(in)) {
            handle(frame.kind(), new ValueReader(frame));
        }
    }

    private void handle(Frame.Kind kind, ValueReader request) throws IOException {
        if (kind == Frame.Kind.DEFINE) {
            define(request);
            return;
        }
        int number = request.number();
        try {
            answer(kind, number, request);
        } catch (RuntimeException | Error failed) { // no thread, no memory, or a hostile method of the student's
            replies.threw(number, failed);
        }
    }

    private void answer(Frame.Kind kind, int number, ValueReader request) throws IOException {
        switch (kind) {
            case BEGIN -> begin(number);
            case CREATE -> create(number, request);
            case CALL -> call(number, request);
            case THREADS -> replies.answer(number, threads::describe);
            case STANDSTILL -> replies.answer(number, answer -> answer.number(standstill.isReached() ? 1 : 0));
            case ARRAYS -> replies.answer(number, this::describeChangedArrays);
            case OUTPUT -> replies.answer(number, answer -> answer.text(streams.printed()));
            default -> throw new IOException(kind + " is not a request");
        }
    }

    private void define(ValueReader request) throws IOException {
        for (int left = request.count("number of classes", CodecLimits.LIST); left > 0; left--) {
            boolean written = request.number() == 1;
            classes.add(request.text(), request.block(), written);
        }
    }

    private void begin(int number) throws IOException {
        objects.forget();
        streams.install();
        threads.forgetThoseNow();
        replies.answer(number, answer -> {});
    }

    private void describeChangedArrays(ValueWriter answer) throws IOException {
        List<ArrayChange> changes = arrays.changes();
        answer.number(changes.size());
        for (ArrayChange change : changes) {
            answer.text(change.method()).number(change.returned() ? 1 : 0);
            answer.number(change.length())
                    .number(change.at())
                    .number(change.was())
                    .number(change.now());
        }
    }

    private void create(int call, ValueReader request) throws IOException {
        int object = request.number();
        String type = request.text();
        String contract = request.text();
        run(call, "call-new", () -> objects.create(object, type, contract));
    }

    private void call(int call, ValueReader request) throws IOException {
        int object = request.number();
        String method = request.text();
        StudentObjects.Invocation invocation = objects.prepare(object, method, request);
        run(call, "call-" + method.substring(0, Math.max(0, method.indexOf('('))), invocation);
    }

    /** Student code never runs on the thread that reads requests, which must stay able to answer. */
    private void run(int call, String name, StudentObjects.Invocation invocation) {
        Thread thread = new Thread(() -> replies.run(call, invocation), name);
        thread.setDaemon(true);
        thread.start();
    }
}
