/**
 * The protocols: AWS JSON 1.1 ({@code POST /} with {@code X-Amz-Target}) and REST-JSON ({@code POST /<Operation>}). Any service could be
 * mounted here; this package knows none of its words. Read {@link dev.attune.wire.Operation} first, then
 * {@link dev.attune.wire.Dispatcher}.
 *
 * <p>A request record is read strictly: nothing is coerced, an explicit null is an absent member, a null inside a list or map is refused
 * (unless the component carries {@code @JsonSetter(contentNulls = Nulls.SET)}), and unknown members are ignored. Its members should be
 * reference types, {@code @Nullable} where absence is normal, because a missing member arrives as null before its constraints are checked.
 * Names are in upper camel case unless the record has {@code @JsonNaming}; a blob is a {@link java.nio.ByteBuffer}, a document a
 * {@link tools.jackson.databind.JsonNode}, a union a record with {@link dev.attune.wire.Union}, and a timestamp an
 * {@link java.time.Instant}, with {@link dev.attune.wire.TimestampText} if it is text.
 */
@NullMarked
package dev.attune.wire;

import org.jspecify.annotations.NullMarked;
