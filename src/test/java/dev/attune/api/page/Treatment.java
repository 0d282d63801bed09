package dev.attune.api.page;

import dev.attune.api.ActedOn;
import dev.attune.api.Echoed;
import dev.attune.api.NoEffect;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;

/** What happens to a member of a request, as an annotation says. */
record Treatment(String words, String note) {
    /** What is said of the element itself. */
    static Optional<Treatment> of(AnnotatedElement element) {
        var actedOn = element.getAnnotation(ActedOn.class);
        if (actedOn != null) {
            return Optional.of(new Treatment("acted on", actedOn.value()));
        }
        var echoed = element.getAnnotation(Echoed.class);
        if (echoed != null) {
            return Optional.of(new Treatment("given back", echoed.value()));
        }
        return Optional.ofNullable(element.getAnnotation(NoEffect.class))
                .map(noEffect -> new Treatment("no effect", noEffect.value()));
    }

    /** The same of what the element holds. */
    Treatment inherited() {
        return new Treatment(words, "");
    }

    @Override
    public String toString() {
        return note.isEmpty() ? words : words + ": " + note;
    }
}
