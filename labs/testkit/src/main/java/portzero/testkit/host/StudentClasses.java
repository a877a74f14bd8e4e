package portzero.testkit.host;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The contract and the student's classes, loaded from bytes that came over the pipe. There is no class path. */
final class StudentClasses extends ClassLoader {

    private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
    private final Set<String> written = ConcurrentHashMap.newKeySet();

    StudentClasses() {
        super("submission", ClassLoader.getPlatformClassLoader());
    }

    /** Adds a class; the first one of a name stays. */
    void add(String name, byte[] content, boolean byStudent) {
        if (bytes.putIfAbsent(name, content) == null && byStudent) {
            written.add(name);
        }
    }

    /** Whether the student wrote the class of this name. */
    boolean isWritten(String name) {
        return written.contains(name);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] content = bytes.get(name);
        if (content == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, content, 0, content.length);
    }
}
