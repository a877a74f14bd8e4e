package portzero.grader.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompileAdviceTest {

    private static final Compiler COMPILER = Compiler.strict(Map.of());

    /** What one javac or another calls an error, and a program that has it, in a file A.java. */
    static Stream<Arguments> programs() {
        return Stream.of(
                arguments("cant.resolve.location", "class A { int f() { return count; } }"),
                arguments("cant.resolve.location.args", "class A { void f() { greet(1); } }"),
                arguments(
                        "unreported.exception.need.to.catch.or.throw",
                        "class A { void f() { new java.net.ServerSocket(0); } }"),
                arguments(
                        "unreported.exception.implicit.close",
                        "class A { void f() { try (AutoCloseable c = null) { } } }"),
                arguments("missing.ret.stmt", "class A { int f(int n) { if (n > 0) { return 1; } } }"),
                arguments("prob.found.req", "class A { byte f(int n) { return n; } }"),
                arguments("does.not.override.abstract", "class A implements Runnable { }"),
                arguments("illegal.start.of.expr", "class A { void f() { public int n = 1; } }"),
                arguments("illegal.start.of.type|statement.not.expected", "class A { if (true) { } }"),
                arguments("class.public.should.be.in.file", "public class B { }"),
                arguments("expected", "class A { void f() { int n = 1 } }"),
                arguments("expected2|expected", "class A { void f() int n; }"),
                arguments("expected3|expected4", "int n"),
                arguments("premature.eof", "class A { void f() {"),
                arguments("already.defined", "class A { void f(int n) { int n = 2; } }"),
                arguments(
                        "var.might.not.have.been.initialized",
                        "class A { int f(boolean b) { int n; if (b) { n = 1; } return n; } }"),
                arguments("cant.apply.symbol", "class A { void g(String s) {} void f() { g(1, 2); } }"),
                arguments(
                        "cant.apply.symbols",
                        "class A { void f(java.io.OutputStream o) throws java.io.IOException { o.write(\"x\", 1); } }"),
                arguments("report.access", "class B { private int n; } class A { int f(B b) { return b.n; } }"),
                arguments("non-static.cant.be.ref", "class A { int n; static int f() { return n; } }"),
                arguments("override.weaker.access", "class A implements Runnable { void run() {} }"),
                arguments(
                        "override.incompatible.ret|does.not.override.abstract",
                        "interface I { void f(); } class A implements I { public int f() { return 1; } }"),
                arguments(
                        "override.meth.doesnt.throw",
                        "class A implements Runnable { public void run() throws java.io.IOException {} }"),
                arguments(
                        "method.does.not.override.superclass",
                        "class A implements Runnable { public void run() {} @Override public void ran() {} }"),
                arguments(
                        "except.never.thrown.in.try",
                        "class A { void f() { try { } catch (java.io.IOException e) { } } }"),
                arguments(
                        "except.already.caught",
                        "class A { void f(java.io.InputStream i) { try { i.read(); } catch (java.io.IOException e) { } catch (java.io.EOFException e) { } } }"),
                arguments("unreachable.stmt", "class A { void f() { while (true) { } f(); } }"),
                arguments(
                        "cant.assign.val.to.var|cant.assign.val.to.final.var",
                        "class A { void f() { final int n = 1; n = 2; } }"),
                arguments("unclosed.str.lit", "class A { String s = \"abc; }"),
                arguments("operator.cant.be.applied.1", "class A { boolean f(String s) { return s > 1; } }"),
                arguments("incomparable.types", "class A { boolean f(String s, Integer n) { return s == n; } }"),
                arguments(
                        "cant.ref.non.effectively.final.var",
                        "class A { Runnable f() { int n = 1; n++; return () -> System.out.println(n); } }"),
                arguments("else.without.if", "class A { void f(boolean b) { if (b); f(b); else f(b); } }"),
                arguments("try.without.catch.finally.or.resource.decls", "class A { void f() { try { } } }"),
                arguments("int.number.too.large", "class A { long n = 3000000000; }"),
                arguments("illegal.char", "class A { int n = 1 # 2; }"),
                arguments("doesnt.exist", "import java.nett.Socket; class A { }"),
                arguments("not.stmt", "class A { void f(int n) { n + 1; } }"),
                arguments("array.req.but.found", "class A { int f(java.util.List<Integer> l) { return l[0]; } }"),
                arguments("invalid.meth.decl.ret.type.req", "class A { f() { } }"),
                arguments("abstract.cant.be.instantiated", "class A { Runnable r = new Runnable(); }"),
                arguments("duplicate.class", "class A { } class A { }"));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_common_error_is_explained(String key, String program) {
        CompilerMessage error = error(program);
        assertThat(key.split("\\|")).contains(error.key().replaceFirst("^compiler\\.err\\.", ""));
        assertThat(CompileAdvice.of(error))
                .as(error.message())
                .hasValueSatisfying(advice -> assertThat(advice).endsWith(".").hasSizeBetween(40, 320));
    }

    @Test
    void an_error_without_an_explanation_has_none() {
        assertThat(CompileAdvice.of(error("class A { void f() { break; } }"))).isEmpty();
        assertThat(CompileAdvice.of(CompilerMessage.general("It does not compile.")))
                .isEmpty();
    }

    @Test
    void the_mark_is_below_what_is_wrong_whatever_indents_the_line() {
        CompilerMessage error = error("class A {\r\n\t\tint f() { return count; }\r\n}");
        assertThat(error.line()).isEqualTo(2);
        assertThat(error.source()).isEqualTo("\t\tint f() { return count; }");
        assertThat(error.source().substring((int) error.column() - 1)).startsWith("count;");
    }

    @Test
    void a_public_class_may_be_in_any_file_where_files_are_renamed_on_their_way() {
        try (Compiler lenient = new Compiler(Map.of(), List.of())) {
            assertThat(lenient.compile(List.of(new SourceFile("A.java", "public class B { }")))
                            .succeeded())
                    .isTrue();
        }
    }

    private static CompilerMessage error(String program) {
        Compilation compilation = COMPILER.compile(List.of(new SourceFile("A.java", program)));
        assertThat(compilation.succeeded()).as(program).isFalse();
        return compilation.errors().get(0);
    }
}
