package portzero.grader.text;

/** Text put into HTML as it is: no character of it means anything there. */
public final class HtmlEscape {
    private HtmlEscape() {}

    /** The text with the characters that mean something to HTML replaced. */
    public static String escape(String text) {
        return escape(text, new StringBuilder(text.length() + 16)).toString();
    }

    /** Adds the text, escaped, to {@code html}. */
    public static StringBuilder escape(String text, StringBuilder html) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                default -> html.append(c);
            }
        }
        return html;
    }
}
