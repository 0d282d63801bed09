package dev.attune.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Bytes to request records and response records to bytes.
 *
 * <p>Reading has two phases. The first makes a tree of the whole body, so that every rule of JSON and every limit holds for unknown
 * members too; the second binds the tree to the record without coercing anything. Whatever fails is a SerializationException.
 */
final class StrictJson {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER = 128;
    private static final int MAX_STRING = 1 << 20;
    private static final int MAX_NAME = 1024;
    /**
     * More than a legal request needs, AWS's largest included; bounds the violations that one body can have. Each costs time in proportion to
     * the body, since Hibernate Validator hashes the whole request with each.
     */
    private static final int MAX_TOKENS = 40 << 10;

    private static final int MAX_REASON = 200;
    private static final Pattern DUPLICATE =
            Pattern.compile("Duplicate property \"(?<name>.*?)\" for ", Pattern.DOTALL);
    private static final Pattern SOURCE = Pattern.compile("(, from `[^`]*`)|( \\(start marker at .*)", Pattern.DOTALL);

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final JsonMapper mapper = mapper();

    /**
     * Reads a body; an empty one is read as an empty object.
     *
     * @throws ServiceException SerializationException
     */
    <T> T read(byte[] body, Class<T> type) {
        var tree = body.length == 0 ? mapper.createObjectNode() : tree(body);
        if (!tree.isObject()) {
            throw Refusals.serialization("The body must be a JSON object.");
        }
        try {
            return mapper.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw Mismatch.of(e, tree);
        }
    }

    byte[] write(Object response) {
        return mapper.writeValueAsBytes(response);
    }

    /** What {@link #write} would write of a record, member by member. */
    Map<String, JsonNode> members(Record response) {
        var members = new LinkedHashMap<String, JsonNode>();
        mapper.valueToTree(response).properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    /** The same as maps, lists, text, numbers and truth values. */
    Map<String, Object> plain(Object response) {
        return mapper.convertValue(response, MEMBERS);
    }

    private JsonNode tree(byte[] body) {
        requireUtf8(body);
        JsonNode tree;
        try {
            tree = mapper.readTree(body);
        } catch (JacksonException e) {
            throw Refusals.serialization(reason(e));
        } catch (NumberFormatException | ArithmeticException e) {
            // Such as 1e99999999999: Jackson leaves to BigDecimal what no BigDecimal can hold.
            throw Refusals.serialization("The body is not acceptable JSON: the exponent of a number is out of range");
        }
        requireWholeCharacters(tree);
        return tree;
    }

    /** Before Jackson, which would guess at UTF-16, skip a byte order mark and let some malformed sequences pass. */
    private static void requireUtf8(byte[] body) {
        if (body.length >= 3 && (body[0] & 0xff) == 0xef && (body[1] & 0xff) == 0xbb && (body[2] & 0xff) == 0xbf) {
            throw Refusals.serialization("The body must be UTF-8 without a byte order mark.");
        }
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(body);
        var out = CharBuffer.allocate(Math.min(body.length, 8192) + 1);
        var result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        if (result.isError()) {
            throw Refusals.serialization("The body is not UTF-8: byte " + in.position() + " begins no character.");
        }
        for (int i = 0; i < body.length; i++) {
            if (body[i] == 0) {
                throw Refusals.serialization("The body is not UTF-8 JSON: byte " + i + " is NUL.");
            }
        }
    }

    /** An escape such as {@code \ud800} alone is JSON, but no text: it could be neither stored nor sent back. */
    private static void requireWholeCharacters(JsonNode node) {
        if (node.isString()) {
            requireWholeCharacters(node.stringValue());
        }
        if (node.isObject()) {
            node.propertyNames().forEach(StrictJson::requireWholeCharacters);
        }
        node.values().forEach(StrictJson::requireWholeCharacters);
    }

    private static void requireWholeCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    throw Refusals.serialization("A string holds half of a surrogate pair.");
                }
                i++;
            }
        }
    }

    private static String reason(JacksonException e) {
        var what = Text.visible(Text.cut(plain(e.getOriginalMessage()), MAX_REASON));
        var where = e.getLocation();
        var isSyntax = e instanceof StreamReadException && where != null && where.getLineNr() > 0;
        return "The body is not acceptable JSON: " + what
                + (isSyntax ? " at line " + where.getLineNr() + ", column " + where.getColumnNr() : "");
    }

    /** The parser's message without the names of its classes and features. */
    private static String plain(String message) {
        if (message.startsWith("Trailing token")) {
            return "there is more after the end of its value";
        }
        var duplicate = DUPLICATE.matcher(message);
        return duplicate.lookingAt()
                ? "the member '" + duplicate.group("name") + "' is given more than once"
                : SOURCE.matcher(message).replaceAll("");
    }

    private static JsonMapper mapper() {
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER)
                .maxStringLength(MAX_STRING)
                .maxNameLength(MAX_NAME)
                .maxTokenCount(MAX_TOKENS)
                .build();
        var types = new SimpleModule("wire");
        Timestamps.register(types);
        StrictNumbers.register(types);
        Blobs.register(types);
        Unions.register(types);
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                .addModule(types)
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .withCoercionConfigDefaults(coercions -> {
                    for (var shape : CoercionInputShape.values()) {
                        coercions.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .withCoercionConfig(
                        LogicalType.Float,
                        coercions -> coercions.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .build();
    }
}
