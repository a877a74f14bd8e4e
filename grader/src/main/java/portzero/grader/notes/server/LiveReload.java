package portzero.grader.notes.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells open pages to load themselves again, by server-sent events. Safe for use by several threads.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">the standard</a>
 */
final class LiveReload {
    static final String EVENTS = "/portzero-live";
    static final String SCRIPT = "/portzero-live.js";

    /**
     * A page that is left stays in the browser for the way back, and its connection with it unless it is closed: with
     * six of them the browser would open no other to this server.
     */
    private static final String JAVASCRIPT = """
            let events;
            addEventListener("pageshow", () => {
              events = new EventSource("%s");
              events.onmessage = () => location.reload();
            });
            addEventListener("pagehide", () => events?.close());
            """.formatted(EVENTS);

    private final Set<HttpExchange> listening = ConcurrentHashMap.newKeySet();

    /** Keeps the exchange, until the other side is found to have gone. */
    void listen(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        listening.add(exchange);
        send(exchange, ": listening\n\n");
    }

    void script(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/javascript; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(JAVASCRIPT.getBytes(StandardCharsets.UTF_8));
        }
    }

    void changed() {
        for (var exchange : Set.copyOf(listening)) {
            try {
                send(exchange, "data: changed\n\n");
            } catch (IOException e) { // the page was closed or has gone elsewhere
                listening.remove(exchange);
                exchange.close();
            }
        }
    }

    /** A page as it is served: with the script. */
    static String live(String html) {
        return html.replaceFirst("</head>", "<script src=\"" + SCRIPT + "\" defer></script>\n</head>");
    }

    private synchronized void send(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }
}
