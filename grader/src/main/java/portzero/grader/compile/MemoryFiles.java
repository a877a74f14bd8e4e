package portzero.grader.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The files of one compilation: given classes from memory, the platform and class path from a shared
 * file manager that stays warm, class files to memory. No source is ever looked up.
 */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, List<JavaFileObject>> givenByPackage;
    private final Map<String, ClassObject> written = new LinkedHashMap<>();

    MemoryFiles(StandardJavaFileManager shared, Map<String, List<JavaFileObject>> givenByPackage) {
        super(shared);
        this.givenByPackage = givenByPackage;
    }

    /** Binary names and class files. */
    Map<String, byte[]> written() {
        var classes = new LinkedHashMap<String, byte[]>();
        written.forEach((name, file) -> classes.put(name, file.content()));
        return classes;
    }

    @Override
    public Iterable<JavaFileObject> list(
            JavaFileManager.Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws IOException {
        var files = super.list(location, packageName, kinds, recurse);
        if (location != StandardLocation.CLASS_PATH || !kinds.contains(JavaFileObject.Kind.CLASS)) {
            return files;
        }
        var all = new ArrayList<>(givenByPackage.getOrDefault(packageName, List.of()));
        files.forEach(all::add);
        return all;
    }

    @Override
    public String inferBinaryName(JavaFileManager.Location location, JavaFileObject file) {
        return file instanceof ClassObject memory ? memory.binaryName() : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.equals(b);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            JavaFileManager.Location location,
            String className,
            JavaFileObject.Kind kind,
            @Nullable FileObject sibling) {
        return written.computeIfAbsent(className, ClassObject::new);
    }

    /** The shared file manager outlives this compilation. */
    @Override
    public void close() {}
}
