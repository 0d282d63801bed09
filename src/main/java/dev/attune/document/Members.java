package dev.attune.document;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The members of a mapping, by name; only known ones. */
public record Members(Field whole, Map<String, Field> fields) {
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public Optional<Field> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    public Field require(String name) {
        return find(name).orElseThrow(() -> whole.wrong("needs the member [" + name + "]"));
    }

    public <T> T read(String name, Function<Field, T> reader, T otherwise) {
        return find(name).map(reader).orElse(otherwise);
    }
}
