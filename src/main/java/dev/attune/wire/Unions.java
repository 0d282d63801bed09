package dev.attune.wire;

import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.module.SimpleModule;

/** Reads a {@link Union}: looks at the members that are given before the record is made of them. */
final class Unions {
    private Unions() {}

    static void register(SimpleModule module) {
        module.setDeserializerModifier(new Modifier());
    }

    /** A structure that is no value of its union. Its message is one for the caller. */
    static final class NoValue extends MismatchedInputException {
        NoValue(JsonParser in, String message, Class<?> union) {
            super(in, message, union);
        }
    }

    private static final class Modifier extends ValueDeserializerModifier {
        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> record) {
            return bean.getBeanClass().isAnnotationPresent(Union.class) ? new Reader(record) : record;
        }
    }

    private static final class Reader extends DelegatingDeserializer {
        Reader(ValueDeserializer<?> record) {
            super(record);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> record) {
            return new Reader(record);
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                return super.deserialize(in, context);
            }
            var tree = context.readTree(in);
            requireOneMember(in, tree);
            try (var tokens = context.treeAsTokens(tree)) {
                tokens.nextToken();
                return super.deserialize(tokens, context);
            }
        }

        private void requireOneMember(JsonParser in, JsonNode tree) {
            var given = tree.properties().stream()
                    .filter(member ->
                            !member.getValue().isNull() && !member.getKey().equals("__type"))
                    .map(Map.Entry::getKey)
                    .toList();
            if (given.size() != 1) {
                throw new NoValue(
                        in, "A union has exactly one member, not " + given.size() + ".", _delegatee.handledType());
            }
            if (!_delegatee.getKnownPropertyNames().contains(given.get(0))) {
                throw new NoValue(
                        in, "The union has no member '" + Text.cut(given.get(0), 100) + "'.", _delegatee.handledType());
            }
        }
    }
}
