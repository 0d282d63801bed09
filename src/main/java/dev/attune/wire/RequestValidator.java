package dev.attune.wire;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks a request record's constraints and reports all that are broken in one message, in AWS's words and in document order. */
final class RequestValidator {
    /** No message grows beyond this; the count in front of it still tells how many there are. */
    private static final int MAX_MESSAGE = 1 << 16;

    private static final Comparator<Finding> DOCUMENT_ORDER = Comparator.comparing(
                    Finding::position, RequestValidator::compare)
            .thenComparing(f -> f.sentence().rank())
            .thenComparing(f -> f.sentence().text());

    private final Validator validator;

    RequestValidator(Validator validator) {
        this.validator = validator;
    }

    /** Two findings with one place in the order are one. The value is not put into words before it is told: there may be thousands. */
    private record Finding(
            List<MemberPath.Step> position,
            String path,
            @Nullable Object value,
            ConstraintWords.Sentence sentence) {
        String text() {
            return "Value " + ValueText.of(value) + " at '" + path + "' failed to satisfy constraint: "
                    + sentence.text();
        }
    }

    /**
     * @param code of the exception
     * @throws ServiceException if a constraint is broken
     */
    void check(Object request, String code) {
        var violations = validator.validate(request);
        if (violations.isEmpty()) {
            return;
        }
        var findings = new TreeSet<>(DOCUMENT_ORDER);
        violations.forEach(violation -> findings.add(finding(violation)));
        var told = new ArrayList<String>();
        int length = 0;
        for (var finding : findings) {
            told.add(finding.text());
            length += told.get(told.size() - 1).length();
            if (length > MAX_MESSAGE) {
                break;
            }
        }
        var message = findings.size() + (findings.size() == 1 ? " validation error" : " validation errors")
                + " detected: " + String.join("; ", told);
        throw new BrokenConstraintsException(code, Text.cut(message, MAX_MESSAGE), told);
    }

    // AWS: a scalar in a list or map is reported once, with its whole container and all constraints of the element.
    private Finding finding(ConstraintViolation<?> violation) {
        var path = new MemberPath(validator, violation);
        var element = path.element();
        if (element == null) {
            return new Finding(
                    path.position(), path.text(), violation.getInvalidValue(), ConstraintWords.broken(violation));
        }
        var sentence = element.kind() + " must satisfy constraint: " + ConstraintWords.listed(element.constraints());
        return new Finding(
                path.position(), path.text(), element.container(), new ConstraintWords.Sentence(5, sentence));
    }

    private static int compare(List<MemberPath.Step> left, List<MemberPath.Step> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }
}
