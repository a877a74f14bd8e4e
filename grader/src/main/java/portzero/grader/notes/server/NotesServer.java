package portzero.grader.notes.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves a rendered site on the loopback interface, until closed. */
public final class NotesServer implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "xml", "application/xml",
            "svg", "image/svg+xml",
            "png", "image/png");

    private final Path folder;
    private final HttpServer server;
    private final LiveReload live = new LiveReload();

    /** Without them one browser that does not read would hold up all others. */
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "notes-server");
        thread.setDaemon(true);
        return thread;
    });

    private NotesServer(Path folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
    }

    /**
     * Starts to serve.
     *
     * @param port 0 for one that is free
     * @throws IOException if the port is taken
     */
    public static NotesServer start(Path folder, int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var server = new NotesServer(folder.toRealPath(), HttpServer.create(address, 0));
        server.server.createContext("/", server::serve);
        server.server.createContext(LiveReload.EVENTS, server.live::listen);
        server.server.createContext(LiveReload.SCRIPT, server.live::script);
        server.server.setExecutor(server.threads);
        server.server.start();
        return server;
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    /** Has every page that is open in a browser loaded again. */
    public void changed() {
        live.changed();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            var path = exchange.getRequestURI().getPath();
            var file = folder.resolve("." + (path.endsWith("/") ? path + "index.html" : path))
                    .normalize();
            if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            send(exchange, file);
        }
    }

    private static void send(HttpExchange exchange, Path file) throws IOException {
        var name = file.getFileName().toString();
        var type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        exchange.sendResponseHeaders(200, 0); // of any length: the file may be replaced meanwhile
        if (name.endsWith(".html")) {
            exchange.getResponseBody()
                    .write(LiveReload.live(Files.readString(file)).getBytes(StandardCharsets.UTF_8));
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(exchange.getResponseBody());
        }
    }
}
