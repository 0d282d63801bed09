package dev.attune.wire;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A string member of an enum to which AWS adds values every month; null passes. Under {@link Validation#STRICT} it must be one of the
 * listed values; else it may be newer than the list, if it looks like one of them, and the log warns once of each such value.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = GrowingEnumCheck.class)
public @interface GrowingEnum {
    /** Resource with the enum value set, one value a line, in the order in which AWS lists it. */
    String list();

    /** Pattern of values that AWS may have added since. */
    String looksLike();

    String message() default "Member must satisfy enum value set";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
