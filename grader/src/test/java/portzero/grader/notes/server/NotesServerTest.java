package portzero.grader.notes.server;

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
import portzero.grader.notes.Checkout;

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

    @Test
    void tells_open_pages_when_something_has_changed() throws Exception {
        var site = Files.createDirectory(folder.resolve("site"));
        Files.writeString(site.resolve("index.html"), "<title>A</title></head>");
        try (var server = NotesServer.start(site, 0)) {
            assertThat(get(server.address()).body())
                    .isEqualTo("<title>A</title><script src=\"/portzero-live.js\" defer></script>\n</head>");
            assertThat(get(server.address().resolve("/portzero-live.js")).body())
                    .contains("\"/portzero-live\"");
            var events = HttpRequest.newBuilder(server.address().resolve("/portzero-live"))
                    .build();
            var lines = HttpClient.newHttpClient()
                    .send(events, BodyHandlers.ofLines())
                    .body()
                    .iterator();
            assertThat(lines.next()).isEqualTo(": listening");
            server.changed();
            assertThat(lines.next()).isEmpty();
            assertThat(lines.next()).isEqualTo("data: changed");
        }
    }

    @Test
    void a_saved_chapter_is_noticed() throws Exception {
        var checkout = Checkout.in(folder);
        try (var watch = NotesWatch.of(checkout.home())) {
            checkout.chapter("tcp", 2, "Saved.");
            watch.await();
            checkout.write("labs/lab02-echo/README.md", "# Saved");
            watch.await();
        }
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
