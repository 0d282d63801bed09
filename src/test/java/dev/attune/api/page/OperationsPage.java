package dev.attune.api.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.attune.wire.Operation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** docs/OPERATIONS.md: all operations with all members of their requests, from the request records. For one use. */
final class OperationsPage {
    private static final String ROOT = "dev.attune.api";
    private static final Map<String, String> VINTAGES = new TreeMap<>(Map.of(
            "ga", "Today's API: service `sagemaker`, version 2017-07-24",
            "logs", "CloudWatch Logs: service `logs`, version 2014-03-28",
            "preview", "The preview: service `sagemakerhpo`, version 2017-11-08"));

    private final StringBuilder text = new StringBuilder();
    private final Map<Place, String> shown = new HashMap<>();
    private final List<String> untold = new ArrayList<>();

    /** The page as Markdown. */
    String text() {
        text.append("""
                # Operations and their members

                All operations that Attune answers, with all members of their requests: type and constraints, and what happens to the member.
                This page is made from the request records by `OperationsPageTest`, which fails where it is out of date:
                `./mvnw test -Dtest=OperationsPageTest -Dattune.write` writes it anew.

                - *acted on*: changes what happens or what is answered. What a creation was told is given back as well.
                - *given back*: checked, stored and given back by the operations that describe, and nothing more.
                - *no effect*: checked, and not even given back.

                Members that are not here are ignored, as AWS's services do. What holds of several members together, and where Attune
                differs from AWS, is in [DIFFERENCES.md](DIFFERENCES.md).
                """);
        VINTAGES.forEach((vintage, title) -> {
            text.append("\n## ").append(title).append('\n');
            operations(ROOT + "." + vintage).values().forEach(this::operation);
        });
        return text.toString();
    }

    /** The members of which nothing is said; to be asked after {@link #text}. */
    List<String> untold() {
        return untold;
    }

    private static Map<String, Class<?>> operations(String vintage) {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Operation.class));
        var found = new TreeMap<String, Class<?>>();
        for (var bean : scan.findCandidateComponents(vintage)) {
            var type = ClassUtils.resolveClassName(bean.getBeanClassName(), null);
            found.put(type.getSimpleName(), type);
        }
        return found;
    }

    private void operation(Class<?> operation) {
        var request = ResolvableType.forClass(operation)
                .as(Operation.class)
                .getGeneric(0)
                .toClass();
        text.append("\n### ").append(operation.getSimpleName()).append("\n\n");
        if (request.getRecordComponents().length == 0) {
            text.append("No members.\n");
            return;
        }
        text.append("| member | type, constraints | |\n|---|---|---|\n");
        shown.clear();
        members(new Place(operation.getSimpleName(), "", request, null));
    }

    /** A record within a request, and what holds of its members unless they say otherwise. */
    private record Place(String operation, String path, Class<?> structure, Treatment treatment) {
        String pathTo(RecordComponent member) {
            var given = member.getAccessor().getAnnotation(JsonProperty.class);
            return path + (given == null ? StringUtils.capitalize(member.getName()) : given.value());
        }

        Place into(RecordComponent member, Class<?> inner, Treatment ofMember) {
            var items = member.getType() == inner ? "." : member.getType() == List.class ? "[]." : "{}.";
            return new Place(operation, pathTo(member) + items, inner, ofMember == null ? null : ofMember.inherited());
        }

        /** Equal for places that would read the same. */
        Place anywhere() {
            return new Place(operation, "", structure, treatment);
        }
    }

    private void members(Place place) {
        shown.put(place.anywhere(), place.path());
        var ofRecord = Treatment.of(place.structure()).orElse(place.treatment());
        for (var member : place.structure().getRecordComponents()) {
            var own = Treatment.of(member);
            var structure = Constraints.structure(member);
            if (structure == null) {
                leaf(place, member, own.orElse(ofRecord));
            } else {
                branch(place, member, own, place.into(member, structure, own.orElse(ofRecord)));
            }
        }
    }

    private void leaf(Place place, RecordComponent member, Treatment treatment) {
        if (treatment == null) {
            untold.add(place.operation() + ": " + place.pathTo(member));
        }
        row(place, member, String.valueOf(treatment));
    }

    /** A structure is shown once in an operation. */
    private void branch(Place place, RecordComponent member, Optional<Treatment> own, Place inner) {
        var before = shown.get(inner.anywhere());
        var said = own.map(Treatment::toString);
        if (before == null) {
            row(place, member, said.orElse(""));
            members(inner);
        } else {
            var like = "as `" + before + "…`";
            row(place, member, said.map(words -> words + "; " + like).orElse(like));
        }
    }

    private void row(Place place, RecordComponent member, String treatment) {
        text.append("| `%s` | %s | %s |\n".formatted(place.pathTo(member), Constraints.of(member), treatment));
    }
}
