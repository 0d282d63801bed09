package dev.attune;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The few beans that belong to nobody: the wall clock. */
@Configuration(proxyBeanMethods = false)
class AttuneConfiguration {
    /** The only place that reads the machine's clock; everything else is given an {@link InstantSource}. */
    @Bean
    InstantSource wallClock() {
        return Clock.systemUTC();
    }
}
