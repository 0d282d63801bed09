package dev.attune.wire;

import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidator;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorInitializationContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The check behind {@link GrowingEnum}; its validator's payload is the {@link Validation}. */
final class GrowingEnumCheck implements HibernateConstraintValidator<GrowingEnum, String> {
    private static final Logger LOG = LoggerFactory.getLogger(GrowingEnum.class);
    private static final int MAX_CHARS = 64;
    private static final int MAX_WARNINGS = 1000;

    private final Set<String> warned = ConcurrentHashMap.newKeySet();
    private Set<String> values = Set.of();
    private Pattern looksLike = Pattern.compile("");

    @Override
    public void initialize(
            ConstraintDescriptor<GrowingEnum> descriptor, HibernateConstraintValidatorInitializationContext context) {
        var constraint = descriptor.getAnnotation();
        values = Set.copyOf(TextList.read(constraint.list()));
        looksLike = Pattern.compile(constraint.looksLike());
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        if (value == null || values.contains(value)) {
            return true;
        }
        var validation = context.unwrap(HibernateConstraintValidatorContext.class)
                .getConstraintValidatorPayload(Validation.class);
        var passes = validation != Validation.STRICT
                && value.length() <= MAX_CHARS
                && looksLike.matcher(value).matches();
        if (passes && warned.size() < MAX_WARNINGS && warned.add(value)) {
            LOG.warn(
                    "[{}] is not among the values of AWS that Attune knows; it passes unless attune.validation=strict",
                    value);
        }
        return passes;
    }
}
