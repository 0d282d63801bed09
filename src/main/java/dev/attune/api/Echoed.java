package dev.attune.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a member of a request is checked, stored and given back, and changes nothing; reaches as far as {@link ActedOn}. */
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Echoed {
    /** Where it is given back, or why it changes nothing. */
    String value() default "";
}
