package portzero.snippets.seeing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;

/** Lines of the input, each an order to make one call; each is answered by a line that names the call. */
interface Orders {
    /** Makes the call and names it. What came of it stands behind a bar where that is seen only later. */
    String carryOut(String what, String with) throws IOException;

    /** Carries out one order after the other, until the input ends. */
    static void follow(Orders orders) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        var out = new PrintStream(System.out, true, UTF_8);
        String line;
        while ((line = in.readLine()) != null) {
            var words = line.split(" ", 2);
            out.println(orders.carryOut(words[0], words.length == 2 ? words[1] : ""));
        }
    }

    static String bytes(int count) {
        return count + (count == 1 ? " byte" : " bytes");
    }
}
