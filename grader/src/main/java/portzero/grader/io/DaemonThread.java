package portzero.grader.io;

/** Threads that do not keep this program from ending. */
public final class DaemonThread {

    private DaemonThread() {}

    /** Starts one. */
    public static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
