package portzero.grader.export.gradebook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portzero.grader.export.ExportException;

/**
 * A table in CSV (RFC 4180) of which some cells are replaced, and every other byte stays: byte-order mark, line ends, quotes, blank
 * lines, a {@code sep=;} line. In UTF-8, UTF-16 with a mark, or Windows-1252; commas, semicolons or tabs. Not thread-safe.
 */
final class CsvDocument {
    private static final char MARK = '\uFEFF';

    /** A class of thousands has a gradebook of some megabytes. */
    private static final long MAX_BYTES = 64L << 20;

    private final Charset charset;
    private final String text;
    private final char separator;
    private final List<List<Cell>> rows;
    private final Map<Cell, String> replaced = new TreeMap<>(Comparator.comparingInt(Cell::start));

    private CsvDocument(Charset charset, String text, char separator, List<List<Cell>> rows) {
        this.charset = charset;
        this.text = text;
        this.separator = separator;
        this.rows = rows;
    }

    /**
     * A cell.
     *
     * @param start where it begins in the text, its quote included
     * @param end behind its last character, its quote included
     * @param value what it says
     */
    record Cell(int start, int end, String value, boolean quoted) {}

    /**
     * Reads a file.
     *
     * @throws ExportException if it is no such table; the message says what to do
     */
    static CsvDocument read(Path file) throws ExportException, IOException {
        try {
            if (Files.isDirectory(file)) {
                throw new ExportException(file + " is a folder; give the CSV file that you downloaded.");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new ExportException(
                        file + " is too large for a gradebook; give the CSV file that you downloaded.");
            }
            return of(Files.readAllBytes(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new ExportException(file + " does not exist; check the name.");
        }
    }

    static CsvDocument of(byte[] bytes, String name) throws ExportException {
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
            throw new ExportException(
                    name + " is a spreadsheet or an archive, not CSV; download the gradebook as CSV.");
        }
        Charset charset = charset(bytes, name);
        String text = new String(bytes, charset);
        return Stream.of(',', ';', '\t')
                .map(separator -> new CsvDocument(charset, text, separator, new Scanner(text, separator).rows()))
                .max(Comparator.comparingInt(CsvDocument::regularity))
                .filter(document -> document.columns() > 1)
                .orElseThrow(() -> new ExportException(name
                        + " is not a table in CSV with headings; download the gradebook again, and do not edit it."));
    }

    /** One that gives back the very bytes. */
    private static Charset charset(byte[] bytes, String name) throws ExportException {
        Stream<Charset> candidates = bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                ? Stream.of(StandardCharsets.UTF_16LE)
                : bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                        ? Stream.of(StandardCharsets.UTF_16BE)
                        : Stream.of(
                                StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1);
        return candidates
                .filter(charset -> keeps(charset, bytes))
                .findFirst()
                .orElseThrow(
                        () -> new ExportException(name + " is damaged: it is not whole UTF-16; download it again."));
    }

    private static boolean keeps(Charset charset, byte[] bytes) {
        try {
            return Arrays.equals(
                    charset.newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString()
                            .getBytes(charset),
                    bytes);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** How many cells are in rows that have as many as most others; of two separators, the right one has more. */
    private int regularity() {
        return rows.stream()
                .map(List::size)
                .filter(size -> size > 1)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .mapToInt(entry -> Math.toIntExact(entry.getKey() * entry.getValue()))
                .max()
                .orElse(0);
    }

    private int columns() {
        return rows.isEmpty() ? 0 : rows.get(0).size();
    }

    /** The headings. */
    List<String> headings() {
        return rows.get(0).stream().map(Cell::value).map(String::strip).toList();
    }

    /** The rows below the headings. */
    List<List<Cell>> body() {
        return rows.subList(1, rows.size());
    }

    /** Puts text into a cell; quoted if the cell was, or if it must be. */
    void replace(Cell cell, String value) {
        boolean quoted = cell.quoted() || value.indexOf(separator) >= 0;
        replaced.put(cell, quoted ? "\"" + value + "\"" : value);
    }

    /** The file's bytes, with what was replaced. */
    byte[] bytes() {
        var changed = new StringBuilder(text.length());
        int from = 0;
        for (Map.Entry<Cell, String> entry : replaced.entrySet()) {
            changed.append(text, from, entry.getKey().start()).append(entry.getValue());
            from = entry.getKey().end();
        }
        return changed.append(text, from, text.length()).toString().getBytes(charset);
    }

    /** Takes a text apart and remembers where each cell was. */
    private static final class Scanner {
        private final String text;
        private final char separator;
        private int at;

        Scanner(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        List<List<Cell>> rows() {
            var rows = new ArrayList<List<Cell>>();
            at = !text.isEmpty() && text.charAt(0) == MARK ? 1 : 0;
            while (at < text.length()) {
                List<Cell> row = row();
                boolean blank = row.size() == 1 && row.get(0).value().isBlank();
                boolean hint =
                        rows.isEmpty() && row.get(0).value().regionMatches(true, 0, "sep=", 0, 4) && row.size() < 3;
                if (!blank && !hint) {
                    rows.add(row);
                }
            }
            return rows;
        }

        private List<Cell> row() {
            var row = new ArrayList<Cell>();
            do {
                row.add(cell());
            } while (at < text.length() && text.charAt(at++) == separator);
            // Stands behind the line's end, or behind the first character of CR LF.
            if (at < text.length() && text.charAt(at - 1) == '\r' && text.charAt(at) == '\n') {
                at++;
            }
            return row;
        }

        private Cell cell() {
            int start = at;
            if (at < text.length() && text.charAt(at) == '"') {
                return quoted(start);
            }
            skip();
            return new Cell(start, at, text.substring(start, at), false);
        }

        private Cell quoted(int start) {
            var value = new StringBuilder();
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c != '"') {
                    value.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    value.append('"');
                    at++;
                } else {
                    break;
                }
            }
            int closed = at;
            skip(); // what some programs write behind a quote
            return new Cell(start, at, value + text.substring(closed, at), true);
        }

        private void skip() {
            while (at < text.length() && !isEnd(text.charAt(at))) {
                at++;
            }
        }

        private boolean isEnd(char c) {
            return c == separator || c == '\n' || c == '\r';
        }
    }
}
