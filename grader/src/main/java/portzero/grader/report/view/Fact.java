package portzero.grader.report.view;

/** A name and what it stands for: {@code sandbox}, {@code bubblewrap}. */
public record Fact(String name, String value) {}
