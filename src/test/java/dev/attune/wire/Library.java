package dev.attune.wire;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A small service to mount on the protocols, with every kind of member and constraint. */
@TestComponent // not found by the scan of the whole application
@SpringBootConfiguration
@WireServer
class Library {
    record Author(
            @NotNull @Size(min = 1, max = 20) String name,
            @Min(1000) @Max(2100) Integer born) {}

    record AddBookRequest(
            @NotNull @Pattern(regexp = "^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,31}") @Size(min = 1, max = 32) String bookName,

            @NotNull @Valid Author author,
            @OneOf({"Novel", "Poem"}) String kind,
            @Min(1) @Max(100) Integer pages,
            Long isbn,
            @DecimalMin("0.5") Double price,
            Float weight,
            Boolean lent,
            Instant printed,
            @Size(max = 3) @Valid List<Author> editors,
            @Size(max = 3) List<@Size(min = 1, max = 5) @Pattern(regexp = "[a-z]*") String> words,
            Map<@Size(min = 1, max = 4) String, @Size(min = 0, max = 8) @Pattern(regexp = ".*") String> notes,
            Map<String, @Valid Author> translators,
            @JsonSetter(contentNulls = Nulls.SET) List<String> sparse,
            List<@OneOf({"A", "B"}) String> shelves,
            String s3Uri,
            Integer volumeSizeInGB) {}

    record Nothing() {}

    record Stamps(
            Instant whole, Instant millis, Instant nanos, Instant absent, Double number, Double nan, Float infinite) {
        boolean isOld() {
            return true;
        }

        String getTitle() {
            return "not a member";
        }
    }

    /** Adds nothing; shows what arrived. */
    static final class AddBook implements Operation<AddBookRequest, AddBookRequest> {
        @Override
        public String name() {
            return "AddBook";
        }

        @Override
        public Class<AddBookRequest> requestType() {
            return AddBookRequest.class;
        }

        @Override
        public AddBookRequest handle(AddBookRequest request, Caller caller) {
            return request;
        }

        @Override
        public Set<Protocol> protocols() {
            return Set.of(Protocol.AWS_JSON, Protocol.REST_JSON);
        }

        @Override
        public String validationCode() {
            return "ValidationError";
        }
    }

    /** An operation made of a lambda. */
    record Simple<I, O>(String name, Class<I> requestType, Set<Protocol> protocols, BiFunction<I, Caller, O> work)
            implements Operation<I, O> {
        @Override
        public O handle(I request, Caller caller) {
            return work.apply(request, caller);
        }
    }

    @Bean
    AddBook addBook() {
        return new AddBook();
    }

    @Bean
    Operation<AddBookRequest, Nothing> checkBook() {
        return new Simple<>(
                "CheckBook", AddBookRequest.class, Set.of(Protocol.AWS_JSON), (request, caller) -> new Nothing());
    }

    @Bean
    Operation<Nothing, Void> closeLibrary() {
        return new Simple<>(
                "CloseLibrary",
                Nothing.class,
                Set.of(Protocol.AWS_JSON, Protocol.REST_JSON),
                (request, caller) -> null);
    }

    @Bean
    Operation<Nothing, Caller> whoAmI() {
        return new Simple<>("WhoAmI", Nothing.class, Set.of(Protocol.AWS_JSON), (request, caller) -> caller);
    }

    @Bean
    Operation<Nothing, Stamps> stamps() {
        return new Simple<>(
                "Stamps",
                Nothing.class,
                Set.of(Protocol.AWS_JSON),
                (request, caller) -> new Stamps(
                        Instant.ofEpochSecond(1_526_605_605),
                        Instant.ofEpochMilli(1_526_605_605_120L),
                        Instant.ofEpochSecond(1_526_605_605, 1_999_999),
                        null,
                        0.5,
                        Double.NaN,
                        Float.NEGATIVE_INFINITY));
    }

    @Bean
    Operation<Nothing, Void> burn() {
        return new Simple<>("Burn", Nothing.class, Set.of(Protocol.AWS_JSON, Protocol.REST_JSON), (request, caller) -> {
            throw new IllegalStateException("secret\r\n2026-01-01 ERROR forged line");
        });
    }

    @Bean
    Operation<Nothing, Void> refuse() {
        return new Simple<>(
                "Refuse", Nothing.class, Set.of(Protocol.AWS_JSON, Protocol.REST_JSON), (request, caller) -> {
                    throw new ServiceException("ResourceInUse", 400, "The name, é\"x, is taken.");
                });
    }

    @RestController
    static class Neighbour {
        @GetMapping("/_attune/health")
        Map<String, String> health() {
            return new LinkedHashMap<>(Map.of("status", "UP"));
        }

        @PostMapping("/_attune/reset")
        String reset() {
            return "reset";
        }

        @PostMapping("/Prod/Elsewhere")
        String elsewhere() {
            return "elsewhere";
        }
    }
}
