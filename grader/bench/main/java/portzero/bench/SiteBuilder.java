package portzero.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A tool that makes a site of the pages.
 *
 * @param version its name and version
 * @param out where the site goes
 * @param command makes it
 */
record SiteBuilder(String version, Path out, List<String> command) {
    private static final Pattern LINK = Pattern.compile("href=\"[^\"]*page-\\d+\\.html\"");
    private static final Pattern COLOUR = Pattern.compile("<span class=\"[a-z]\\w*\">");
    private static final int IN_PART = 40;

    static List<SiteBuilder> all(Checkout checkout, Path work) throws IOException, InterruptedException {
        var out = work.resolve("out");
        var lab = out.resolve("lab");
        var hugo = out.resolve("hugo");
        var jekyll = out.resolve("jekyll");
        var mkdocs = out.resolve("mkdocs");
        return List.of(
                new SiteBuilder(
                        "`./lab notes`",
                        lab,
                        List.of(
                                checkout.lab(),
                                "notes",
                                "--notes",
                                work.resolve("lab").toString(),
                                "--out",
                                lab.toString())),
                new SiteBuilder(
                        "Hugo " + version("hugo", "version"),
                        hugo,
                        List.of(
                                "hugo",
                                "--quiet",
                                "--ignoreCache",
                                "-s",
                                work.resolve("hugo").toString(),
                                "-d",
                                hugo.toString())),
                new SiteBuilder(
                        "Jekyll " + version("jekyll", "--version"),
                        jekyll,
                        List.of(
                                "jekyll",
                                "build",
                                "--quiet",
                                "--disable-disk-cache",
                                "-s",
                                work.resolve("jekyll").toString(),
                                "-d",
                                jekyll.toString())),
                new SiteBuilder(
                        "MkDocs " + version("mkdocs", "--version"),
                        mkdocs,
                        List.of(
                                "mkdocs",
                                "--quiet",
                                "build",
                                "--clean",
                                "-f",
                                work.resolve("mkdocs/mkdocs.yml").toString(),
                                "-d",
                                mkdocs.toString())));
    }

    private static String version(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var version = Pattern.compile("\\d+(\\.\\d+)+").matcher(output);
        return version.find() ? version.group() : "";
    }

    /** A site counts only if it has every page, and on one in the middle the others of its part and coloured code. */
    void check(int pages) throws IOException {
        var all = Folders.files(out, file -> file.getFileName().toString().matches("page-\\d+\\.html"));
        if (all.size() != pages) {
            throw new MeasurementFailed("The site of %s has %d of %d pages.".formatted(version, all.size(), pages));
        }
        var middle = Files.readString(all.stream()
                .filter(file -> file.endsWith("page-%04d.html".formatted((pages + 1) / 2)))
                .findFirst()
                .orElseThrow());
        if (LINK.matcher(middle).results().count() < Math.min(pages, IN_PART) - 1) {
            throw new MeasurementFailed("The site of " + version + " lacks the navigation.");
        }
        if (!COLOUR.matcher(middle).find()) {
            throw new MeasurementFailed("The site of " + version + " lacks colours in code.");
        }
    }
}
