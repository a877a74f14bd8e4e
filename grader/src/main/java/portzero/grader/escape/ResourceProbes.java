package portzero.grader.escape;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;

/** Takes as much as it can get, and gives it back. */
final class ResourceProbes {
    private static final int MIB = 1 << 20;

    /** Far above every default limit. */
    private static final int MOST_MIB = 4_096;

    private static final int MOST_DISK = 64; // mebibytes; little enough where there is no limit
    private static final int MOST = 20_000;

    private ResourceProbes() {}

    static ProbeOutcome heap() {
        var taken = new ArrayList<byte[]>();
        try {
            while (taken.size() < MOST_MIB) {
                taken.add(new byte[MIB]);
            }
            return ProbeOutcome.broken(MOST_MIB + " MiB of heap");
        } catch (OutOfMemoryError stopped) {
            int mebibytes = taken.size();
            taken.clear();
            return ProbeOutcome.held("stopped at " + mebibytes + " MiB");
        }
    }

    /** Memory that neither the heap limit nor the limit on direct buffers counts. */
    static ProbeOutcome memory() throws ReflectiveOperationException {
        var type = Class.forName("sun.misc.Unsafe");
        var field = type.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        var unsafe = field.get(null);
        var allocate = type.getMethod("allocateMemory", long.class);
        var free = type.getMethod("freeMemory", long.class);
        var taken = new ArrayList<Object>();
        try {
            while (taken.size() * 16 < MOST_MIB) {
                taken.add(allocate.invoke(unsafe, 16L * MIB));
            }
            return ProbeOutcome.broken(MOST_MIB + " MiB outside the heap");
        } catch (InvocationTargetException stopped) {
            return ProbeOutcome.held("stopped at " + taken.size() * 16 + " MiB");
        } finally {
            for (var address : taken) {
                free.invoke(unsafe, address);
            }
        }
    }

    static ProbeOutcome threads() {
        var end = new CountDownLatch(1);
        try {
            for (int i = 0; i < MOST; i++) {
                var thread = new Thread(null, () -> await(end), "taken", 64 << 10);
                thread.setDaemon(true);
                try {
                    thread.start();
                } catch (OutOfMemoryError stopped) {
                    return ProbeOutcome.held("stopped at " + i + " threads");
                }
            }
            return ProbeOutcome.broken(MOST + " threads");
        } finally {
            end.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    static ProbeOutcome openFiles() throws IOException {
        var file = Files.createTempFile("open-", ".tmp");
        var taken = new ArrayList<Closeable>();
        try {
            while (taken.size() < MOST * 4) {
                taken.add(Files.newInputStream(file));
            }
            return ProbeOutcome.broken(taken.size() + " open files");
        } catch (IOException stopped) {
            return ProbeOutcome.held("stopped at " + taken.size() + " open files");
        } finally {
            for (var one : taken) {
                one.close();
            }
            Files.delete(file);
        }
    }

    static ProbeOutcome fileSize() throws IOException {
        var file = Files.createTempFile("large-", ".tmp");
        try {
            int written = write(file, MOST_MIB);
            return written == MOST_MIB
                    ? ProbeOutcome.broken("a file of " + written + " MiB")
                    : ProbeOutcome.held("stopped at " + written + " MiB");
        } finally {
            Files.delete(file);
        }
    }

    static ProbeOutcome disk() throws IOException {
        var files = new ArrayList<Path>();
        int written = 0;
        try {
            for (int more = 1; more > 0 && written < MOST_DISK; written += more) {
                files.add(Files.createTempFile("full-", ".tmp"));
                more = write(files.get(files.size() - 1), 1);
            }
            return written < MOST_DISK
                    ? ProbeOutcome.held("stopped at " + written + " MiB")
                    : ProbeOutcome.broken(written + " MiB in " + files.size() + " files");
        } catch (IOException noNewFile) {
            return ProbeOutcome.held("stopped at " + files.size() + " files");
        } finally {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    /** How many of so many mebibytes could be written. */
    private static int write(Path file, int mebibytes) throws IOException {
        var block = new byte[MIB];
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < mebibytes; i++) {
                try {
                    out.write(block);
                } catch (IOException stopped) {
                    return i;
                }
            }
        }
        return mebibytes;
    }

    static void burn() {
        long spins = 0;
        while (spins >= 0) {
            spins = (spins + 1) & Long.MAX_VALUE;
        }
    }
}
