package dev.attune.wire;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** {@link Size} of a blob in bytes. */
final class BlobSize implements ConstraintValidator<Size, ByteBuffer> {
    private int min;
    private int max;

    @Override
    public void initialize(Size constraint) {
        min = constraint.min();
        max = constraint.max();
    }

    @Override
    public boolean isValid(@Nullable ByteBuffer value, ConstraintValidatorContext context) {
        return value == null || (value.remaining() >= min && value.remaining() <= max);
    }
}
