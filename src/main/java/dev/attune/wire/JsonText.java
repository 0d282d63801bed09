package dev.attune.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Records as JSON text in the wire's own form, for an operation that keeps what it was asked in order to give it back. */
public final class JsonText {
    private final StrictJson json = new StrictJson();

    /** The text of a record whose members are those of a request or a response. */
    public String write(Object value) {
        return new String(json.write(value), StandardCharsets.UTF_8);
    }

    /** The members of a record, as the wire has them: maps, lists, text, numbers and truth values. */
    public Map<String, Object> members(Object value) {
        return json.plain(value);
    }

    /** The record of a text that {@link #write} made. */
    public <T> T read(String text, Class<T> type) {
        return json.read(text.getBytes(StandardCharsets.UTF_8), type);
    }
}
