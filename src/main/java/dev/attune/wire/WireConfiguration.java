package dev.attune.wire;

import jakarta.validation.Validator;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.util.AlternativeJdkIdGenerator;

/** Mounts every {@link Operation} bean on both protocols. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WireSettings.class, ValidationSettings.class})
@PropertySource("classpath:dev/attune/wire/server.properties")
class WireConfiguration {
    @Bean
    KnownOperations knownOperations(WireSettings settings) {
        return KnownOperations.load(settings.service(), settings.knownOperations());
    }

    @Bean
    OperationTable operationTable(
            KnownOperations known, WireSettings settings, ObjectProvider<Operation<?, ?>> operations) {
        return new OperationTable(
                known, settings.prefixes(), operations.orderedStream().toList());
    }

    @Bean
    WireEndpoint.RequestIds requestIds() {
        var uuids = new AlternativeJdkIdGenerator();
        return () -> uuids.generateId().toString();
    }

    @Bean
    WireEndpoint wireEndpoint(
            OperationTable operations,
            Validator validator,
            WireSettings settings,
            WireEndpoint.RequestIds requestIds,
            ObjectProvider<ExchangeLog> log) {
        return new WireEndpoint(
                operations,
                new Dispatcher(new StrictJson(), new RequestValidator(validator)),
                new BodyReader(settings.maxBodyBytes()),
                requestIds,
                log.getIfAvailable(() -> exchange -> {}));
    }

    @Bean
    Disturbance disturbance(WireEndpoint endpoint, ObjectProvider<Faults> faults) {
        return new Disturbance(faults.getIfAvailable(() -> operation -> Fault.NONE), endpoint);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> droppedConnections() {
        return factory -> factory.addEngineValves(new DropValve());
    }

    @Bean
    JsonText jsonText() {
        return new JsonText();
    }

    @Bean
    WireMapping operationMapping(OperationTable operations, WireEndpoint endpoint, Disturbance disturbance) {
        return WireMapping.ofOperations(operations, endpoint, disturbance);
    }

    @Bean
    WireMapping wrongMethodMapping(OperationTable operations, WireEndpoint endpoint) {
        return WireMapping.ofWrongMethods(operations, endpoint);
    }

    @Bean
    UnclaimedPaths unclaimedPaths(OperationTable operations, WireEndpoint endpoint) {
        return new UnclaimedPaths(operations, endpoint);
    }

    /** AWS's meaning of two of Jakarta's constraints. */
    @Bean
    ValidationConfigurationCustomizer awsConstraints(ValidationSettings settings) {
        return configuration -> {
            var hibernate = (HibernateValidatorConfiguration) configuration;
            var mapping = hibernate.createConstraintMapping();
            mapping.constraintDefinition(Pattern.class)
                    .includeExistingValidators(false)
                    .validatedBy(FullMatch.class);
            mapping.constraintDefinition(Size.class)
                    .includeExistingValidators(true)
                    .validatedBy(CodePointSize.class)
                    .validatedBy(BlobSize.class);
            hibernate.addMapping(mapping);
            hibernate.constraintValidatorPayload(settings.validation());
        };
    }
}
