package portzero.grader.compile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the errors mean that beginners meet most, in plain words, by javac's own names for them. No specification has these
 * names; one that a newer javac calls otherwise has no explanation, and a test notices.
 */
public final class CompileAdvice {

    private static final String PREFIX = "compiler.err.";
    private static final Map<String, String> ADVICE = advice();

    private CompileAdvice() {}

    /** What an error means and what to do; empty for the rarer ones. */
    public static Optional<String> of(CompilerMessage error) {
        return error.key().startsWith(PREFIX)
                ? Optional.ofNullable(ADVICE.get(error.key().substring(PREFIX.length())))
                : Optional.empty();
    }

    /** The names of all errors that are explained, without what they all begin with. */
    static Set<String> keys() {
        return ADVICE.keySet();
    }

    private static Map<String, String> advice() {
        Map<String, String> advice = new HashMap<>();
        explain(
                advice,
                "cant.resolve cant.resolve.location cant.resolve.args cant.resolve.location.args",
                "Nothing of this name is known here. Look for a typing mistake, capital letters too. A "
                        + "variable is known only within the braces that it is declared in; a class of another "
                        + "package needs an import; a method must be there with these parameters.");
        explain(
                advice,
                "unreported.exception.need.to.catch.or.throw unreported.exception.implicit.close",
                "This may fail with an exception that Java wants to see handled. Add “throws” with its "
                        + "name to the method if the caller is to hear of it, or put the call into try … catch if "
                        + "you know here what to do.");
        explain(
                advice,
                "missing.ret.stmt",
                "The method promises a value, and one of its ways ends without “return”. Look at each if "
                        + "without else, at loops that may end, and at catch.");
        explain(
                advice,
                "prob.found.req",
                "A value of one type stands where another type is wanted; the message names both. A call "
                        + "may give something else than you think, and a larger number type needs a cast to become "
                        + "a smaller one, as in (byte) n.");
        explain(
                advice,
                "does.not.override.abstract",
                "The class says that it implements an interface and lacks the method that is named. Write "
                        + "it, with the parameters of the interface and with “public”.");
        explain(
                advice,
                "illegal.start.of.expr illegal.start.of.type illegal.start.of.stmt statement.not.expected",
                "Something stands where it cannot stand. Most often a brace or a parenthesis above is "
                        + "missing or one too many, so that a method begins within another.");
        explain(
                advice,
                "class.public.should.be.in.file",
                "A public class must be in a file of its own name, with the same capital letters. Rename "
                        + "the file or the class.");
        explain(
                advice,
                "expected expected2 expected3 expected4",
                "A sign is missing just before the mark; often it is a semicolon at the end of the line "
                        + "above, or a parenthesis that was not closed.");
        explain(
                advice,
                "premature.eof",
                "The file ends before the class does: a closing brace is missing. Let your editor indent "
                        + "the file; the method from which on all is too far to the right has too few.");
        explain(
                advice,
                "already.defined",
                "This name is taken already in the same place, or by a parameter of the method. Give one "
                        + "of the two another name, or leave out the type if you mean the same variable.");
        explain(
                advice,
                "var.might.not.have.been.initialized var.not.initialized.in.default.constructor",
                "There is a way to this line on which the variable has got no value: an if without else, "
                        + "a loop that may not run, a try that may fail before. Give it a value where it is "
                        + "declared, or on each way.");
        explain(
                advice,
                "cant.apply.symbol cant.apply.symbols",
                "The method exists, and not with these arguments. Compare their number, order and types "
                        + "with the declaration, which the message names.");
        explain(
                advice,
                "report.access not.def.public.cant.access",
                "This belongs to another class and is hidden from yours. Use what that class offers as "
                        + "public instead.");
        explain(
                advice,
                "non-static.cant.be.ref",
                "A static method belongs to the class and has no object, and so none of the object's "
                        + "fields and methods. Take “static” away from it, or hand it what it needs as a parameter.");
        explain(
                advice,
                "override.weaker.access",
                "Methods of an interface are public, and so must be the ones that implement them: write "
                        + "“public” before it.");
        explain(
                advice,
                "override.meth override.static override.incompatible.ret",
                "The method overrides one of the interface and does not fit: compare return type and "
                        + "modifiers with the interface, which stays as it is.");
        explain(
                advice,
                "override.meth.doesnt.throw",
                "The interface does not let this method throw that exception, so that no caller expects "
                        + "it. Catch it within the method and decide there what is to happen.");
        explain(
                advice,
                "method.does.not.override.superclass",
                "@Override says that the interface or superclass has this method, and it has none of this "
                        + "name with these parameters. Compare both; the class may lack “implements” as well.");
        explain(
                advice,
                "except.never.thrown.in.try",
                "Nothing within the try can throw this exception: catch the one that is thrown, or leave "
                        + "the catch out.");
        explain(
                advice,
                "except.already.caught",
                "A catch above takes this exception already, because it is a kind of the one named there. "
                        + "Put the special exception first.");
        explain(
                advice,
                "unreachable.stmt",
                "No way leads to this line: what stands above it never ends or always leaves, such as "
                        + "while (true), return or throw.");
        explain(
                advice,
                "cant.assign.val.to.var cant.assign.val.to.final.var var.might.already.be.assigned",
                "The variable is final and has its value already. Take “final” away if it is to change, "
                        + "or use another variable.");
        explain(
                advice,
                "unclosed.str.lit unclosed.char.lit empty.char.lit unclosed.text.block",
                "A text that was begun with a quote does not end in the same line. Texts have double "
                        + "quotes, single characters single ones; a quote within a text is written with a backslash before it.");
        explain(
                advice,
                "incomparable.types operator.cant.be.applied operator.cant.be.applied.1",
                "The operator does not take values of these types; the message names them. Look whether "
                        + "one side is what you think, for instance an Optional or an array instead of what is in "
                        + "it.");
        explain(
                advice,
                "cant.ref.non.effectively.final.var local.var.accessed.from.icls.needs.final",
                "A lambda or inner class may use a local variable only if it never changes. Copy the "
                        + "value to a new variable before it, or make it a field.");
        explain(
                advice,
                "else.without.if catch.without.try finally.without.try try.without.catch.finally.or.resource.decls",
                "The two halves of this statement have lost each other: look for a brace or a semicolon "
                        + "too many just before it.");
        explain(advice, "int.number.too.large", "The number does not fit into an int. Write L behind it for a long.");
        explain(
                advice,
                "illegal.char illegal.nonascii.digit",
                "This character is no part of Java. It may have come along with copied text: a curly "
                        + "quote, a dash that is no minus, a space that is none. Type the line anew.");
        explain(
                advice,
                "doesnt.exist",
                "There is no such package: look at the import for a typing mistake. Only the JDK and the "
                        + "lab's own classes can be used.");
        explain(
                advice,
                "not.stmt",
                "This computes something and does nothing with it. Perhaps “=” or the parentheses of a "
                        + "call are missing.");
        explain(advice, "array.req.but.found", "Only an array has [ ]. For a list use get, for a text charAt.");
        explain(
                advice,
                "invalid.meth.decl.ret.type.req",
                "A method needs the type that it returns before its name, or void. A constructor has none "
                        + "and is called exactly like its class.");
        explain(
                advice,
                "abstract.cant.be.instantiated",
                "An interface only promises methods, and there is no object of it. Write “new” with the "
                        + "class that implements it.");
        explain(
                advice,
                "duplicate.class",
                "Two files declare a class of this name; one may be an old copy. Delete or rename one of " + "them.");
        return Map.copyOf(advice);
    }

    /** One explanation for all errors that mean the same. */
    private static void explain(Map<String, String> advice, String keys, String text) {
        for (String key : keys.split(" ", -1)) {
            advice.put(key, text);
        }
    }
}
