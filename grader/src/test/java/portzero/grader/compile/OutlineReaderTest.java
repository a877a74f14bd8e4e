package portzero.grader.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutlineReaderTest {
    private static Outline outline(String text) {
        return OutlineReader.read(new SourceFile("A.java", text));
    }

    @Test
    void package_and_top_level_types_are_read() {
        var text = "package a.b; class A { class Inner {} } interface B {} enum C {} record D() {} @interface E {}";
        assertThat(outline(text)).isEqualTo(new Outline("a.b", List.of("A", "B", "C", "D", "E"), Set.of(), true));
    }

    @Test
    void comments_and_literals_do_not_mislead() {
        var text = "/* package x; */ // package y;\npackage a /* b */ . c;\nclass A { String s = \"package z;\"; }";
        assertThat(outline(text)).isEqualTo(new Outline("a.c", List.of("A"), Set.of(), true));
    }

    @Test
    void unicode_escapes_are_understood() {
        assertThat(outline("pack\\u0061ge org.j\\u0075nit; class A {}"))
                .isEqualTo(new Outline("org.junit", List.of("A"), Set.of(), true));
    }

    @Test
    void the_unnamed_package_is_empty() {
        assertThat(outline("class A {}")).isEqualTo(new Outline("", List.of("A"), Set.of(), true));
    }

    @Test
    void broken_code_still_shows_its_package() {
        assertThat(outline("package a; class A { void f( }").packageName()).isEqualTo("a");
    }

    @Test
    void no_code_at_all_is_no_error() {
        assertThat(outline("")).isEqualTo(new Outline("", List.of(), Set.of(), true));
        assertThat(outline("\u0000\u0001 %PDF-1.4"))
                .extracting(Outline::packageName)
                .isEqualTo("");
        assertThat(outline("class A { int x = " + "(".repeat(50_000))).isNotNull();
    }

    @Test
    void imports_and_names_in_the_code_are_used() {
        var text = "import a.B; import c.*; import static d.E.f; class X { g.H h = i.J.k().l; }";
        assertThat(outline(text).uses()).containsExactlyInAnyOrder("a.B", "c.*", "d.E.f", "g.H", "i.J", "i.J.k");
        assertThat(outline(text).uses("c", "Any")).isTrue();
        assertThat(outline(text).uses("a", "B")).isTrue();
        assertThat(outline(text).uses("d", "E")).isTrue();
        assertThat(outline(text).uses("a", "C")).isFalse();
        assertThat(outline(text).usesPackage("d")).isTrue();
        assertThat(outline(text).usesPackage("dd")).isFalse();
    }

    @Test
    void a_chain_of_calls_without_end_is_no_work() {
        var text = "class X { Object o = s" + ".a()".repeat(3_000) + ".b" + ".c".repeat(1_000) + "; }";
        assertThat(outline(text).uses()).hasSizeLessThan(2);
    }
}
