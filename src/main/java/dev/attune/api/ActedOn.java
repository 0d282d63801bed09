package dev.attune.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a member of a request changes what happens. On a record it holds for all members, on a member for all that it holds, until one
 * further in says otherwise. docs/OPERATIONS.md is made from this, from {@link Echoed} and from {@link NoEffect}.
 */
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface ActedOn {
    /** What it changes, where the member's name does not say. */
    String value() default "";
}
