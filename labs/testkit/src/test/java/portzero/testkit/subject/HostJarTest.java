package portzero.testkit.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostJarTest {

    @TempDir
    private Path folder;

    @Test
    void jar_holds_host_and_codec_only_and_is_the_same_each_time() throws IOException {
        Path first = folder.resolve("first.jar");
        Path second = folder.resolve("second.jar");
        HostJar.write(first);
        HostJar.write(second);
        try (JarFile jar = new JarFile(first.toFile())) {
            assertThat(jar.stream().map(Object::toString))
                    .contains("portzero/testkit/host/Host.class", "portzero/testkit/codec/Frame.class")
                    .allMatch(name -> name.equals("META-INF/MANIFEST.MF")
                            || name.matches("portzero/testkit/(host|codec)/[\\w$-]+\\.class"));
        }
        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
    }

    @Test
    void jar_is_written_from_a_jar_too() throws IOException {
        Path first = folder.resolve("first.jar");
        Path second = folder.resolve("second.jar");
        HostJar.write(first);
        HostJar.write(second, first);
        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
    }
}
