package portzero.grader.notes;

import java.io.IOException;

/** A small site with one of everything that a reader can act on. */
final class InteractivePages {
    private static final String TABS = """
            ```java tab
            int java;
            ```

            ```c tab
            int c;
            ```

            ```python tab
            python
            ```
            """;

    private InteractivePages() {}

    static void write(Checkout checkout) throws IOException {
        checkout.chapter("glossary", 9, "### Port {#port}\n\nA number.");
        checkout.chapter("sockets", 1, TABS + "\nA [port](glossary.md#port).");
        checkout.chapter("tcp", 2, "## Partial reads {#partial-reads}\n\n[Link](https://example.org)\n\n" + TABS);
        checkout.write("docs/notes/redirects.txt", "sockets#old → tcp#partial-reads\ngone → tcp\n");
        checkout.chapter("quiz", 3, """
                ```quiz
                Which?

                - [ ] wrong
                - [x] right
                > Because of choice.
                ```

                ```quiz order
                In which order?
                1. one
                2. two
                3. three
                > Because of order.
                ```

                ```quiz predict Hello
                What does it print?
                > Because of that.
                ```
                """);
        checkout.write("docs/notes/s.svg", """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99"><g data-state="UP"><text y="20">UP</text></g>
                <g data-state="DOWN"><text y="60">DOWN</text></g><g data-edge="UP DOWN"></g><g data-edge="DOWN UP"></g></svg>
                """);
        checkout.chapter("states", 4, """
                ```states s.svg
                Up and down.
                UP -> DOWN: close / FIN
                DOWN -> UP: open / nothing
                ```
                """);
    }
}
