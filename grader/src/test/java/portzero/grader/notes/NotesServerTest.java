package portzero.grader.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesServerTest {
    @TempDir
    private Path folder;

    @Test
    void serves_pages_and_nothing_outside_the_folder() throws Exception {
        var site = Files.createDirectory(folder.resolve("site"));
        Files.writeString(site.resolve("index.html"), "hello");
        Files.writeString(folder.resolve("secret"), "x");
        try (var server = NotesServer.start(site, 0)) {
            assertThat(get(server.address()).body()).isEqualTo("hello");
            assertThat(get(server.address()).headers().firstValue("Content-Type"))
                    .contains("text/html; charset=utf-8");
            assertThat(get(server.address().resolve("/no.html")).statusCode()).isEqualTo(404);
            assertThat(get(URI.create(server.address() + "%2e%2e/secret")).statusCode())
                    .isEqualTo(404);
        }
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
