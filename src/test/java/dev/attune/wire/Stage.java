package dev.attune.wire;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;

/** A service that does as it is told: it keeps the request that arrived, and answers what the test has prepared. One test at a time. */
final class Stage {
    private final AtomicReference<@Nullable Object> received = new AtomicReference<>();
    private final AtomicReference<@Nullable Object> answer = new AtomicReference<>();

    /** Prepares for one request: a response record, an exception to throw, or null. */
    void prepare(@Nullable Object next) {
        received.set(null);
        answer.set(next);
    }

    /** The request record that came through; null if none did. */
    @Nullable Object received() {
        return received.get();
    }

    /** An operation of the service. */
    record Act<I, O>(String name, Class<I> requestType, Class<O> responseType) {}

    private <I, O> @Nullable O play(Act<I, O> act, I request) {
        received.set(request);
        if (answer.get() instanceof ServiceException refusal) {
            throw refusal;
        }
        return act.responseType().cast(answer.get());
    }

    private record Playing<I, O>(Act<I, O> act, Stage stage) implements Operation<I, O> {
        @Override
        public String name() {
            return act.name();
        }

        @Override
        public Class<I> requestType() {
            return act.requestType();
        }

        @Override
        public @Nullable O handle(I request, Caller caller) {
            return stage.play(act, request);
        }

        @Override
        public Set<Protocol> protocols() {
            return Set.of(Protocol.AWS_JSON, Protocol.REST_JSON);
        }

        @Override
        public boolean acceptsGzip() {
            return act.name().equals("PutWithContentEncoding");
        }
    }

    /** Mounts the stage and its operations. */
    abstract static class Programme implements BeanRegistrar {
        private static final ParameterizedTypeReference<Operation<?, ?>> OPERATION =
                new ParameterizedTypeReference<>() {};

        abstract List<Act<?, ?>> acts();

        @Override
        public void register(BeanRegistry registry, Environment environment) {
            var stage = new Stage();
            registry.registerBean("stage", Stage.class, spec -> spec.supplier(context -> stage));
            acts().forEach(act -> registry.registerBean(
                    act.name(), OPERATION, spec -> spec.supplier(context -> new Playing<>(act, stage))));
        }
    }
}
