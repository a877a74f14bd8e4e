package portzero.snippets;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A program that a transcript runs and talks to. It has no recording of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
public @interface PlaysInTranscript {}
