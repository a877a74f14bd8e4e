package portzero.grader.notes.html;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.jspecify.annotations.Nullable;
import portzero.grader.notes.concurrent.Memoizer;
import portzero.grader.notes.markdown.Language;
import portzero.grader.text.HtmlEscape;

/** Turns code into HTML in which every kind of token has its class. All text in it is escaped. */
public final class Highlighter {
    private static final Memoizer<Code, String> MEMORY = new Memoizer<>(Highlighter::html);

    /** By language, for each thread: a maker of tokens keeps state while it goes through a line, and takes long to make. */
    private static final ThreadLocal<Map<String, TokenMaker>> MAKERS = ThreadLocal.withInitial(HashMap::new);

    private Highlighter() {}

    /** What is highlighted. */
    private record Code(String text, Language language) {

        @Override
        public boolean equals(@Nullable Object other) { // written out for a quick start, as that of Page
            return other instanceof Code code && code.language == language && code.text.equals(text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    public static String html(String code, Language language) {
        return language.syntax().equals(Language.TEXT.syntax())
                ? HtmlEscape.escape(code)
                : MEMORY.of(new Code(code, language));
    }

    private static String html(Code code) {
        var maker = MAKERS.get()
                .computeIfAbsent(
                        code.language().syntax(),
                        syntax -> TokenMakerFactory.getDefaultInstance().getTokenMaker(syntax));
        return new Lines(maker, code.language() == Language.JAVA).html(code.text());
    }

    /** Tokens are made line by line; what is left open at the end of a line, a comment say, goes into the next. */
    private static final class Lines {
        /** The token maker knows the classes of the JDK only, and not all of them. */
        private static final Pattern TYPE = Pattern.compile("[A-Z]\\w*[a-z]\\w*");

        private final TokenMaker maker;
        private final boolean capitalsAreTypes;
        private final StringBuilder html = new StringBuilder();
        private int open = TokenTypes.NULL;

        Lines(TokenMaker maker, boolean capitalsAreTypes) {
            this.maker = maker;
            this.capitalsAreTypes = capitalsAreTypes;
        }

        String html(String code) {
            var lines = code.split("\n", -1);
            for (var i = 0; i < lines.length; i++) {
                if (i > 0) {
                    html.append('\n');
                }
                add(lines[i]);
            }
            return html.toString();
        }

        private void add(String line) {
            var segment = new Segment(line.toCharArray(), 0, line.length());
            Token token = maker.getTokenList(segment, open, 0);
            while (token != null && token.isPaintable()) {
                var lexeme = token.getLexeme();
                add(lexeme, isType(token, lexeme) ? "t" : kind(token.getType()));
                token = token.getNextToken();
            }
            open = maker.getLastTokenTypeOnLine(segment, open);
        }

        private boolean isType(Token token, String lexeme) {
            return capitalsAreTypes
                    && token.getType() == TokenTypes.IDENTIFIER
                    && TYPE.matcher(lexeme).matches();
        }

        private void add(String text, String kind) {
            if (kind.isEmpty()) {
                HtmlEscape.escape(text, html);
            } else {
                html.append("<span class=\"").append(kind).append("\">");
                HtmlEscape.escape(text, html).append("</span>");
            }
        }
    }

    private static String kind(int type) {
        return switch (type) {
            case TokenTypes.COMMENT_EOL,
                    TokenTypes.COMMENT_MULTILINE,
                    TokenTypes.COMMENT_DOCUMENTATION,
                    TokenTypes.COMMENT_KEYWORD,
                    TokenTypes.COMMENT_MARKUP,
                    TokenTypes.MARKUP_COMMENT -> "c";
            case TokenTypes.RESERVED_WORD,
                    TokenTypes.RESERVED_WORD_2,
                    TokenTypes.LITERAL_BOOLEAN,
                    TokenTypes.PREPROCESSOR,
                    TokenTypes.MARKUP_TAG_NAME -> "k";
            case TokenTypes.DATA_TYPE, TokenTypes.FUNCTION, TokenTypes.MARKUP_TAG_ATTRIBUTE -> "t";
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE -> "s";
            case TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL -> "n";
            case TokenTypes.ANNOTATION, TokenTypes.VARIABLE -> "a";
            default -> "";
        };
    }
}
