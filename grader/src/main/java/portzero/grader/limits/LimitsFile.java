package portzero.grader.limits;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads limits from a file in TOML, which has one table: {@code [limits]}. */
public final class LimitsFile {
    /** How the file is called where it is found without being named. */
    public static final String NAME = "grader.toml";

    private static final String TABLE = "limits";

    private final Path file;

    private LimitsFile(Path file) {
        this.file = file;
    }

    /**
     * The limits that the file sets, and the defaults of the others.
     *
     * @throws LimitsException if the file is missing, is not TOML, or says something that cannot be used; the message
     *     names file, line, key, value and range
     * @throws IOException if it cannot be read
     */
    public static Limits read(Path file) throws LimitsException, IOException {
        return new LimitsFile(file).read();
    }

    private Limits read() throws LimitsException, IOException {
        var parsed = Toml.parse(text());
        if (parsed.hasErrors()) {
            var error = parsed.errors().get(0);
            throw new LimitsException(at(error.position()) + ": this is not TOML: " + error.getMessage()
                    + "; write, for instance, heap = \"128 MiB\" on a line of its own below [limits].");
        }
        requireOnlyTable(parsed);
        var table = parsed.getTable(TABLE);
        return table == null ? Limits.DEFAULT : limits(table);
    }

    private String text() throws LimitsException, IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new LimitsException(file + " does not exist; check the name after --config.");
        } catch (CharacterCodingException binary) {
            throw new LimitsException(file + " is not text in UTF-8; write it anew with a text editor.");
        }
    }

    private void requireOnlyTable(TomlTable root) throws LimitsException {
        for (var name : root.keySet()) {
            if (!name.equals(TABLE)) {
                var meant = LimitSetting.named(name).isPresent()
                        ? "; limits stand below a line [limits]"
                        : "; the only table is [limits]";
                throw new LimitsException(
                        at(root.inputPositionOf(List.of(name))) + ": \"" + name + "\" is not known here" + meant + ".");
            }
            if (!root.isTable(List.of(name))) {
                throw new LimitsException(at(root.inputPositionOf(List.of(name)))
                        + ": \"limits\" is a table; write [limits] on a line of its own.");
            }
        }
    }

    private Limits limits(TomlTable table) throws LimitsException {
        var limits = Limits.DEFAULT;
        for (var key : table.keySet()) {
            var path = List.of(key);
            var where = at(table.inputPositionOf(path));
            limits = new LimitAssignment(where, key, String.valueOf(table.get(path))).applyTo(limits);
        }
        return limits;
    }

    private String at(@Nullable TomlPosition position) {
        return position == null ? file.toString() : file + ":" + position.line();
    }
}
