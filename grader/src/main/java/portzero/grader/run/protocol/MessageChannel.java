package portzero.grader.run.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** One end of the line between coordinator and worker. Sending is thread-safe. */
public final class MessageChannel {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final BufferedReader in;
    private final OutputStream out;

    public MessageChannel(InputStream in, OutputStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        this.out = out;
    }

    /** Sends a message. */
    public void send(Message message) throws IOException {
        byte[] line =
                (JSON.writerFor(Message.class).writeValueAsString(message) + "\n").getBytes(StandardCharsets.US_ASCII);
        synchronized (out) {
            out.write(line);
            out.flush();
        }
    }

    /** Receives the next message; null when the other end is gone. */
    public @Nullable Message receive() throws IOException {
        String line = in.readLine();
        if (line == null) {
            return null;
        }
        try {
            return JSON.readValue(line, Message.class);
        } catch (JacksonException garbled) {
            throw new IOException("not a message: " + line, garbled);
        }
    }
}
