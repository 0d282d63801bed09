package dev.attune.wire;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@link Pattern} for strings of any length: the whole string must match, and one that is longer than every AWS length limit, or too deep
 * for the engine, does not match. The patterns are the service's own, so the engine may be java.util.regex.
 */
final class FullMatch implements ConstraintValidator<Pattern, CharSequence> {
    private static final int MAX_CHARS = 1 << 16;

    private java.util.regex.Pattern pattern = java.util.regex.Pattern.compile("");

    @Override
    public void initialize(Pattern constraint) {
        int flags = 0;
        for (var flag : constraint.flags()) {
            flags |= flag.getValue();
        }
        pattern = java.util.regex.Pattern.compile(constraint.regexp(), flags);
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        try {
            return value.length() <= MAX_CHARS && pattern.matcher(value).matches();
        } catch (StackOverflowError e) {
            return false;
        }
    }
}
