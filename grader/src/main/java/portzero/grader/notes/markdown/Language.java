package portzero.grader.notes.markdown;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fife.ui.rsyntaxtextarea.SyntaxConstants;

/** What can stand in a code block, and the tokens it is made of. */
public enum Language {
    JAVA(SyntaxConstants.SYNTAX_STYLE_JAVA),
    C(SyntaxConstants.SYNTAX_STYLE_C),
    PYTHON(SyntaxConstants.SYNTAX_STYLE_PYTHON),
    SHELL(SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL),
    XML(SyntaxConstants.SYNTAX_STYLE_XML),
    HTTP(SyntaxConstants.SYNTAX_STYLE_NONE),
    TEXT(SyntaxConstants.SYNTAX_STYLE_NONE);

    private final String syntax;

    Language(String syntax) {
        this.syntax = syntax;
    }

    public String syntax() {
        return syntax;
    }

    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The language that a file of this name is written in; plain text for an ending that is not known. */
    public static Language of(String fileName) {
        return switch (fileName.substring(fileName.lastIndexOf('.') + 1)) {
            case "java" -> JAVA;
            case "c" -> C;
            case "py" -> PYTHON;
            default -> TEXT;
        };
    }

    /** As people write it. */
    public String title() {
        return switch (this) {
            case XML, HTTP -> name();
            default -> name().charAt(0) + label().substring(1);
        };
    }

    /** The language called {@code name}; none for a name that is not known. An empty name is plain text. */
    public static Optional<Language> named(String name) {
        return name.isEmpty()
                ? Optional.of(TEXT)
                : Arrays.stream(values())
                        .filter(language -> language.label().equals(name))
                        .findFirst();
    }

    public static String names() {
        return Arrays.stream(values()).map(Language::label).collect(Collectors.joining(", "));
    }
}
