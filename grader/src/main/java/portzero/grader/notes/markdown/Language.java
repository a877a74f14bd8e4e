package portzero.grader.notes.markdown;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
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
    HTML(SyntaxConstants.SYNTAX_STYLE_HTML),
    CSS(SyntaxConstants.SYNTAX_STYLE_CSS),
    JAVASCRIPT(SyntaxConstants.SYNTAX_STYLE_JAVASCRIPT),
    TYPESCRIPT(SyntaxConstants.SYNTAX_STYLE_TYPESCRIPT),
    JSON(SyntaxConstants.SYNTAX_STYLE_JSON),
    YAML(SyntaxConstants.SYNTAX_STYLE_YAML),
    TOML(SyntaxConstants.SYNTAX_STYLE_INI),
    INI(SyntaxConstants.SYNTAX_STYLE_INI),
    CPP(SyntaxConstants.SYNTAX_STYLE_CPLUSPLUS),
    GO(SyntaxConstants.SYNTAX_STYLE_GO),
    RUST(SyntaxConstants.SYNTAX_STYLE_RUST),
    SQL(SyntaxConstants.SYNTAX_STYLE_SQL),
    DIFF(SyntaxConstants.SYNTAX_STYLE_NONE),
    HTTP(SyntaxConstants.SYNTAX_STYLE_NONE),
    TEXT(SyntaxConstants.SYNTAX_STYLE_NONE);

    /** Other names that fences have, beside the constants'. */
    private static final Map<String, Language> ALIASES = Map.ofEntries(
            Map.entry("bash", SHELL),
            Map.entry("sh", SHELL),
            Map.entry("zsh", SHELL),
            Map.entry("console", SHELL),
            Map.entry("js", JAVASCRIPT),
            Map.entry("ts", TYPESCRIPT),
            Map.entry("yml", YAML),
            Map.entry("c++", CPP),
            Map.entry("py", PYTHON),
            Map.entry("properties", INI),
            Map.entry("txt", TEXT),
            Map.entry("plain", TEXT),
            Map.entry("plaintext", TEXT));

    private final String syntax;

    Language(String syntax) {
        this.syntax = syntax;
    }

    public String syntax() {
        return syntax;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
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
            case XML, HTTP, HTML, CSS, JSON, YAML, TOML, INI, SQL -> name();
            case CPP -> "C++";
            case JAVASCRIPT -> "JavaScript";
            case TYPESCRIPT -> "TypeScript";
            default -> name().charAt(0) + label().substring(1);
        };
    }

    /** The language called {@code name}; none for a name that is not known. An empty name is plain text. */
    public static Optional<Language> named(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.isEmpty()
                ? Optional.of(TEXT)
                : Arrays.stream(values())
                        .filter(language -> language.label().equals(small))
                        .findFirst()
                        .or(() -> Optional.ofNullable(ALIASES.get(small)));
    }

    public static String names() {
        return Arrays.stream(values()).map(Language::label).collect(Collectors.joining(", "));
    }
}
